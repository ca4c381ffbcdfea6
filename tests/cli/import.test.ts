/** `news import` as somebody types it: one command for a folder of everything, and what it wrote passes the check. */

import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runNews } from '../builds/run-news.ts';
import { type TemporaryContent, temporaryContent } from '../builds/temporary-content.ts';
import { photo } from '../imports/test-photos.ts';
import { makeDocx } from '../imports/word/make-docx.ts';

let content: TemporaryContent | undefined;
afterEach(async () => {
  await content?.remove();
  content = undefined;
});

const sentence =
  'On Monday the school opened its new laboratory, and two hundred guests from nine countries came to see what it can do.';

const sources = {
  'fair.txt': `A fair in spring\n\n${sentence}\n\n1.jpgThe fair\n\nDraft: LI Hua\n\nTopics\n\nResearch\n\nDate\n\nMay 6, 2024\n`,
  'page.html': `<html><head><title>A saved page</title><link rel="canonical" href="https://old.edu/saved.html"></head><body><article><h1>A saved page</h1><p>${sentence}</p><p><img src="page_files/a.jpg" alt="A lake"></p><p>${sentence} See <a href="fair.txt">the fair</a>.</p><p>Date: 2024-05-07</p></article></body></html>`,
  'posts/hello-world.md': `---\ntitle: Hello\ndate: 2024-05-08\ntags: [research]\naliases: [/saved.html, /topics/research/, /hello/]\n---\n\nText with a [broken link](nowhere.md), [^1] and {{< unknown >}}.\n`,
  'export.xml': `<rss><channel><item><title>From WordPress</title><link>https://old.edu/2024/from-wordpress/</link><content:encoded><![CDATA[One [unclosed](x)\n\n:::\n\nTwo]]></content:encoded><wp:post_id>1</wp:post_id><wp:post_date_gmt>2024-05-09 00:00:00</wp:post_date_gmt><wp:post_name>from-wordpress</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><category domain="category" nicename="research">Research</category></item></channel></rss>`,
  'broken.docx': 'This is no Word file.',
};

const report = z.object({
  articles: z.array(z.object({ file: z.string(), outcome: z.string(), isDraft: z.boolean() })),
  issues: z.array(
    z.object({
      kind: z.string(),
      file: z.string(),
      line: z.number(),
      message: z.string(),
      text: z.string().optional(),
    }),
  ),
});

async function oldSite(): Promise<TemporaryContent> {
  content = await temporaryContent();
  for (const [file, text] of Object.entries(sources)) {
    const target = path.join(content.folder, 'old', file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  await mkdir(path.join(content.folder, 'old/page_files'));
  await writeFile(path.join(content.folder, 'old/1.jpg'), await photo('#111111'));
  await writeFile(path.join(content.folder, 'old/page_files/a.jpg'), await photo('#222222'));
  const bytes = await makeDocx({
    parts: [
      { text: 'A Word file', style: 'Title' },
      { text: sentence },
      { picture: 'a.jpeg' },
      { text: 'A caption', style: 'Caption' },
      { text: '2024-05-10' },
    ],
    pictures: { 'a.jpeg': await photo() },
  });
  await writeFile(path.join(content.folder, 'old/word.docx'), bytes);
  return content;
}

describe('news import', () => {
  test('makes articles of a folder of everything, reports all issues, and the result passes the check', async () => {
    const { folder } = await oldSite();
    const run = await runNews(
      ['import', 'old', '--content', 'content', '--topic', 'University News', '--json'],
      { cwd: folder },
    );
    expect(run.stderr).toBe('');
    const { articles, issues } = report.parse(JSON.parse(run.stdout));
    expect(articles.map(({ file, outcome, isDraft }) => `${file} ${outcome} ${isDraft}`).sort()).toEqual([
      'content/articles/2024/a-fair-in-spring/index.md new false',
      'content/articles/2024/a-saved-page/index.md new false',
      'content/articles/2024/a-word-file/index.md new false',
      'content/articles/2024/from-wordpress/index.md new false',
      'content/articles/2024/hello-world/index.md new false',
    ]);
    expect(issues.filter(({ kind }) => kind === 'failed')).toMatchObject([
      { file: 'old/broken.docx', line: 1 },
    ]);
    expect(issues).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'dropped',
          file: 'old/posts/hello-world.md',
          line: 8,
          text: 'nowhere.md',
        }),
        expect.objectContaining({
          kind: 'dropped',
          message: expect.stringContaining('/topics/research/ already leads to a page'),
        }),
        expect.objectContaining({
          kind: 'dropped',
          message: expect.stringContaining('/saved.html already leads to a page'),
        }),
      ]),
    );
    // A file that could not be read is the content's fault, and the others were imported nevertheless.
    expect(run.code).toBe(1);

    const check = await runNews(['check', '--content', 'content', '--format', 'json'], { cwd: folder });
    const found = z
      .array(z.object({ severity: z.string(), code: z.string(), file: z.string() }))
      .parse(JSON.parse(check.stdout));
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(check.code).toBe(0);

    const again = await runNews(['import', 'old', '--content', 'content', '--topic', 'University News'], {
      cwd: folder,
    });
    expect(again.stdout).toContain('unchanged content/articles/2024/a-fair-in-spring/index.md');
    expect(again.stdout).toMatch(/failed This is not a Word file[^\n]*\n +old\/broken\.docx:1/u);
    expect(again.stdout).toMatch(/5 articles; 1 failed, \d+ dropped/u);
  });

  test('writes nothing when it is only tried, and says how it is called when it is called wrongly', async () => {
    const { folder } = await oldSite();
    const trial = await runNews(['import', 'old/fair.txt', '--content', 'content', '--dry-run'], {
      cwd: folder,
    });
    expect(trial.stdout).toContain('Nothing was written. 1 article; nothing lost, nothing guessed.');
    expect(trial.code).toBe(0);
    expect(await readdir(path.join(folder, 'content'))).toEqual(['site.yaml']);
    const wrong = await runNews(['import', 'old/nothing.txt', '--content', 'content'], { cwd: folder });
    expect(wrong.stderr).toContain('There is no file or folder old/nothing.txt.');
    expect(wrong.code).toBe(2);
  });
});

test('the check says of a link to a draft what a build says, and takes escapes in addresses', async () => {
  const fixtures = path.resolve(import.meta.dirname, '../fixtures/imports');
  const draft = await runNews(['check', '--content', path.join(fixtures, 'draft-link/content')]);
  expect(draft.stdout + draft.stderr).toContain('broken-link');
  expect(draft.code).toBe(1);
  const encoded = await runNews(['check', '--content', path.join(fixtures, 'encoded/content')]);
  expect(encoded.code).toBe(0);
}, 120_000);
