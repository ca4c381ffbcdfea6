/** Content that is wrong: each kind gets a clear diagnostic or just works, and what was published stays. */

import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { runNewsHere } from './generator.ts';
import { runNews } from './run-news.ts';
import {
  goodFrontMatter,
  photo,
  story,
  type TemporaryContent,
  temporaryContent,
} from './temporary-content.ts';

let content: TemporaryContent | undefined;

afterEach(async () => {
  await content?.remove();
  content = undefined;
});

async function build(files: Readonly<Record<string, string | Uint8Array>>) {
  content = await temporaryContent(files);
  return await buildAgain(content);
}

async function buildAgain({ folder }: TemporaryContent, run = runNewsHere) {
  const ran = await run(['build', '--content', 'content', '--output', '_site'], { cwd: folder });
  // Whatever is wrong with content, an editor never sees the inside of the program.
  expect(ran.stderr).not.toMatch(/^\s+at .*\(?(?:file:|node:|\/)/mu);
  return { ...ran, site: path.join(folder, '_site') };
}

const file = 'articles/2024/fair/index.md';
const shown = `content/${file}`;
const figure = '![Two people sign papers](1.jpg "The signing")';

interface Mistake {
  readonly name: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Every one of these stands in what the editor reads. */
  readonly says: readonly string[];
}

const mistakes: readonly Mistake[] = [
  {
    name: 'no front matter',
    files: { [file]: '# A story\n\nText.\n' },
    says: [`${shown}:1:1 error missing-front-matter`, '---', 'title:'],
  },
  {
    name: 'front matter without an end',
    files: { [file]: '---\ntitle: A story\ndate: 2024-01-02\n\nText.\n' },
    says: [`${shown}:`, 'unclosed-front-matter', '---'],
  },
  {
    name: 'wrong YAML',
    files: { [file]: story('title: Research: a new start\ndate: 2024-01-02\ntopics: [Research]', 'Text.') },
    says: [`${shown}:2:`, 'invalid-yaml', 'quotes', '> 2 | title: Research: a new start'],
  },
  {
    name: 'an unknown topic',
    files: { [file]: story('title: A\ndate: 2024-01-02\ntopics: [Reserch]', 'Text.') },
    says: [`${shown}:4:10 error unknown-topic`, 'Did you mean "Research"?', '^^^^^^^'],
  },
  {
    name: 'an impossible date',
    files: { [file]: story('title: A\ndate: 2024-02-31\ntopics: [Research]', 'Text.') },
    says: [`${shown}:3:7 error invalid-date`, '2024-02-31'],
  },
  {
    name: 'a date as people write it',
    files: { [file]: story('title: A\ndate: January 02,2024\ntopics: [Research]', 'Text.') },
    says: [`${shown}:3:7 error invalid-date`, 'Write 2024-01-02'],
  },
  {
    name: 'a key that has another name here',
    files: {
      [file]: story('title: A\ndate: 2024-01-02\ntopics: [Research]\ntags: [Art]\nauthor: LI Hua', 'Text.'),
    },
    says: [
      `${shown}:5:1 error unknown-key`,
      'Write topics: instead.',
      `${shown}:6:1 error unknown-key`,
      'credits:',
    ],
  },
  {
    name: 'the writer under draft',
    files: { [file]: story('title: A\ndate: 2024-01-02\ntopics: [Research]\ndraft: YANG Lindi', 'Text.') },
    says: [`${shown}:5:8 error wrong-value`, 'credits:', 'draft: YANG Lindi'],
  },
  {
    name: 'a photo that is not there',
    files: { [file]: story(goodFrontMatter, '![A](2.jpg "B")'), 'articles/2024/fair/02.jpg': 'x' },
    says: [`${shown}:8:`, 'photo-not-found', '2.jpg'],
  },
  {
    name: 'a photo that is not a photo',
    files: { [file]: story(goodFrontMatter, figure), 'articles/2024/fair/1.jpg': 'This is a text.' },
    says: [`${shown}:8:`, 'photo-unreadable', 'text file'],
  },
  {
    name: 'a photo with no bytes',
    files: { [file]: story(goodFrontMatter, figure), 'articles/2024/fair/1.jpg': '' },
    says: [`${shown}:8:`, 'photo-unreadable', 'empty'],
  },
  {
    name: 'two articles with one permalink',
    files: {
      [file]: story(goodFrontMatter, 'Text.'),
      'articles/2024/fare/index.md': story(`${goodFrontMatter}\nslug: fair`, 'Text.'),
    },
    says: ['content/articles/2024/fare/index.md:', 'duplicate-permalink', '/2024/05/fair/', 'slug:'],
  },
  {
    name: 'a body of 10 MB',
    files: { [file]: story(goodFrontMatter, 'word '.repeat(2_000_000)) },
    says: [`${shown}:1:1 error file-too-large`, '10.0 MB'],
  },
  {
    name: 'text in an old encoding',
    files: {
      [file]: Buffer.concat([
        Buffer.from(story(goodFrontMatter, 'Text')),
        Buffer.from([0xb1, 0xb1, 0xbe, 0xa9]),
      ]),
    },
    says: [`${shown}:1:1 error not-utf-8`, 'UTF-8'],
  },
  {
    name: 'a link to nothing',
    files: { [file]: story(goodFrontMatter, 'See [that](../fairs/index.md).') },
    says: [`${shown}:8:`, 'broken-link', 'articles/2024/fairs/index.md'],
  },
  {
    name: 'a link that runs a script',
    files: { [file]: story(goodFrontMatter, 'See [that](javascript:alert(1)).') },
    says: [`${shown}:8:`, 'unsafe-link'],
  },
  {
    name: 'a block without an end',
    files: { [file]: story(goodFrontMatter, '::: note "Mind"\nText.') },
    says: [`${shown}:8:1 error unclosed-block`, ':::'],
  },
  {
    name: 'wrong settings of the site',
    files: { [file]: story(goodFrontMatter, 'Text.'), 'site.yaml': 'name: X\ntimeZone: Beijing\n' },
    says: ['content/site.yaml:2:11 error wrong-value', 'Asia/Shanghai', 'tagline', 'baseUrl'],
  },
];

describe('a mistake is explained, and nothing is published', () => {
  test.each(mistakes)('$name', async ({ files, says }) => {
    const { code, stderr, site } = await build(files);
    for (const words of says) expect(stderr).toContain(words);
    expect(code).toBe(1);
    expect(existsSync(site)).toBe(false);
  });

  test('all mistakes of all files come at once', async () => {
    const { stderr } = await build({
      [file]: story(
        'title: A\ndate: 2024-13-01\ntopics: [Reserch]\nsumary: x',
        '![A](nothing.jpg)\n\n[x](gone.md)',
      ),
      'articles/2024/other/index.md': 'no front matter',
    });
    for (const code of ['invalid-date', 'unknown-topic', 'unknown-key', 'missing-front-matter']) {
      expect(stderr).toContain(code);
    }
    expect(stderr).toMatch(/\d+ errors .*in 2 files/u);
  });

  test('an empty folder', async () => {
    content = await temporaryContent();
    await rm(path.join(content.folder, 'content', 'site.yaml'));
    const { code, stderr } = await buildAgain(content);
    expect(stderr).toContain('content/site.yaml:1:1 error missing-file');
    expect(code).toBe(1);
  });

  test('a folder that is not there', async () => {
    content = await temporaryContent();
    await rm(path.join(content.folder, 'content'), { recursive: true });
    const { code, stderr } = await buildAgain(content);
    expect(stderr).toContain('content');
    expect(code).toBe(2);
  });

  test('settings without one story', async () => {
    const { code, stderr } = await build({});
    expect(stderr).toContain('no-articles');
    expect(code).toBe(1);
  });
});

describe('what was published stays until a build has succeeded', () => {
  test('after a mistake, and is replaced when it is fixed', async () => {
    const first = await build({ [file]: story(goodFrontMatter, 'First text.') });
    expect(first.code).toBe(0);
    const page = path.join(first.site, '2024/05/fair/index.html');
    expect(await readFile(page, 'utf8')).toContain('First text.');
    if (content === undefined) throw new Error('no content');
    await content.write(file, story('title: A\ndate: soon\ntopics: [Research]', 'Second text.'));
    expect((await buildAgain(content)).code).toBe(1);
    expect(await readFile(page, 'utf8')).toContain('First text.');
    await content.write(file, story(goodFrontMatter, 'Second text.'));
    expect((await buildAgain(content)).code).toBe(0);
    expect(await readFile(page, 'utf8')).toContain('Second text.');
  });

  test('when the output cannot be written, the machine is named as the cause', async () => {
    content = await temporaryContent({ [file]: story(goodFrontMatter, 'Text.') });
    await writeFile(path.join(content.folder, '_site'), 'a file, not a folder');
    const { code, stderr } = await buildAgain(content);
    expect(code).toBe(3);
    expect(stderr).toContain('_site');
    expect(await readFile(path.join(content.folder, '_site'), 'utf8')).toBe('a file, not a folder');
  });
});

describe('unusual files just work', () => {
  test('Windows line ends and a byte order mark', async () => {
    const text = `\uFEFF${story(goodFrontMatter, 'First.\n\nSecond.').replaceAll('\n', '\r\n')}`;
    const { code, site } = await build({ [file]: text });
    expect(code).toBe(0);
    const html = await readFile(path.join(site, '2024/05/fair/index.html'), 'utf8');
    expect(html).toContain('<p>First.</p>');
    expect(html).not.toContain('\r');
  });

  test('file names with spaces and Chinese characters', async () => {
    const picture = await photo();
    const { code, site, stderr } = await build({
      'articles/2024/春节/index.zh.md': story(
        'title: 春节\ndate: 2024-02-10\ntopics: [Research]',
        '![一个湖](湖面.jpg "湖面")',
      ),
      'articles/2024/春节/湖面.jpg': picture,
      'articles/2024/Spring fair/index.md': story(
        goodFrontMatter,
        '![A lake](<a lake.jpg> "The lake")\n\n[Plan](<the plan.pdf>)',
      ),
      'articles/2024/Spring fair/a lake.jpg': picture,
      'articles/2024/Spring fair/the plan.pdf': '%PDF-1.4',
    });
    expect(stderr).not.toContain('error');
    expect(code).toBe(0);
    const html = await readFile(path.join(site, '2024/05/spring-fair/index.html'), 'utf8');
    expect(html).toContain('href="/2024/05/spring-fair/the%20plan.pdf"');
    expect(existsSync(path.join(site, '2024/05/spring-fair/the plan.pdf'))).toBe(true);
    expect(existsSync(path.join(site, 'zh/2024/02/chun-jie/index.html'))).toBe(true);
  });

  test('hidden files and folders of other programs', async () => {
    const { code } = await build({
      [file]: story(goodFrontMatter, 'Text.'),
      'articles/2024/fair/.DS_Store': 'x',
      '.obsidian/notes.md': 'x',
    });
    expect(code).toBe(0);
  });
});

describe('wrong calls', () => {
  test.each([
    { args: ['biuld'], says: 'build' },
    { args: ['build', '--ouput', 'x'], says: '--output' },
    { args: ['check', '--format', 'xml'], says: 'github' },
    { args: ['preview', '--port', 'eighty'], says: 'port' },
  ])('news $args is answered with what was meant', async ({ args, says }) => {
    const { code, stderr } = await runNews(args);
    expect(code).toBe(2);
    expect(stderr).toContain(says);
  });

  test('help is given when asked for, and is no mistake', async () => {
    const { code, stdout } = await runNews(['build', '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('Example');
  });
});

describe('machine-readable reports', () => {
  test('JSON holds every diagnostic', async () => {
    content = await temporaryContent({ [file]: story('title: A\ndate: x\ntopics: [Reserch]', 'Text.') });
    const { stdout, code } = await runNewsHere(['check', '--content', 'content', '--format', 'json'], {
      cwd: content.folder,
    });
    const report: unknown = JSON.parse(stdout);
    expect(report).toEqual([
      expect.objectContaining({ code: 'invalid-date', file: shown, line: 3, column: 7 }),
      expect.objectContaining({ code: 'unknown-topic', file: shown, line: 4, column: 10 }),
    ]);
    expect(code).toBe(1);
  });

  test('GitHub annotations name the place, and a title cannot forge one', async () => {
    content = await temporaryContent({
      [file]: story('title: A\ndate: "x\\n::set-output name=a::b"\ntopics: [Research]', 'Text.'),
    });
    const { stdout } = await runNewsHere(['check', '--content', 'content', '--format', 'github'], {
      cwd: content.folder,
    });
    expect(stdout).toMatch(/^::error file=content\/articles\/2024\/fair\/index.md,line=3,col=7/u);
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });
});
