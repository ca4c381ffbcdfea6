import { describe, expect, test } from 'vitest';
import { diagnose } from '../checks/diagnose.ts';
import { smallSite, smallWorld } from '../checks/small-world.ts';

const keys = 'title: A fair\ndate: 2024-05-06\ntopics: [Research]';
const article = (front: string, body = 'It opened.') => `---\n${front}\n---\n\n${body}\n`;
const found = async (text: string, files: Readonly<Record<string, string>> = {}) => {
  const world = smallWorld(text);
  for (const [file, content] of Object.entries(files)) world.set(file, content);
  const { diagnostics } = await diagnose(world);
  return diagnostics.map(({ code, severity, line }) => `${line} ${severity} ${code}`);
};

describe('a text is examined as it is read', () => {
  test.each([
    ['a mark of direction by escape', 'title: "A \\u202efair"', '2 error text-direction'],
    ['a mark of direction', 'title: A \u202efair', '2 error text-direction'],
    ['a zero-width space by escape', 'title: "A\\u200b fair"', '2 warning invisible-character'],
    ['a control character', 'title: "A \\u0007fair"', '2 error invalid-yaml'],
    ['a control character by its short escape', 'title: "A \\b fair"', '2 error invalid-yaml'],
    ['half of a pair', 'title: "A \\ud83d fair"', '2 error invalid-yaml'],
    ['a headline of a zero-width space', 'title: "\\u200b"', '2 error invalid-yaml'],
    ['a headline of fillers', 'title: "\\u3164 \\u2800"', '2 error invalid-yaml'],
    ['a comment of HTML', 'title: A <!-- not yet --> fair', '2 error invalid-yaml'],
  ])('%s', async (_what, title, expected) => {
    expect(await found(article(keys.replace('title: A fair', title)))).toEqual([expected]);
  });

  test.each([
    ['summary: "A \\u202efair"', 'error text-direction'],
    ['credits: {draft: "LI \\u2066Hua"}', 'error text-direction'],
    ['corrections: [{date: 2024-05-07, text: "A \\u202efair"}]', 'error text-direction'],
    ['series: "A \\u0000"', 'error invalid-yaml'],
    ['contacts: [{name: "LI <!-- x --> Hua", email: a@example.edu}]', 'error invalid-yaml'],
  ])('in every key: %s', async (line, expected) => {
    expect(await found(article(`${keys}\n${line}`))).toEqual([`5 ${expected}`]);
  });

  test('in settings, people and pages too', async () => {
    const bad = '"A \\ud800"';
    expect(
      await found(article(keys), {
        'site.yaml': smallSite.replace('tagline: News for tests', `tagline: ${bad}`),
      }),
    ).toEqual(['2 error invalid-yaml']);
    expect(await found(article(keys), { 'people/li-hua.md': `---\nname: ${bad}\n---\n` })).toEqual([
      '2 error invalid-yaml',
    ]);
    expect(await found(article(keys), { 'pages/about.md': `---\ntitle: ${bad}\n---\n\nWe.\n` })).toEqual([
      '2 error invalid-yaml',
    ]);
  });

  test.each([
    ['A &#x202e;fair.', '7 error text-direction'],
    ['A &#8238;fair.', '7 error text-direction'],
    ['A \u202efair.', '7 error text-direction'],
    ['A fair.[^1]\n\n[^1]: A \u202enote.', '9 error text-direction'],
    ['A fa&#x200b;ir.', '7 warning invisible-character'],
    ['A fa&ZeroWidthSpace;ir.', '7 warning invisible-character'],
    ['A fa&#xd800;ir.', '7 warning invisible-character'],
    ['A fa\ufffdir.', '7 warning invisible-character'],
  ])('in the body: %s', async (body, expected) => {
    expect(await found(article(keys, body))).toEqual([expected]);
  });

  test.each([
    'A fair\u00a0of 5&nbsp;days, with soft&shy;hyphens.',
    '`&#x200b;` is an escape.',
    '👩‍🔬 opened it.',
    'می‌خواهم',
  ])('what belongs there stays: %s', async (body) => {
    expect(await found(article(keys, body))).toEqual([]);
  });
});

describe('a story without any text', () => {
  test.each(['', '\u200b', '<!-- later -->'])('is an error: "%s"', async (body) => {
    const all = await found(article(keys, body));
    expect(all.filter((one) => one.includes('empty-story'))).toEqual(['2 error empty-story']);
  });

  test('may be a draft, or a photo with its caption', async () => {
    expect(await found(article(`${keys}\ndraft: true`, ''))).toEqual([]);
    const photo = '![A red stall](stall.jpg "The stall"){credit="LI Hua"}';
    expect(await found(article(keys, photo))).toEqual([]);
  });
});
