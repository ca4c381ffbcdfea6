/** Takedowns as a newsroom does them: in a git repository, with a site built before. The search of the output is our own. */

import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exitCode } from '../../src/cli/exit-code.ts';
import { type Generator, openGenerator } from './generator.ts';
import { siteYaml, story, type TemporaryContent, temporaryContent } from './temporary-content.ts';

let generator: Generator;
let content: TemporaryContent;

/** A pattern that no other picture has; at another size it looks the same. */
async function pattern(seed: number, widthPx = 800): Promise<Buffer> {
  const fields = Array.from({ length: 48 }, (_, at) => {
    const grey = (seed * 37 + at * at * 53 + seed * at * 91) % 256;
    return `<rect x="${(at % 8) * 100}" y="${Math.floor(at / 8) * 100}" width="100" height="100" fill="rgb(${grey},${grey},${grey})"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600">${fields.join('')}</svg>`;
  return await sharp(Buffer.from(svg))
    .resize(widthPx)
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>QIN Shaobo</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>',
    )
    .jpeg()
    .toBuffer();
}

const front = (title: string, more = '') =>
  `title: ${title}\ndate: 2024-05-06\ntopics: [Research]\ncredits: {draft: [YANG Lindi, QIN Shaobo], revision: QIN Shaobo}${more}`;
const figure = (file: string, caption: string) => `![Stripes](${file} "${caption}"){credit="QIN Shaobo"}`;

beforeAll(async () => {
  generator = await openGenerator();
  content = await temporaryContent({
    'site.yaml': `${siteYaml}pressKit: {enabled: true}\n`,
    'articles/2024/fair/index.md': story(
      front('Forty stalls at the spring fair'),
      `The first stall sold out before nine in the morning.\n\n${figure('1.jpg', 'The bamboo stall')}\n\nNobody had expected *so many* visitors on that day.`,
    ),
    'articles/2024/fair/index.zh.md': story(
      front('春季集市有四十个摊位'),
      '第一个摊位在早上九点之前就已经卖完了。',
    ),
    'articles/2024/fair/1.jpg': await pattern(3),
    'articles/2024/pond/index.md': story(
      front(
        'Herons return',
        '\nrelated: [2024/fair, 2024/hall]\nimage: 2.jpg\nphotos: {2.jpg: {caption: Grey herons}}',
      ),
      `Herons came back, as [the fair](../fair/index.md) did.\n\n${figure('1.jpg', 'A heron wades')}\n${figure('2.jpg', 'Two herons sleep')}\n\nThey stay.`,
    ),
    'articles/2024/pond/1.jpg': await pattern(5),
    'articles/2024/pond/2.jpg': await pattern(8),
    'articles/2024/hall/index.md': story(
      front('A hall opens'),
      `Said YANG Lindi: it is large.\n\n${figure('copy.jpg', 'The hall')}`,
    ),
    'articles/2024/hall/copy.jpg': await pattern(8, 640),
    'people/qin-shaobo.md': story(
      'name: QIN Shaobo\nnames: {zh: 秦少波}\nemail: qin@example.edu',
      'QIN Shaobo takes photos.',
    ),
    'views.json': '{"articles": {"2024/fair": {"total": 7}, "2024/pond": {"total": 5}}}',
  });
  git('init', '--quiet');
  commit();
  expect((await run(['build', '--output', site()])).said).toContain('The site is in');
  await run(['addresses', '--update']);
  commit();
});

afterAll(async () => {
  await content?.remove();
  await generator?.remove();
});

const site = () => path.join(content.folder, '_site');
const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.edu', ...args], {
    cwd: content.folder,
  });
const commit = () => {
  git('add', 'content');
  git('commit', '--quiet', '--allow-empty', '-m', 'As it is');
};
const run = (command: readonly string[]) =>
  generator.run([...command, '--content', path.join(content.folder, 'content')]);
const takeDown = (what: string, ...more: readonly string[]) =>
  run(['takedown', what, '--output', site(), ...more]);
const read = (file: string) => readFile(path.join(content.folder, 'content', file), 'utf8');

/** Files below the folders that hold one of the words. */
async function filesWith(folders: readonly string[], ...words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (!entry.isFile()) continue;
      const file = path.join(entry.parentPath, entry.name);
      const bytes = await readFile(file);
      if (words.some((word) => bytes.includes(word))) found.push(path.relative(folder, file));
    }
  }
  return found.sort();
}

const caches = () =>
  ['articles', 'press-kits', 'photos', 'extension'].map((name) => path.join(generator.root, '.cache', name));

describe('news takedown', () => {
  test('shows what it would do, and changes nothing before it is told to', async () => {
    const { code, said } = await takeDown('2024/fair', '--dry-run');
    expect(code).toBe(exitCode.good);
    expect(said).toContain('articles/2024/fair/1.jpg');
    expect(said).toContain('says at /zh/2024/05/fair/ that it is gone');
    expect((await takeDown('2024/fair')).said).toContain('Add --yes');
    expect(git('status', '--porcelain', 'content').toString()).toBe('');
  });

  test('says when it knows nothing of that name', async () => {
    const { code, said } = await takeDown('2024/far', '--yes');
    expect(code).toBe(exitCode.usage);
    expect(said).toContain('no story, photo or person');
  });

  test('loses nothing that git does not have', async () => {
    await content.write('articles/2024/fair/notes.jpg', 'of the editor');
    const { code, said } = await takeDown('2024/fair', '--yes');
    expect(code).toBe(exitCode.content);
    expect(said).toContain('articles/2024/fair/notes.jpg');
    expect(await read('articles/2024/fair/notes.jpg')).toBe('of the editor');
    await writeFile(path.join(content.folder, 'content/articles/2024/fair/notes.jpg'), '');
    commit();
  });

  test('of a story leaves a grave and nothing else, in every language', async () => {
    const words = [
      'bamboo stall',
      'Forty stalls',
      'sold out before',
      'visitors on that day',
      '四十个摊位',
      '早上九点之前',
    ];
    // A page of the web team's own, which tells of the story.
    const own = path.join(generator.root, '.cache/extension/some/site/list/index.html');
    await mkdir(path.dirname(own), { recursive: true });
    await writeFile(own, `<li>${words[0]}</li>`);
    expect((await filesWith([site(), ...caches()], ...words)).length).toBeGreaterThan(8);
    const names = /"names": \{[^}]*\}/u.exec(await read('.addresses.json'))?.[0];
    expect(names).toContain('/people/');
    const { code, said } = await takeDown(
      'https://news.example.edu/2024/05/fair/',
      '--yes',
      '--reason',
      'It rained.',
    );
    expect(said).toContain('Gone:');
    expect(code, said).toBe(exitCode.good);
    expect(await filesWith([site(), ...caches()], ...words)).toEqual([]);
    // Hosts have to be told of the address; the page at it does not repeat it.
    expect(await filesWith([site()], '2024/05/fair')).toEqual(['_nginx.conf', '_redirects', 'manifest.json']);
    expect(await readFile(path.join(site(), '2024/05/fair/index.html'), 'utf8')).toContain('It rained.');
    expect(await read('articles/2024/pond/index.md')).toContain('related: [2024/hall]');
    expect(await read('articles/2024/pond/index.md')).toContain('Herons came back, as the fair did.');
    expect(await read('views.json')).not.toContain('fair');
    expect(await read('.addresses.json')).not.toContain('"articles/2024/fair/index.md": {');
    // Whose page a person's address is stays known: it leads there when the name gets another one.
    expect(await read('.addresses.json')).toContain(names);
    expect(said).toContain('history of git');
    commit();
  });

  test('of a photo takes it out of its story, and tells of one that looks the same', async () => {
    const { code, said } = await takeDown('2024/pond/2.jpg', '--yes');
    expect(code, said).toBe(exitCode.good);
    expect(said).toMatch(/Looks the same, and stays: photos\//u);
    const article = await read('articles/2024/pond/index.md');
    expect(article).not.toMatch(/2\.jpg|Two herons|image:|photos:/u);
    expect(article).toContain('A heron wades');
    expect(article).toMatch(/\n\nThey stay\.\n$/u);
    expect(await filesWith([site(), ...caches()], 'Two herons sleep', 'Grey herons')).toEqual([]);
    commit();
  });

  test('gives no reason that names what it takes away', async () => {
    for (const reason of ['QIN Shaobo asked for it.', 'At Prof. Qin’s request.']) {
      const { code, said } = await takeDown('QIN Shaobo', '--yes', '--reason', reason);
      expect(code).toBe(exitCode.usage);
      expect(said).toContain('readers would read it at the address');
    }
  });

  test('of a person names what only people can mend, and is done when they have', async () => {
    await content.write(
      'articles/2024/hall/index.md',
      `${await read('articles/2024/hall/index.md')}\nQIN Shaobo was there.\n\nLater, Prof. Qin left.\n`,
    );
    commit();
    const first = await takeDown('QIN Shaobo', '--yes');
    expect(first.code).toBe(exitCode.content);
    expect(first.said).toMatch(/hall\/index\.md:\d+ still names it/u);
    expect(first.said).toMatch(/hall\/index\.md:\d+ may name it: Later, Prof\. Qin left/u);
    expect(first.said).toContain('Not gone yet');
    commit();
    const hall = await read('articles/2024/hall/index.md');
    expect(hall).toContain('credits: {draft: [YANG Lindi]}');
    expect(hall).toContain('![Stripes](copy.jpg "The hall")\n');
    await content.write('articles/2024/hall/index.md', hall.replace('\nQIN Shaobo was there.\n', ''));
    commit();
    const { code, said } = await takeDown('QIN Shaobo', '--yes');
    expect(code, said).toBe(exitCode.good);
    expect(said).toContain('Gone:');
    expect(said).toMatch(/Not sure:[\s\S]*look: “Prof\. Qin” in 2024\/05\/hall\/index\.html and/u);
    const grave = await readFile(path.join(site(), 'people/qin-shaobo/index.html'), 'utf8');
    expect(grave).toContain('410');
    expect(grave).not.toMatch(/qin|shaobo/iu);
    expect(await filesWith([site(), ...caches()], 'QIN Shaobo', '秦少波', 'qin@example.edu')).toEqual([]);
    expect(await readFile(path.join(site(), '_redirects'), 'utf8')).toContain(
      '/people/qin-shaobo/ /people/qin-shaobo/index.html 410!',
    );
  });
});
