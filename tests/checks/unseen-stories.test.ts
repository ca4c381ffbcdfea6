/** Mistakes of drafts are warnings, whatever finds them; what is not surely a draft, or holds back others, is stopped. */

import { describe, expect, test } from 'vitest';
import { warnOfUnseen } from '../../src/checks/unseen-stories.ts';
import { sureDraft } from '../../src/content/sure-draft.ts';
import { diagnose } from './diagnose.ts';
import { smallWorld } from './small-world.ts';

const head = 'title: D\ndate: 2024-05-06\ntopics: [Research]';
const story = (keys: string, body: string | undefined = 'Text.') => `---\n${keys}\n---\n\n${body}\n`;

async function found(text: string, others: Readonly<Record<string, string>> = {}) {
  const world = new Map([...smallWorld(text), ...Object.entries(others)]);
  const { diagnostics, content } = await diagnose(world);
  return {
    said: diagnostics
      .filter(({ file }) => file.startsWith('content/articles/2024/fair/index'))
      .map(({ code, severity }) => ({ code, severity })),
    isRead: content?.articles.some(({ folder }) => folder === 'articles/2024/fair') === true,
  };
}

const mistakes: readonly (readonly [code: string, keys: string, body: string])[] = [
  ['broken-link', head, 'See [below](#nothing).'],
  ['broken-link', head, 'See [plan](plan-b.pdf).'],
  ['unclosed-block', head, 'Text.\n\n::: note\n\nA note.'],
  ['empty-block', head, 'Text.\n\n::: note\n\n:::'],
  ['image-in-text', head, 'A paragraph with ![a picture](stall.jpg) in it.'],
  ['photo-not-found', `${head}\nimage: nothing.jpg`, 'Text.'],
  ['photo-not-found', head, '![A picture](nothing.jpg "Here")'],
  ['unknown-key', `${head}\nfoo: bar`, 'Text.'],
  ['unknown-role', `${head}\ncredits: {drafft: MAX}`, 'Text.'],
  ['invalid-date', `${head}\npublishAt: yesterday`, 'Text.'],
  ['unknown-topic', head.replace('Research', 'Sport'), 'Text.'],
  ['unknown-language', `${head}\nlang: fr`, 'Text.'],
  ['missing-key', 'title: D\ndate: 2024-05-06', 'Text.'],
  ['wrong-value', `${head}\nviewsBefore: many`, 'Text.'],
  ['duplicate-key', `${head}\ntitle: E`, 'Text.'],
  ['invalid-yaml', `${head}\nsummary: *nothing`, 'Text.'],
  ['unfinished-merge', head, '<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> other'],
];

describe('a mistake', () => {
  test.each(mistakes)('of a draft is a warning: %s', async (code, keys, body) => {
    const draft = await found(story(`${keys}\ndraft: true`, body));
    expect(draft.said).toContainEqual({ code, severity: 'warning' });
    expect(draft.said.filter(({ severity }) => severity === 'error')).toEqual([]);
    const published = await found(story(keys, body));
    expect(published.said).toContainEqual({ code, severity: 'error' });
  });

  test('of a draft in another language stops nothing, unless it may hold back the story', async () => {
    const other = { 'articles/2024/fair/index.zh.md': story(`${head}\ndraft: true\nfoo: bar`) };
    expect((await found(story(head), other)).said).toContainEqual({
      code: 'unknown-key',
      severity: 'warning',
    });
    const held = {
      'articles/2024/fair/index.zh.md': story(
        `${head}\ndraft: true\nfoo: bar\nembargoUntil: 2030-01-01T08:00+08:00`,
      ),
    };
    expect((await found(story(head), held)).said).toContainEqual({ code: 'unknown-key', severity: 'error' });
    expect((await found(story(`${head}\ndraft: true`), held)).said).toContainEqual({
      code: 'unknown-key',
      severity: 'warning',
    });
  });

  test('of a story beside a draft is an error', async () => {
    const other = { 'articles/2024/fair/index.zh.md': story(`${head}\ndraft: true`) };
    expect((await found(story(`${head}\nfoo: bar`), other)).said).toContainEqual({
      code: 'unknown-key',
      severity: 'error',
    });
  });

  test('that a draft makes in a file of others is an error', () => {
    const diagnostic = {
      code: 'broken-link' as const,
      severity: 'error' as const,
      ...{ file: 'content/pages/about.md', line: 1, column: 1, endColumn: 2, message: '' },
    };
    const options = {
      content: { articles: [], pages: [], people: [], files: new Set<string>() },
      displayFolder: 'content',
      nowMs: 0,
    };
    const sources = { get: () => story('title: D\ndraft: true') };
    expect(warnOfUnseen([diagnostic], { ...options, sources })).toEqual([diagnostic]);
  });
});

describe('a draft', () => {
  test.each([
    ['draft: true'],
    ['draft: True # not yet'],
    ['"draft": true'],
    ['title: [\ndraft: true'],
    ['title: *a\ndraft: true'],
  ])('is sure: %s', (keys) => {
    expect(sureDraft(story(keys))).toBeDefined();
  });

  test('is sure where the block has no end', () => {
    expect(sureDraft('---\ntitle: D\ndraft: true\n\nText.\n')).toBeDefined();
    expect(sureDraft('---\ntitle: D\n\nText.\ndraft: true\n')).toBeUndefined();
  });

  test.each([
    ['draft: false'],
    ['draft: yes'],
    ['draft: ja'],
    ['draft:'],
    ['#draft: true'],
    ['title: |\n  draft: true'],
    ['title: [\ndraft: true\ndraft: false'],
    ['credits:\n  draft: true'],
    ['<<<<<<< HEAD\ndraft: true\n=======\n>>>>>>> other'],
  ])('is not sure: %s', (keys) => {
    expect(sureDraft(story(keys))).toBeUndefined();
  });

  test('is not sure in a file without front matter', () => {
    expect(sureDraft('draft: true\n\nText.\n')).toBeUndefined();
    expect(sureDraft('')).toBeUndefined();
  });
});
