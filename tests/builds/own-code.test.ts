/** What a web team adds by Eleventy: plugins, pages, components; as its page in .github shows them, and with mistakes. */

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findExtension, hasExtension } from '../../src/build/extension/find-extension.ts';
import { startPreview } from '../browser/preview-process.ts';
import { type HereRun, runnerIn } from './generator.ts';
import { root } from './run-news.ts';
import { webTeamExamples } from './web-team-page.ts';

const world = mkdtempSync(path.join(os.tmpdir(), 'news own code-'));
/** With a space in its path, as people have it. */
const home = path.join(world, 'campus news');
let run: Awaited<ReturnType<typeof runnerIn>>;
const news = (...args: readonly string[]): Promise<HereRun> => run(args, { cwd: home });

const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(home, file)), { recursive: true });
  writeFileSync(path.join(home, file), text);
};
const read = (file: string) => readFileSync(path.join(home, '_site', file), 'utf8');
const story = (title: string, date: string) =>
  `---\ntitle: ${title}\ndate: ${date}\ntopics: [Research]\n---\n\nIt was *good* & new.\n`;

function clear(): void {
  for (const name of ['templates', 'downloads', '.eleventy.ts', '.eleventy.js'])
    rmSync(path.join(home, name), { recursive: true, force: true });
}

beforeAll(async () => {
  mkdirSync(home);
  run = await runnerIn(root, home);
  // What plugins are installed for a newsroom is installed for this checkout.
  mkdirSync(path.join(home, 'node_modules'));
  for (const name of readdirSync(path.join(root, 'node_modules')).filter((one) => !one.startsWith('.')))
    symlinkSync(path.join(root, 'node_modules', name), path.join(home, 'node_modules', name));
  symlinkSync(root, path.join(home, 'node_modules', 'newsroom'));
  const { code, said } = await news(
    ...[
      'init',
      '--yes',
      '--name',
      'Campus News',
      '--url',
      'https://www.university.test/news/',
      '--languages',
      'en,de',
    ],
    ...['--topics', 'Research|Forschung', '--email', 'news@university.test', '--time-zone', 'Europe/Berlin'],
  );
  expect(said).toContain('The newsroom is in');
  expect(code).toBe(0);
  rmSync(path.join(home, 'content/articles'), { recursive: true });
  write('content/articles/2024/old/index.md', story('The old story', '2024-02-03'));
  write('content/articles/2025/new/index.md', story('The new story', '2025-03-04'));
  write(
    'content/articles/2025/secret/index.md',
    story('The secret story', '2025-03-05').replace('topics', 'embargoUntil: 2099-01-01T00:00Z\ntopics'),
  );
});
beforeEach(clear);
afterAll(() => rmSync(world, { recursive: true, force: true }));

/** The folder, file by file. */
function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    names
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [path.relative(folder, file), readFileSync(file, 'latin1')]),
  );
}

describe('a newsroom without code of its own', () => {
  test('has no extension, nor has the repository, and no build looks for one in content/', async () => {
    const project = {
      root,
      home,
      bundle: '',
      content: path.join(home, 'content'),
      displayContent: 'content',
      output: '',
      cache: '',
    };
    expect(hasExtension(project)).toBe(false);
    expect(hasExtension({ ...project, home: root })).toBe(false);
    write('content/pages/code.11ty.js', 'throw new Error("was run")');
    write('content/.eleventy.js', 'throw new Error("was run")');
    expect(hasExtension(project)).toBe(false);
    expect((await news('check')).said).not.toContain('was run');
    rmSync(path.join(home, 'content/pages/code.11ty.js'));
    rmSync(path.join(home, 'content/.eleventy.js'));
    write('.eleventy.js', '// nothing yet\nexport default function () {}\n');
    expect(findExtension(project)).toBeUndefined();
  });
});

describe('the examples of the web team’s page', () => {
  beforeEach(() => {
    for (const [file, text] of webTeamExamples()) write(file, text);
    write('downloads/plan.txt', 'the plan');
  });

  test('are published with the site around them, in the manifest and the sitemap', async () => {
    expect([...webTeamExamples().keys()]).toEqual([
      '.eleventy.ts',
      'templates/numbers.11ty.tsx',
      'templates/components/footer.tsx',
    ]);
    const { code, said } = await news('build');
    expect(said).not.toContain('error');
    expect(code).toBe(0);
    const page = read('numbers/index.html');
    expect(page).toContain('<title>The newsroom in numbers – Campus News</title>');
    expect(page).toMatch(/<p>2 stories, \d+ words\.<\/p>/u);
    expect(page).toContain('<a href="/news/2025/03/new/">The new story</a>');
    expect(page).not.toContain('secret');
    expect(page).toContain('http-equiv="Content-Security-Policy"');
    // The component is on every page, the generator's own within it.
    for (const file of ['index.html', '2024/02/old/index.html', 'de/index.html', 'numbers/index.html'])
      expect(read(file)).toMatch(
        /<p class="support"><a href="\/news\/numbers\/">.*<footer class="footer">/su,
      );
    expect(read('downloads/plan.txt')).toBe('the plan');
    expect(read('sitemap.xml')).toContain('<loc>https://www.university.test/news/numbers/</loc>');
    const manifest = JSON.parse(read('manifest.json'));
    expect(Object.keys(manifest.files)).toEqual(
      expect.arrayContaining(['numbers/index.html', 'downloads/plan.txt']),
    );
  });

  test('follow what they are made from, to the bytes of a clean build, and nothing else is done', async () => {
    await news('build');
    expect((await news('build')).said).toContain('0 pages rendered');
    write('content/articles/2024/old/index.md', story('The oldest story', '2024-02-03'));
    expect((await news('build')).said).not.toMatch(/ 0 pages rendered/u);
    expect(read('numbers/index.html')).toContain('The oldest story');
    const before = read('index.html');
    write(
      'templates/numbers.11ty.tsx',
      (webTeamExamples().get('templates/numbers.11ty.tsx') ?? '').replace('in numbers</h1>', 'counted</h1>'),
    );
    expect((await news('build')).said).toContain(' 1 page rendered');
    expect(read('numbers/index.html')).toContain('Campus News counted');
    write(
      'templates/components/footer.tsx',
      (webTeamExamples().get('templates/components/footer.tsx') ?? '').replace('support', 'help'),
    );
    await news('build');
    expect(read('index.html')).toBe(before.replace('class="support"', 'class="help"'));
    rmSync(path.join(home, 'downloads'), { recursive: true });
    await news('build');
    expect(existsSync(path.join(home, '_site/downloads'))).toBe(false);
    const clean = path.join(world, 'clean');
    expect((await news('build', '--output', clean, '--cache', path.join(world, 'clean-cache'))).code).toBe(0);
    expect(filesIn(clean)).toEqual(filesIn(path.join(home, '_site')));
    clear();
    write('content/articles/2024/old/index.md', story('The old story', '2024-02-03'));
    await news('build');
    expect(existsSync(path.join(home, '_site/numbers'))).toBe(false);
    expect(read('index.html')).not.toContain('class="help"');
  });
});

describe('the preview', () => {
  test('follows pages, components and settings of the team, and shows what is wrong with them', async () => {
    const preview = await startPreview(home, 0, path.join(home, 'node_modules/newsroom/src/cli/launch.cjs'));
    const page = async (url: string) => (await fetch(`${preview.origin}/news${url}`)).text();
    const pageHas = (url: string, text: string) =>
      expect.poll(() => page(url), { timeout: 30_000 }).toContain(text);
    try {
      expect(await page('/numbers/')).toContain('This page is not here');
      for (const [file, text] of webTeamExamples()) write(file, text);
      write('downloads/plan.txt', 'the plan');
      await pageHas('/numbers/', '<h1>Campus News in numbers</h1>');
      await pageHas('/', 'class="support"');
      expect(await page('/downloads/plan.txt')).toBe('the plan');
      write('templates/raw.html', '<p>{{ site.name }}</p>');
      await pageHas('/raw/', '<p>Campus News</p>');
      write('templates/numbers.11ty.tsx', 'export function render() {\n  return <p>;\n}\n');
      await pageHas('/numbers/', 'templates/numbers.11ty.tsx:3:');
      write(
        'templates/components/footer.tsx',
        'export function Footer(props: any) {\n  return <p>{props.no.way}</p>;\n}\n',
      );
      await pageHas('/', 'templates/components/footer.tsx:2:');
      clear();
      await pageHas('/', '<footer class="footer">');
    } finally {
      await preview.stop();
    }
  });
});

describe('plugins of Eleventy', () => {
  test('navigation, RSS and the image plugin do here what they do anywhere', async () => {
    // The RSS plugin writes a path prefix twice, here as anywhere: findings/eleventy-rss-path-prefix.sh.
    const settings = readFileSync(path.join(home, 'content/site.yaml'), 'utf8');
    write('content/site.yaml', settings.replace('pathPrefix: /news/', 'pathPrefix: /'));
    write(
      '.eleventy.ts',
      `import { eleventyImageTransformPlugin } from '@11ty/eleventy-img';
import navigation from '@11ty/eleventy-navigation';
import { feedPlugin } from '@11ty/eleventy-plugin-rss';
import type { EleventyConfig } from 'newsroom';

export default function configure(config: EleventyConfig): void {
  config.addPlugin(navigation);
  config.addPlugin(feedPlugin, {
    outputPath: '/own-feed.xml',
    collection: { name: 'stories', limit: 5 },
    metadata: { language: 'en', title: 'Own', subtitle: 'x', base: 'https://www.university.test/', author: { name: 'N' } },
  });
  config.addPlugin(eleventyImageTransformPlugin, { formats: ['webp'], widths: [120], urlPath: '/pictures/' });
  config.addShortcode('hello', (name: string) => 'Hello ' + name);
}
`,
    );
    write('templates/_data/team.json', '["Ada", "Ben"]');
    write(
      'templates/guide.njk',
      `---
layout: site
title: Guide
eleventyNavigation: {key: Guide, order: 1}
---
<h1>{% hello "you" %}</h1>{{ collections.all | eleventyNavigation | eleventyNavigationToHtml | safe }}
{% for one in team %}<b>{{ one }}</b>{% endfor %}
`,
    );
    write(
      'templates/guide/rooms.md',
      '---\nlayout: site\ntitle: Rooms\nlang: de\neleventyNavigation: {key: Rooms, parent: Guide}\n---\n\n# The *rooms*\n',
    );
    write(
      'templates/plain.liquid',
      '---\npermalink: /plain.txt\n---\n{% for story in collections.stories reversed %}{{ story.title }};{% endfor %}',
    );
    write(
      'templates/picture.html',
      '---\nlayout: site\ntitle: Picture\n---\n<img src="./picture.png" alt="A picture" width="200">\n',
    );
    cpSync(path.join(root, '.github/pictures/story.webp'), path.join(home, 'templates/picture.png'));
    const { code, said } = await news('build');
    expect(said).not.toMatch(/ error /u);
    expect(code).toBe(0);
    expect(read('guide/index.html')).toMatch(
      /<h1>Hello you<\/h1><ul><li><a href="\/guide\/">Guide<\/a><ul><li><a href="\/guide\/rooms\/">Rooms/u,
    );
    expect(read('guide/index.html')).toContain('<b>Ada</b><b>Ben</b>');
    expect(read('guide/rooms/index.html')).toContain('<html lang="de"');
    expect(read('guide/rooms/index.html')).toContain('<h1>The <em>rooms</em></h1>');
    expect(read('plain.txt')).toBe('The new story;The old story;');
    expect(read('own-feed.xml')).toMatch(
      /<title>The new story<\/title>[\s\S]*<link href="https:\/\/www\.university\.test\/2024\/02\/old\/"/u,
    );
    const [, picture = ''] = /<img[^>]*src="\/([^"]+\.webp)"/u.exec(read('picture/index.html')) ?? [];
    expect(
      readFileSync(path.join(home, '_site', picture))
        .subarray(8, 12)
        .toString(),
    ).toBe('WEBP');
    write('content/site.yaml', settings);
  });
});

describe('a mistake in code of the team', () => {
  const page = (body: string, keys = 'title: X') =>
    `---\nlayout: site\n${keys}\n---\n\n<p>hello</p>\n${body}\n`;
  const mistakes: readonly (readonly [what: string, file: string, text: string, said: string])[] = [
    [
      'an unknown filter',
      'templates/x.njk',
      page('<p>{{ site.name | loud }}</p>'),
      'templates/x.njk:7:19 error extension-failed\n  filter not found: loud.',
    ],
    ['a failing expression', 'templates/x.njk', page('<p>{{ site.no.way() }}</p>'), 'templates/x.njk:7:'],
    ['a tag without an end', 'templates/x.liquid', page('{% if site %}'), 'templates/x.liquid:7:1 error'],
    [
      'TSX that stops',
      'templates/x.11ty.tsx',
      "export const data = { title: 'X' };\nexport function render(data: any) {\n  return <p>{data.no.way}</p>;\n}\n",
      "templates/x.11ty.tsx:3:22 error extension-failed\n  Cannot read properties of undefined (reading 'way').",
    ],
    [
      'TSX that is none',
      'templates/x.11ty.tsx',
      'export function render() {\n  return <p>;\n}\n',
      'templates/x.11ty.tsx:3:',
    ],
    ['front matter that is none', 'templates/x.md', '---\ntitle: [X\n---\n', 'templates/x.md:3:'],
    [
      'a page without a title',
      'templates/x.md',
      '---\nlayout: site\n---\n',
      'a page with the layout "site" needs a title.',
    ],
    [
      'an unknown method',
      '.eleventy.ts',
      'export default function configure(config: any) {\n  config.addFlter("x");\n}\n',
      '.eleventy.ts:2:10 error extension-failed\n  config.addFlter is not a function.',
    ],
    [
      'a package that is not installed',
      '.eleventy.ts',
      'import x from "no-such-package";\nexport default function configure(config: any) {\n  config.addPlugin(x);\n}\n',
      'no-such-package',
    ],
    [
      'the end of the process',
      '.eleventy.ts',
      'export default function configure(config: any) {\n  process.exit(0);\n}\n',
      'Eleventy ended before its pages were made.',
    ],
    [
      'a mistyped component',
      'templates/components/foter.tsx',
      'export function Footer() {\n  return <p />;\n}\n',
      'Did you mean footer.tsx?',
    ],
    [
      'a component of another name',
      'templates/components/footer.tsx',
      'export function Foot() {\n  return <p />;\n}\n',
      'Export one of: Footer.',
    ],
    [
      'a component that does not compile',
      'templates/components/footer.tsx',
      'export function Footer() {\n  return <p>;\n}\n',
      'templates/components/footer.tsx:3:',
    ],
  ];

  async function expectRefused(): Promise<string> {
    const before = existsSync(path.join(home, '_site')) ? filesIn(path.join(home, '_site')) : {};
    const built = await news('build');
    expect(built.said).not.toMatch(/machine is at fault/u);
    expect(built.code).toBe(1);
    expect(existsSync(path.join(home, '_site')) ? filesIn(path.join(home, '_site')) : {}).toEqual(before);
    return built.said;
  }

  test.each(mistakes)(
    '%s is shown at its place, and nothing is published',
    async (_what, file, text, said) => {
      write(file, text);
      expect(await expectRefused()).toContain(said);
    },
  );

  test('of languages and addresses is shown with all others of its kind', async () => {
    write('templates/lang.md', page('', 'title: X\nlang: fr'));
    write('templates/taken.md', page('', 'title: X\npermalink: /search/'));
    write('templates/outside.md', page('', 'title: X\npermalink: ../../../../x.html'));
    write('templates/kept.njk', '---\npermalink: /assets/x.txt\n---\nx\n');
    const said = await expectRefused();
    expect(said).toContain('"fr" is not a language of site.yaml.');
    expect(said).toContain('The site itself has /search/.');
    expect(said).toContain('lies outside of the site');
    expect(said).toContain('Browsers keep what is in /assets/ for a year');
    rmSync(path.join(world, 'x.html'), { force: true });
  });

  test('of links is shown with all others', async () => {
    write('templates/dead.md', page('\n[there](/news/nowhere/)'));
    write('templates/past.md', page('\n[there](/search/)'));
    const said = await expectRefused();
    expect(said).toContain('templates/dead.md:8:9 error extension-link');
    expect(said).toMatch(/templates\/past\.md:8:9 error extension-link[\s\S]*The site lies under \/news\//u);
  });

  test('is what the check says too', async () => {
    write('templates/x.njk', page('<p>{{ site.name | loud }}</p>'));
    write('templates/components/foter.tsx', 'export function Footer() {\n  return <p />;\n}\n');
    const { code, said } = await news('check');
    expect(code).toBe(1);
    expect(said).toContain('templates/x.njk:7:19 error extension-failed');
    expect(said).toContain('Did you mean footer.tsx?');
  });

  test('of a component is shown when a page is rendered', async () => {
    write(
      'templates/components/footer.tsx',
      'export function Footer(props: any) {\n  return <p>{props.no.way}</p>;\n}\n',
    );
    const { code, said } = await news('build');
    expect(said).toContain(
      "templates/components/footer.tsx:2:23 error extension-failed\n  Cannot read properties of undefined (reading 'way').",
    );
    expect(said).toContain('Nothing was published');
    expect(code).toBe(1);
  });
});
