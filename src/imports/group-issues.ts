/** Issues that say the same, counted together: thousands of stories of one old site have the same few peculiarities. Pure. */

import type { ImportIssue, IssueKind } from './import-issue.ts';

export interface IssueGroupSummary {
  readonly kind: IssueKind;
  readonly message: string;
  /** All of them, in the order of their sources; never empty. */
  readonly issues: readonly ImportIssue[];
}

export const kindOrder: readonly IssueKind[] = ['failed', 'dropped', 'guessed', 'look', 'kept'];

/** By kind, the most frequent first. */
export function groupIssues(issues: readonly ImportIssue[]): readonly IssueGroupSummary[] {
  const groups = new Map<string, ImportIssue[]>();
  for (const issue of sortIssues(issues)) {
    const key = `${issue.kind} ${issue.group ?? issue.message}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [issue]);
    else known.push(issue);
  }
  return [...groups.values()]
    .flatMap((own): IssueGroupSummary[] => {
      const [first] = own;
      return first === undefined ? [] : [{ kind: first.kind, message: first.message, issues: own }];
    })
    .sort(
      (a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || b.issues.length - a.issues.length,
    );
}

export function sortIssues(issues: readonly ImportIssue[]): ImportIssue[] {
  return [...issues].sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.line - b.line ||
      kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) ||
      (a.message < b.message ? -1 : a.message > b.message ? 1 : 0),
  );
}

/** What an editor does about them, most urgent first. */
export function stepsFor(issues: readonly ImportIssue[], drafts: number): readonly string[] {
  const number = (kind: IssueKind, group?: ImportIssue['group']) =>
    issues.filter((issue) => issue.kind === kind && (group === undefined || issue.group === group)).length;
  const steps: readonly (readonly [count: number, text: (count: string) => string])[] = [
    [
      number('failed'),
      (count) => `Look at what could not be read (${count}), fix it or take it out, and import again.`,
    ],
    [
      number('dropped', 'unmapped-topic'),
      (count) =>
        `Write in content/topics.yaml what the topics of the old site become (${count} uses are left out), and import again.`,
    ],
    [
      number('dropped', 'missing-photo'),
      (count) =>
        `Find the missing photos (${count}), put them where the stories name them, and import again.`,
    ],
    [number('kept'), (count) => `See what was not touched (${count}); --again imports what was deleted.`],
    [
      drafts,
      (count) => `Read the drafts (${count}) and delete the line "draft: true" of those that are right.`,
    ],
    [number('guessed'), (count) => `See whether the guesses are right (${count}).`],
    [number('look'), (count) => `Compare with the old site what was changed (${count}).`],
  ];
  return [
    ...steps.flatMap(([count, text]) => (count === 0 ? [] : [text(count.toLocaleString('en'))])),
    'Run npm run check, then look at the stories with npm start.',
  ];
}
