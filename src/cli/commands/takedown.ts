/**
 * `news takedown`: takes a story, a photo or a person off the site and out of everything that was made of it, and proves
 * it by searching the output. Shows first what it will do. Never touches a file that git does not have as it is.
 */

import { createInterface } from 'node:readline/promises';
import pc from 'picocolors';
import { buildSite } from '../../build/build-site.ts';
import { readClock } from '../../build/clock.ts';
import { describeFixes } from '../../build/fix-content.ts';
import { prepareSite } from '../../build/prepare-site.ts';
import { terminalProgress } from '../../build/progress.ts';
import type { Project } from '../../build/project.ts';
import { UsageError } from '../../build/usage-error.ts';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { count, formatReport } from '../../diagnostics/report.ts';
import { type DerivedPhotos, derivedPhotos } from '../../takedown/derived-photos.ts';
import { forgetCaches } from '../../takedown/forget-caches.ts';
import { gitStateOf } from '../../takedown/git-state.ts';
import { firstForm } from '../../takedown/name-forms.ts';
import { namePattern } from '../../takedown/name-pattern.ts';
import { looksOf, needlesOf } from '../../takedown/needles.ts';
import { type PhotoTexts, photosNaming } from '../../takedown/photo-texts.ts';
import { planTakedown, type TakedownPlan } from '../../takedown/plan-takedown.ts';
import { type OutputSearch, readLikenesses, searchOutput } from '../../takedown/search-output.ts';
import { findSubject, type Subject } from '../../takedown/subject.ts';
import { writeTakedown } from '../../takedown/write-takedown.ts';
import { listSome } from '../../text/list-some.ts';
import { terminalText } from '../../text/terminal-text.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { interruption } from '../interruption.ts';

export interface TakedownArguments {
  readonly reason: string;
  readonly yes?: true;
  readonly dryRun?: true;
  readonly evenUnsaved?: true;
  readonly json?: true;
}

export async function runTakedown(
  project: Project,
  wanted: string,
  options: TakedownArguments,
): Promise<ExitCode> {
  const nowMs = readClock();
  const progress = terminalProgress(process.stderr);
  const prepare = (includeHidden: boolean) =>
    prepareSite(project, { nowMs, includeHidden, progress, checks: 'error' });
  const all = await prepare(true);
  const { site: published } = await prepare(false);
  const { content, site, sources, recipe, ledger } = all;
  if (content === undefined || site === undefined || published === undefined || recipe === undefined) {
    process.stderr.write(
      formatReport(all.diagnostics, 'terminal', (file) => sources.get(file), pc.isColorSupported),
    );
    return exitCode.content;
  }
  const subject = findSubject(wanted, { content, site, displayFolder: project.displayContent });
  if (subject === undefined)
    throw new UsageError(
      `"${wanted}" is no story, photo or person of ${project.displayContent}. Write a story’s folder (2024/fair) or address, ` +
        'a photo’s file (2024/fair/4.jpg), or a name as stories credit it ("LI Hua").',
    );
  refuseNamingReason(options.reason, subject);
  const shown = (file: string) => `${project.displayContent}/${file}`;
  const textOf = (file: string) => sources.get(shown(file));
  const plan = planTakedown(subject, {
    content,
    site: published,
    ledger,
    displayFolder: project.displayContent,
    textOf,
  });
  const rewritten =
    subject.kind === 'person' ? photosNaming(subject.names, site.photos, new Set(plan.removed)) : [];
  const photos = derivedPhotos(site, subject, plan, rewritten, recipe);
  process.stderr.write(describe(subject, plan, photos, rewritten, project));

  const touched = [
    ...plan.removed,
    ...plan.edits.map(({ file }) => file),
    ...rewritten.map(({ file }) => file),
  ];
  const git = await gitStateOf(project.content, touched);
  const unsaved = git.kind === 'none' ? touched : git.unsaved;
  if (unsaved.length > 0 && options.evenUnsaved !== true) {
    const files = terminalText(listSome(unsaved.map(shown)));
    process.stderr.write(
      `${pc.red('Nothing was changed.')} Git does not have ${files} as it is now, and it would be lost.\n` +
        'Commit first, so that the newsroom can look it up again; or add --even-unsaved if it is to be lost.\n',
    );
    return exitCode.content;
  }
  if (options.dryRun === true) {
    process.stderr.write('Nothing was changed.\n');
    return exitCode.good;
  }
  if (options.yes !== true && !(await isConfirmed())) {
    process.stderr.write('Nothing was changed.\n');
    return exitCode.good;
  }
  // A photo that stays, without a name in it, looks the same and may.
  const leaving = photos.files.filter((file) => plan.removed.includes(file));
  const likenesses = await readLikenesses(project.content, leaving);
  await writeTakedown(project, {
    plan,
    subject,
    ledger,
    rewritten,
    reason: options.reason,
    config: content.config,
    nowMs,
  });
  const after = await prepare(true);
  await forgetCaches(project, photos, after);
  const {
    diagnostics,
    sources: newSources,
    built,
  } = await buildSite(project, { nowMs, progress, signal: interruption() });
  if (built === undefined || hasErrors(diagnostics)) {
    process.stderr.write(
      formatReport(diagnostics, 'terminal', (file) => newSources.get(file), pc.isColorSupported),
    );
    process.stderr.write(
      `${pc.red('The site could not be built')} without it, so the old site still has it. Fix this, and build. Git shows what was changed.\n`,
    );
    return exitCode.content;
  }
  const needles = needlesOf(subject, plan, content, photos.paths);
  const search = await searchOutput(
    project.output,
    needles,
    looksOf(subject),
    photos,
    likenesses,
    progress.step('Searching the site'),
  );
  progress.clear();
  if (options.json === true) {
    const { removed, edits, tombstones, byHand } = plan;
    const looks = Object.fromEntries(search.looks);
    const report = { removed, edited: edits.map(({ file }) => file), tombstones, byHand, ...search, looks };
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  }
  process.stderr.write(conclude(search, needles.length, git.kind === 'none'));
  return search.traces.length === 0 ? exitCode.good : exitCode.content;
}

/** The reason is what readers read at the address: it must not say what it takes away. */
function refuseNamingReason(reason: string, subject: Subject): void {
  const names =
    subject.kind === 'person'
      ? [...subject.names.map(namePattern), ...looksOf(subject)]
      : subject.kind === 'article'
        ? subject.articles.map(({ frontMatter: { title } }) => namePattern(title))
        : [];
  const found = firstForm(reason, names);
  if (found === undefined) return;
  throw new UsageError(
    `The reason says “${found.text}”, and readers would read it at the address. Write one that names neither.`,
  );
}

/** More would not be read. */
const mostLooks = 30;

function describe(
  subject: Subject,
  plan: TakedownPlan,
  photos: DerivedPhotos,
  rewritten: readonly PhotoTexts[],
  project: Project,
): string {
  const shown = (file: string) => terminalText(`${project.displayContent}/${file}`);
  const lines = [
    pc.bold(`Takes down ${nameOf(subject)}:`),
    ...plan.removed.map((file) => `  deletes ${shown(file)}`),
    ...rewritten.map(({ file, isLossless }) =>
      isLossless
        ? `  takes the name out of what ${shown(file)} says of itself; its pixels stay`
        : `  ${pc.yellow('by hand:')} ${shown(file)} names the person in its own metadata`,
    ),
    ...plan.tombstones.map((url) => `  says at ${terminalText(url)} that it is gone`),
    `  clears the caches of articles, press kits and compressed pages${
      photos.hashes.size === 0
        ? ''
        : `, and all ${count(photos.storeNames.length, 'rendition')} of ${count(photos.hashes.size, 'photo')}`
    }`,
    '  builds the site again, and searches it',
    ...plan.byHand.map(({ file, line, column, text, certainty }) => {
      const place = `${terminalText(file)}:${line}`;
      const words = terminalText(text.slice(Math.max(0, column - 41), column + 60).trim());
      return certainty === 'named'
        ? `  ${pc.yellow('by hand:')} ${place} still names it: ${words}`
        : `  ${pc.yellow('look:')} ${place} may name it: ${words}`;
    }),
    ...photos.shared.map(
      (file) => `  ${pc.yellow('stays:')} ${shown(file)} is the same picture; take it down by its own name`,
    ),
  ];
  return `${lines.join('\n')}\n${plan.edits.length === 0 ? '' : `\n${describeFixes(plan.edits, pc.isColorSupported)}\n`}`;
}

function nameOf(subject: Subject): string {
  if (subject.kind === 'article') {
    const [first] = subject.articles;
    return terminalText(
      `the story ${subject.id}${first === undefined ? '' : ` (“${first.frontMatter.title}”)`}`,
    );
  }
  return terminalText(
    subject.kind === 'photo'
      ? `the photo ${subject.files.join(', ')}`
      : `the person ${subject.names.join(', ')}`,
  );
}

async function isConfirmed(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    process.stderr.write('Add --yes to do it.\n');
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(?:es)?$/iu.test((await terminal.question('Do it? [y/N] ')).trim());
  } finally {
    terminal.close();
  }
}

function conclude(
  { traces, lookalikes, looks, files }: OutputSearch,
  needles: number,
  isWithoutGit: boolean,
): string {
  const seen = [...looks].map(([text, where]) => {
    // A page before the files for machines that repeat it.
    const [first = '', ...more] = [...where].sort(
      (a, b) => Number(b.endsWith('.html')) - Number(a.endsWith('.html')) || (a < b ? -1 : 1),
    );
    const others = more.length === 0 ? '' : ` and ${count(more.length, 'more file')}`;
    return `  ${pc.yellow('look:')} “${terminalText(text)}” in ${terminalText(first)}${others}`;
  });
  const found = traces.map(
    ({ file, what, text }) => `  ${terminalText(file)}: ${what} “${terminalText(text)}”`,
  );
  const lines = [
    ...(traces.length === 0
      ? [
          `${pc.green('Gone:')} ${count(files, 'file')} were searched for ${needles} ${needles === 1 ? 'thing that names it' : 'names, sentences and files'}, and none is there.`,
        ]
      : [
          pc.red('Not gone yet. It is still in:'),
          ...found.slice(0, 20),
          ...(found.length > 20 ? [`  and ${found.length - 20} more`] : []),
          'Edit what the first list marks "by hand", and run the command again.',
        ]),
    ...(seen.length > 0
      ? [
          `${pc.yellow('Not sure:')} these may mean the person, or another one of that name. Look at each:`,
          ...seen.slice(0, mostLooks),
          ...(seen.length > mostLooks
            ? [`  and ${seen.length - mostLooks} other forms; --json lists all`]
            : []),
        ]
      : []),
    ...(lookalikes.length > 0 ? [`Looks the same, and stays: ${terminalText(listSome(lookalikes))}`] : []),
    'Next: commit, then  npx news publish TARGET --keep 1 --grace 0  so that no earlier release and no bucket holds it; and clear the CDN, if there is one.',
    isWithoutGit
      ? 'There is no git here: what was deleted is nowhere any more.'
      : 'The history of git still has it. If it must go there too, rewrite the history (git filter-repo) and tell the host.',
  ];
  return `${lines.join('\n')}\n`;
}
