/** Small sources that once came out wrong, each with the right values. */

import { cp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportResult } from '../../src/imports/run-import.ts';
import { type Sandbox, sandbox } from './import-files.ts';
import { photo } from './test-photos.ts';

const cases = path.resolve(import.meta.dirname, '../fixtures/imports');

interface Imported {
  readonly here: Sandbox;
  readonly result: ImportResult;
  /** The one article whose folder ends with this name. */
  readonly text: (slug: string) => Promise<string>;
  readonly said: (slug: string) => readonly string[];
}

const opened: Sandbox[] = [];
afterAll(async () => {
  for (const one of opened) await one.remove();
});

async function imported(name: string): Promise<Imported> {
  const here = await sandbox({});
  opened.push(here);
  const target = name.endsWith('.html') ? path.join(here.folder, 'old', name) : path.join(here.folder, 'old');
  await cp(path.join(cases, name), target, { recursive: true });
  const result = await here.run();
  const fileOf = (slug: string) => result.articles.find(({ file }) => file.includes(`/${slug}/`));
  return {
    here,
    result,
    text: async (slug) => await readFile(path.join(here.folder, fileOf(slug)?.file ?? ''), 'utf8'),
    said: (slug) =>
      result.issues
        .filter(({ file }) => file === fileOf(slug)?.source)
        .map(({ kind, message, text = '' }) => `${kind} ${message} ${text}`),
  };
}

function bodyOf(text: string): string {
  return text.slice(text.indexOf('\n---\n') + 5).trim();
}

describe('a Jekyll site', () => {
  let site: Imported;
  beforeAll(async () => {
    site = await imported('jekyll');
  }, 60_000);

  test('has the addresses that its settings say', async () => {
    for (const [slug, day] of [
      ['image-link', '01'],
      ['protocol-relative', '01'],
      ['wp-caption', '02'],
      ['pre', '05'],
      ['heading', '06'],
    ] as const)
      expect(await site.text(slug)).toContain(`aliases:\n  - /2024/05/${day}/${slug}/\n`);
    expect(site.result.articles).toHaveLength(8);
  });

  test('keeps links without a scheme', async () => {
    expect(bodyOf(await site.text('protocol-relative'))).toBe(
      'See [the wiki](https://wiki.example.org/Fair).',
    );
  });

  test('keeps the link of a picture below it', async () => {
    expect(bodyOf(await site.text('image-link'))).toBe(
      '![The stage](stage.jpg)\n\n[The stage](https://video.example.org/watch?v=1)',
    );
  });

  test('reads captions and videos that WordPress left in Markdown', async () => {
    expect(bodyOf(await site.text('wp-caption'))).toBe(
      '![](stage.jpg "The stage on Monday")\n\n<https://video.example.org/watch?v=1>',
    );
    expect(site.said('wp-caption').join('\n')).toContain('The youtube became a link');
    expect((await site.here.list()).filter((file) => file.includes('wp-caption'))).toEqual([
      'articles/2024/wp-caption/index.md',
      'articles/2024/wp-caption/stage.jpg',
    ]);
  });

  test('has no attributes inside its lines', async () => {
    expect(bodyOf(await site.text('ial'))).toBe('See [the list](https://example.org/) before you come.');
    expect(site.said('ial').join('\n')).toContain('{:target="_blank"}');
  });

  test('has figures around tags of its templates, and no line of a bare sign', async () => {
    expect(bodyOf(await site.text('figure'))).toBe(
      [
        '![The stage](stage.jpg "Taken from [the roof](https://example.org/roof).")',
        '![The stage](stage.jpg "Seen from the hall.")',
        '![The stage](stage.jpg)',
        '[The stage](https://example.org/tickets)',
        'One',
        'Two',
      ].join('\n\n'),
    );
    expect(site.said('figure').filter((line) => line.startsWith('guessed The shortcode'))).toHaveLength(1);
  });

  test('keeps lines that were set by hand', async () => {
    expect(bodyOf(await site.text('pre'))).toBe('```\nfirst line\n  second line\n```');
  });

  test('never shows another picture of the same name', async () => {
    expect(bodyOf(await site.text('wrong-photo'))).toBe('');
    expect(site.said('wrong-photo').join('\n')).toMatch(/dropped .*society\.example\.net\/img\/logo\.png/u);
  });

  test('keeps headings of one level at one level, and links between stories', async () => {
    expect(bodyOf(await site.text('heading'))).toBe(
      'Here is [the list](../pre/index.md).\n\n## [Old story](../pre/index.md)\n\nText.\n\n## Plain heading\n\nText.',
    );
  });
});

test('a page of HTML with front matter is a story', async () => {
  const site = await imported('html-post');
  const text = await site.text('fair');
  expect(text).toContain('title: The fair opens\ndate: 2024-05-06\n');
  expect(text).toContain('draft: Ann Lee');
  expect(bodyOf(text)).toBe('The fair has [forty stalls](https://example.org/).');
});

test('the words of a lead photo go along', async () => {
  const site = await imported('lead');
  const text = await site.text('fair');
  expect(text).toContain('image: front.jpg\nphotos:\n  front.jpg:\n');
  for (const line of ['alt: A red stall', 'caption: The first stall of the fair', 'credit: Ann Lee'])
    expect(text).toContain(`    ${line}\n`);
});

test('a key that is given twice counts once', async () => {
  const text = await (await imported('yaml')).text('twice');
  expect(text).toContain('title: A key given twice\ndate: 2024-05-06\n');
  expect(text).toContain('draft: Ann Lee');
});

describe('texts that were copied from pages', () => {
  let site: Imported;
  beforeAll(async () => {
    site = await imported('text');
  }, 60_000);
  const textOf = async (source: string): Promise<string> => {
    const file = site.result.articles.find((article) => article.source.endsWith(source))?.file ?? '';
    return await readFile(path.join(site.here.folder, file), 'utf8');
  };
  const droppedOf = (source: string) =>
    site.result.issues
      .filter(({ file, kind }) => file.endsWith(source) && kind === 'dropped')
      .map(({ text }) => text);

  test('a section above the headline is no headline, and empty labels give nothing', async () => {
    const text = await textOf('empty-labels.txt');
    expect(text).toContain('title: 图书节在操场开幕\ndate: 2014-06-12\n');
    expect(text).not.toContain('credits:');
    expect(bodyOf(text)).toMatch(/^本网讯 [^\n]*一千人。$/u);
    expect(droppedOf('empty-labels.txt')).toEqual(
      expect.arrayContaining(['上一条:操场重新铺设', '下一条:游泳馆开放']),
    );
  });

  test('the headline stands below the name of a section', async () => {
    const text = await textOf('section-above.txt');
    expect(text).toContain('title: Book Fair Opens on the Sports Ground\ndate: 2017-07-05\n');
    expect(text).toContain('viewsBefore: 12\n');
  });

  test('a date before a label is the date', async () => {
    const text = await textOf('date-then-label.txt');
    expect(text).toContain('date: 2016-03-27\n');
    expect(text).toContain('draft: [LI Hua, WANG Wei]\n');
    expect(bodyOf(text)).toMatch(/^The book fair opened [^\n]*$/u);
  });

  test('a date and views below the headline are none of it', async () => {
    const text = await textOf('date-views-under-title.txt');
    expect(text).toContain('title: Book Fair Opens on the Sports Ground\ndate: 2020-05-23\n');
  });

  test('facts in brackets are facts, and neighbours are reported', async () => {
    const text = await textOf('brackets-and-neighbours.txt');
    expect(text).toContain('revision: [LI Hua, WANG Wei]\n  source: Common Room\n');
    expect(bodyOf(text)).toMatch(/^The book fair opened [^\n]*$/u);
    expect(droppedOf('brackets-and-neighbours.txt')).toEqual([
      'Previous:The ground was laid anew',
      'Next:The pool opens',
    ]);
  });
});

test('HTML whose Markdown would read otherwise is written so that every word survives', async () => {
  const site = await imported('page.html');
  const [article] = site.result.articles;
  const text = bodyOf(await readFile(path.join(site.here.folder, article?.file ?? ''), 'utf8'));
  for (const words of [
    'Adjacent: **bold onebold two** end. _it_**bo**. **重要。“好”**后文 and ***both***_tail_.',
    'and “quoted words”, H₂O.',
    '[**Title** Second line](https://example.edu/x) after.',
    '## [Card headline](https://example.edu/card)\n\n[Card text is here.](https://example.edu/card)',
    '- three\n- para\n\n  second\n\n5. five\n6. six',
    '**Open**\\\nWednesdays',
    '~~old~~new',
  ])
    expect(text).toContain(words);
  const dropped = site.result.issues.filter(({ kind }) => kind === 'dropped').map(({ text: words }) => words);
  expect(dropped).toEqual(['U.: University', 'Home', 'HIDDENPARA / DISPLAYNONE / VISHIDDEN']);
});

test('an export without attachments finds the full pictures beside their small copies', async () => {
  const here = await sandbox({});
  opened.push(here);
  const uploads = 'wp-content/uploads/2019/05';
  const pictures = [
    'stall',
    'stall-scaled-1024x683',
    'tent',
    'tent-e1557129600000-300x200',
    'bike',
    'one',
    'one-150x150',
  ];
  await here.put({
    'export.xml': await readFile(path.join(cases, 'wp-thumbnail/export.xml')),
    ...Object.fromEntries(
      await Promise.all(
        pictures.map(
          async (name, index) => [`${uploads}/${name}.jpg`, await photo(`#11112${index}`)] as const,
        ),
      ),
    ),
  });
  const { articles } = await here.run({ only: 'export.xml' });
  expect(
    (await here.list()).filter((file) => file.endsWith('.jpg')).map((file) => path.basename(file)),
  ).toEqual(['bike.jpg', 'one.jpg', 'stall.jpg', 'tent.jpg']);
  expect(articles.map(({ isDraft }) => isDraft)).toEqual([false, false, true, true]);
});
