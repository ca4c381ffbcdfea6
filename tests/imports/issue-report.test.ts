/** The report of an import, in a terminal and as a page, and what an editor is told to do. */

import { expect, test } from 'vitest';
import { groupIssues, stepsFor } from '../../src/imports/group-issues.ts';
import type { ImportIssue } from '../../src/imports/import-issue.ts';
import { formatIssues, summarizeIssues } from '../../src/imports/issue-report.ts';
import { reportPage } from '../../src/imports/report-page.ts';

const comment = (line: number): ImportIssue => ({
  kind: 'dropped',
  file: 'old/a.md',
  line,
  message: 'A comment is not part of the story.',
  text: `note ${line}`,
});
const photo = (name: string): ImportIssue => ({
  kind: 'dropped',
  file: 'old/b.md',
  line: 3,
  message: `The photo ${name} is not in the folder.`,
  group: 'missing-photo',
});
const guess: ImportIssue = {
  kind: 'guessed',
  file: 'old/b.md',
  line: 9,
  message: 'A photo was found by its name alone.',
  text: 'x <b> & y',
  picture: 'content/articles/2024/b/x.jpg',
};
const issues = [guess, comment(5), comment(2), comment(9), photo('one.jpg'), photo('two.jpg')];

test('says each message once, with its number and its first place', () => {
  expect(formatIssues(issues, false)).toBe(
    `dropped 3 times A comment is not part of the story.
    such as old/a.md:2  note 2
dropped 2 times The photo one.jpg is not in the folder.
    such as old/b.md:3
guessed A photo was found by its name alone.
    old/b.md:9  x <b> & y
`,
  );
  expect(summarizeIssues(issues)).toBe('5 dropped, 1 guessed');
  expect(groupIssues(issues).map((group) => group.issues.length)).toEqual([3, 2, 1]);
});

test('of a hundred thousand issues has no more lines than it has messages', () => {
  const many = Array.from({ length: 100_000 }, (_, index) => comment(index + 1));
  expect(formatIssues(many, false).split('\n')).toHaveLength(3);
});

test('says what to do in its order', () => {
  expect(stepsFor(issues, 2)).toEqual([
    'Find the missing photos (2), put them where the stories name them, and import again.',
    'Read the drafts (2) and delete the line "draft: true" of those that are right.',
    'See whether the guesses are right (1).',
    'Run npm run check, then look at the stories with npm start.',
  ]);
});

test('as a page has links to both files and the photo that is meant, and shows no markup of a stranger', () => {
  const page = reportPage({
    issues,
    articles: [{ source: 'old/b.md', file: 'content/articles/2024/b/index.md', isDraft: true }],
    hrefOf: (file) => `../${file}`,
  });
  expect(page).toContain('<a href="../old/b.md">old/b.md:9</a>');
  expect(page).toContain('<a href="../content/articles/2024/b/index.md">');
  expect(page).toContain('<img loading="lazy" alt="" src="../content/articles/2024/b/x.jpg">');
  expect(page).toContain('<blockquote>x &lt;b&gt; &amp; y</blockquote>');
  expect(page).not.toMatch(/<script|https?:/u);
});
