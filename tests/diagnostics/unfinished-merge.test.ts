import { describe, expect, test } from 'vitest';
import { story } from '../builds/temporary-content.ts';
import { diagnose } from '../checks/diagnose.ts';
import { smallSite, smallWorld } from '../checks/small-world.ts';

const good = story('title: A fair\ndate: 2024-05-06\ntopics: [Research]', 'It opened.');
const conflict = (before: string, ours: string, theirs: string, after = '') =>
  `${before}<<<<<<< HEAD\n${ours}\n=======\n${theirs}\n>>>>>>> branch-of-li\n${after}`;

describe('an unfinished merge', () => {
  test.each([
    ['articles/2024/fair/index.md', good.replace('It opened.', conflict('', 'One.', 'Two.'))],
    [
      'articles/2024/fair/index.md',
      good.replace('date: 2024-05-06\n', conflict('', 'date: 2024-05-06', 'date: 2024-05-07')),
    ],
    ['articles/2024/fair/index.md', good.replace('It opened.', '```\n<<<<<<< HEAD\n```')],
    ['articles/2024/fair/index.md', good.replace('It opened.', 'It opened.\n\n||||||| base\n\nIt did.')],
    ['articles/2024/fair/index.md', good.replace('It opened.', 'It opened.\n>>>>>>> left over')],
    ['articles/2024/fair/index.md', good.replace('---\n', '<<<<<<< HEAD\n---\n')],
    [
      'articles/2024/fair/index.md',
      good.replace('It opened.', conflict('', 'One.', 'Two.')).replaceAll('\n', '\r\n'),
    ],
    ['people/yang-lindi.md', `---\n${conflict('name: YANG Lindi\n', 'role: A', 'role: B')}---\n`],
    ['pages/about.md', `---\ntitle: About\n---\n\n${conflict('', 'A', 'B')}`],
    ['site.yaml', conflict(smallSite, 'search: true', 'search: false')],
    ['tombstones.yaml', conflict('tombstones:\n', '  - {path: /a/}', '  - {path: /b/}')],
    ['topics.yaml', conflict('', '"Labs": Research', '"Labs": none')],
    ['messages/zh.yaml', conflict('', 'search: A', 'search: B')],
    ['.views.json', conflict('{\n', '"version": 1', '"version": 2', '}\n')],
    ['views.json', conflict('{\n', '"a": 1', '"b": 2', '}\n')],
    ['.check-baseline.json', conflict('{\n', '"version": 1', '"version": 2', '}\n')],
    ['.addresses.json', conflict('{\n', '"version": 1', '"version": 2', '}\n')],
  ])('in %s is one error', async (file, text) => {
    const files = smallWorld(good).set(file, text);
    const { diagnostics } = await diagnose(files);
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'error unfinished-merge',
    ]);
    const [{ file: shown, line } = { file: '', line: 0 }] = diagnostics;
    expect(shown).toBe(`content/${file}`);
    expect(text.split(/\r?\n/u)[line - 1]).toMatch(/^(?:<{7}|>{7}|\|{7})/u);
  });

  test.each(['It opened\n=======\n\nIt did.', 'A <<<<<<< b', '> > > > > > > seven', '`<<<<<<< HEAD`'])(
    'is not seen in: %s',
    async (body) => {
      const { diagnostics } = await diagnose(smallWorld(good.replace('It opened.', body)));
      expect(diagnostics.filter(({ code }) => code === 'unfinished-merge')).toEqual([]);
    },
  );
});
