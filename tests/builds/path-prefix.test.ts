/** One small site at the root of its host and in a folder of it: the same files, and every address of it leads there. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startNginx, type WebServer } from '../publish/nginx.ts';
import { folderDouble, publishTo, type TargetDouble } from '../publish/target-double.ts';
import { type HereRun, runNewsHere } from './generator.ts';
import { photo, siteYaml, story, type TemporaryContent, temporaryContent } from './temporary-content.ts';

const host = 'https://news.example.edu';
const front = (title: string, more = '') =>
  `title: ${title}\ndate: 2024-05-06\ntopics: [Research]\ncredits: {draft: YANG Lindi}\nseries: Ponds${more}`;

interface BuiltAt {
  readonly folder: string;
  readonly files: readonly string[];
  readonly built: HereRun;
  readonly checked: HereRun;
}

const contents: TemporaryContent[] = [];
const sites = new Map<string, BuiltAt>();
let target: TargetDouble;
let nginx: WebServer;

async function buildAt(pathPrefix: string): Promise<BuiltAt> {
  const content = await temporaryContent({
    'site.yaml': `${siteYaml}pathPrefix: ${pathPrefix}\npressKit: {enabled: true}\n`,
    'articles/2024/fair/index.md': story(
      front('A fair'),
      `![Stripes](1.jpg "The stall")\n\nSee [the pond](../pond/index.md), [all topics](/topics/), [the plan](plan.txt), [typed](${host}${pathPrefix}2024/05/pond/?a=1#b) and [beside it](${host}/library/).`,
    ),
    'articles/2024/fair/index.zh.md': story(front('集市'), '集市开始了。'),
    'articles/2024/fair/1.jpg': await photo(),
    'articles/2024/fair/plan.txt': 'A plan.',
    'articles/2024/pond/index.md': story(
      front('A pond', '\naliases: [/old/pond.html, /old/pond/]'),
      'Herons came back.',
    ),
    'pages/about.md': story('title: About', 'About us.'),
    'tombstones.yaml': 'tombstones: [{path: /2024/05/flood/, reason: It rained., date: 2024-06-01}]',
  });
  contents.push(content);
  const folder = path.join(content.folder, '_site');
  const options = ['--content', path.join(content.folder, 'content'), '--output', folder];
  const built = await runNewsHere(['build', ...options]);
  const checked = await runNewsHere(['check', '--content', path.join(content.folder, 'content')]);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  return { folder, files, built, checked };
}

beforeAll(async () => {
  for (const prefix of ['/', '/news/']) sites.set(prefix, await buildAt(prefix));
  target = await folderDouble();
  await publishTo(target, at('/news/').folder);
  nginx = await startNginx(target.address.slice('file:'.length));
});

afterAll(async () => {
  await nginx?.close();
  await target?.stop();
  for (const content of contents) await content.remove();
});

function at(prefix: string): BuiltAt {
  const site = sites.get(prefix);
  if (site === undefined) throw new Error(`No site was built at ${prefix}.`);
  return site;
}

/** Addresses of the site that a file names, whole or from the root of the host. */
function addressesIn(file: string, text: string): readonly string[] {
  const whole = [...text.matchAll(/https:\/\/news\.example\.edu([^\s"'<>)\\]*)/gu)].map(
    ([, rest = '']) => rest,
  );
  const rooted = [
    ...text.matchAll(/(?:href|src|action|poster)="(\/[^"]*)"/gu),
    ...text.matchAll(/"(?:start_url|id|scope|src|url|href_matches)": ?"(\/[^"]*)"/gu),
    ...text.matchAll(/url\(["']?(\/[^"')]*)/gu),
  ].map(([, address = '']) => address);
  const sets = [...text.matchAll(/srcset="([^"]*)"/giu)].flatMap(([, set = '']) =>
    set.split(',').map((part) => part.trim().split(' ')[0] ?? ''),
  );
  const rules = file === '_redirects' ? text.split('\n').flatMap((line) => line.split(' ').slice(0, 2)) : [];
  return [...whole, ...rooted, ...sets, ...rules].filter(
    (address) => address !== '' && !address.startsWith('/library/'),
  );
}

const texts = (prefix: string) =>
  at(prefix)
    .files.filter((file) => /\.(?:html|xml|json|txt|webmanifest|css)$|^_redirects$/u.test(file))
    .map((file) => {
      const text = readFileSync(path.join(at(prefix).folder, file), 'utf8');
      // Bodies of feeds are HTML in XML.
      return [file, text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>')] as const;
    });

describe.each(['/', '/news/'])('at %s', (prefix) => {
  test('every address leads into the site, to a file that is there', () => {
    const { files, built } = at(prefix);
    expect(built.code, built.said).toBe(0);
    const known = new Set(files);
    const wrong: string[] = [];
    let count = 0;
    for (const [file, text] of texts(prefix)) {
      for (const address of addressesIn(file, text)) {
        count += 1;
        if (address === prefix.slice(0, -1) || address.includes('*') || address.includes('{')) continue;
        const inside = address.startsWith(prefix) ? address.slice(prefix.length) : undefined;
        const bare = decodeURIComponent((inside ?? '').replace(/[?#].*$/u, ''));
        const isThere = [bare, `${bare}index.html`, `${bare}/index.html`].some((each) => known.has(each));
        if (inside === undefined || !isThere) wrong.push(`${file}: ${address}`);
      }
    }
    expect(count).toBeGreaterThan(500);
    expect([...new Set(wrong)]).toEqual([]);
  });

  test('a link that is typed as a whole address is told with the path as stories write it, and others are not', () => {
    const { said } = at(prefix).checked;
    expect(said.match(/own-address/gu)).toHaveLength(1);
    expect(said).toContain('that the link is checked: ../pond/index.md?a=1#b');
  });
});

test('the same files are made in both places', () => {
  // Sheets name their fonts and press kits their story by whole addresses, so that their hashes differ.
  const names = (prefix: string) => at(prefix).files.filter((file) => !/^assets\/|press\.zip$/u.test(file));
  expect(names('/news/')).toEqual(names('/'));
});

test('nginx sends every file from the folder, and the folder’s name alone leads into it', async () => {
  const get = (url: string) => fetch(nginx.origin + encodeURI(url), { redirect: 'manual' });
  const bare = await get('/news');
  expect([bare.status, bare.headers.get('location')]).toEqual([301, '/news/']);
  const statuses = new Map<string, number[]>();
  for (const file of at('/news/').files) {
    if (/^_|^2024\/05\/flood\/|^old\//u.test(file)) continue;
    const { status } = await get(`/news/${file.replace(/(?:^|(?<=\/))index\.html$/u, '')}`);
    if (status !== 200) statuses.set(file, [status]);
  }
  expect(statuses).toEqual(new Map());
  expect((await get('/news/2024/05/flood/')).status).toBe(410);
  expect((await get('/news/nothing/')).status).toBe(404);
  expect((await get('/news/old/pond/')).headers.get('location')).toBe('/news/2024/05/pond/');
  const complaints = (await nginx.complaints())
    .split('\n')
    .filter((line) => !/^$|\/nothing\/index\.html/u.test(line));
  expect(complaints).toEqual([]);
});

test('a site that has the host already hands the path over, and keeps its own pages and headers', async () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'news-university-'));
  writeFileSync(path.join(root, 'index.html'), 'The university');
  const front = await startNginx(target.address.slice('file:'.length), { root, pathPrefix: '/news/' });
  try {
    const get = (url: string) =>
      fetch(front.origin + url, { redirect: 'manual', headers: { 'Accept-Encoding': 'gzip' } });
    const home = await get('/');
    expect(await home.text()).toBe('The university');
    expect(home.headers.get('content-security-policy')).toBeNull();
    const news = await get('/news/');
    expect(await news.text()).toContain('A fair');
    expect(news.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(news.headers.get('content-encoding')).toBe('gzip');
    expect((await get('/news/robots.txt')).status).toBe(200);
    expect((await get('/news/2024/05/flood/')).status).toBe(410);
    expect((await get('/news/nothing/')).status).toBe(404);
    expect((await get('/nothing/')).headers.get('content-security-policy')).toBeNull();
    expect((await get('/news/2024/05/fair')).headers.get('location')).toBe('/news/2024/05/fair/');
    expect((await get('/news/old/pond/')).headers.get('location')).toBe('/news/2024/05/pond/');
  } finally {
    await front.close();
    rmSync(root, { recursive: true });
  }
});

test('nginx shows nothing of a folder that is none of ours, where it is told to serve another', async () => {
  const conf = readFileSync(path.join(at('/news/').folder, '_nginx.conf'), 'utf8');
  expect(conf).toContain('location /news/ { if (!-f $news_release/_nginx.conf) { return 503; }');
});
