/** Pages that the old site kept back are drafts, and files that no reader knows are told: nothing appears or goes unsaid. */

import { afterEach, expect, test } from 'vitest';
import { ImportFolder } from '../../../src/imports/import-folder.ts';
import { isUnreadText } from '../../../src/imports/read-source.ts';
import { runImport } from '../../../src/imports/run-import.ts';
import { config, type Sandbox, sandbox } from '../import-files.ts';

let here: Sandbox | undefined;
afterEach(async () => {
  await here?.remove();
  here = undefined;
});

test.each([
  ['build:\n  render: never', true],
  ['build:\n  list: never', true],
  ['_build:\n  render: false', true],
  ['build:\n  render: link', true],
  ['headless: true', true],
  ['permalink: false', true],
  ['build:\n  list: always\n  render: always', false],
  ['build:\n  list: local', false],
  ['headless: false', false],
])('%s', async (key, isDraft) => {
  here = await sandbox({
    'content/posts/a.md': `---\ntitle: A\ndate: 2020-02-03\ntopics: [Research]\n${key}\n---\nText.\n`,
  });
  const { articles, issues } = await here.run();
  expect(articles).toMatchObject([{ isDraft }]);
  expect(issues.some(({ kind, message }) => kind === 'look' && message.includes('draft now'))).toBe(isDraft);
});

test('a file of a folder that nothing reads is told, unless a story offers it', async () => {
  here = await sandbox({
    'a.md': '---\ntitle: A\ndate: 2020-02-03\n---\nSee [the minutes](minutes.odt).\n',
    'minutes.odt': 'x',
    'story.org': '#+title: B',
    'old.DOC': 'x',
    'notes.css': 'x',
  });
  const folder = await ImportFolder.open(`${here.folder}/old`, 'old', 20);
  const { issues } = await runImport({
    sources: [
      {
        folder,
        files: [{ file: 'a.md', kind: 'markdown' }],
        unreadTexts: folder.files.filter(isUnreadText),
        origin: 'old',
      },
    ],
    contentFolder: `${here.folder}/content`,
    displayContent: 'content',
    config,
    today: '2026-11-24',
    isTrial: false,
    judgeAddress: () => 'free',
  });
  expect(
    issues.filter(({ message }) => message.startsWith('Nothing reads a file')).map(({ file }) => file),
  ).toEqual(['old/old.DOC', 'old/story.org']);
});
