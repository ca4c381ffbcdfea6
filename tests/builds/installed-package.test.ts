/** The package in a folder that has nothing else: what `npm pack` gives, what `news` makes of it, what programs can call. */

import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { transformSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWindow } from '../browser/browser-window.ts';
import { serveFolder } from '../browser/serve-folder.ts';
import { installTarball, packGenerator } from './packed-newsroom.ts';
import { root } from './run-news.ts';
import { webTeamExamples, webTeamTypes } from './web-team-page.ts';

const mostPackedBytes = 3_000_000;
const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const world = mkdtempSync(path.join(os.tmpdir(), 'news-installed-'));
const home = path.join(world, 'newsroom');
let tarball = '';

beforeAll(() => {
  tarball = packGenerator(world);
  installTarball(tarball, home);
}, 300_000);
afterAll(() => rmSync(world, { recursive: true, force: true }));

/** By its name in `node_modules/.bin`, as npx calls it. */
function news(...args: readonly string[]) {
  const command = path.join(home, 'node_modules', '.bin', 'news');
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { code: status, said: stdout + stderr };
}

describe('the package', () => {
  test('is made by npm pack alone, small, without tests, sources and the demonstration', () => {
    expect(statSync(tarball).size).toBeLessThan(mostPackedBytes);
    const files = execFileSync('tar', ['tzf', tarball], { encoding: 'utf8' }).trim().split('\n');
    expect(files).toContain('package/dist/library.d.ts');
    expect(
      files.filter((file) => /^package\/(?:tests|content|src\/(?!cli\/launch\.cjs)|templates)/u.test(file)),
    ).toEqual([]);
    expect(files.filter((file) => /\.tsx?$/u.test(file) && !file.endsWith('.d.ts'))).toEqual([]);
  });

  test('makes a newsroom that is checked, built and published, and that a reader sees', async () => {
    const init = news(
      ...['init', '--yes', '--name', 'Campus Nachrichten', '--url', 'https://www.hochschule.test/'],
      ...[
        '--languages',
        'de',
        '--time-zone',
        'Europe/Berlin',
        '--topics',
        'Forschung',
        '--email',
        'a@hochschule.test',
      ],
    );
    expect(init.said).toContain('The newsroom is in');
    const { dependencies } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
    expect(Object.keys(dependencies)).toEqual(['newsroom']);
    expect(news('check')).toMatchObject({ code: 0, said: expect.stringContaining('All good') });
    expect(news('build')).toMatchObject({ code: 0 });
    expect(news('publish', 'file:www')).toMatchObject({ code: 0 });
    const server = await serveFolder(path.join(home, 'www', 'current'));
    const { page, release } = await openWindow({ hasScript: true, isTouch: false });
    const troubles: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
    });
    page.on('response', (response) => {
      if (response.status() >= 400) troubles.push(`${response.status()} ${response.url()}`);
    });
    try {
      await page.goto(server.origin);
      await page.getByRole('link', { name: 'Unsere Redaktion ist online' }).first().click();
      expect(await page.locator('h1').innerText()).toContain('Unsere Redaktion');
      await page.goto(`${server.origin}/search/?q=Redaktion`);
      await page.locator('main').getByRole('link', { name: 'Unsere Redaktion ist online' }).waitFor();
      expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toMatch(/Newsreader/iu);
    } finally {
      await release();
      await server.close();
    }
    expect(troubles).toEqual([]);
  });

  test('is a library whose types hold in a strict program, and which does what they say', () => {
    const options = {
      ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noEmit: true },
      ...{ module: 'NodeNext', target: 'ES2022', types: ['node'], skipLibCheck: false },
    };
    writeFileSync(
      path.join(home, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: options, files: ['count.mts'] }),
    );
    // What every program for Node has.
    mkdirSync(path.join(home, 'node_modules', '@types'), { recursive: true });
    for (const name of ['@types/node', 'undici-types'])
      if (!existsSync(path.join(home, 'node_modules', name)))
        symlinkSync(path.join(root, 'node_modules', name), path.join(home, 'node_modules', name));
    const program = `import { buildSite, checkSite, loadContent, type Diagnostic } from 'newsroom';

const say = (text: string): void => console.log(text);
const { isGood, diagnostics } = await checkSite({ folder: '.' });
const places: readonly string[] = diagnostics.map(({ file, line, code }: Diagnostic) => \`\${file}:\${line} \${code}\`);
const { content } = await loadContent();
const titles = content?.articles.map(({ frontMatter }) => frontMatter.title.toUpperCase()) ?? [];
// @ts-expect-error What a story does not have is found before the program runs.
content?.articles.map(({ frontMatter }) => frontMatter.titel);
const built = await buildSite({ output: 'built-by-program', nowMs: Date.UTC(2100, 0, 1) });
say(JSON.stringify({ isGood, places, titles, isBuilt: built.isBuilt, articles: built.articles }));
`;
    writeFileSync(path.join(home, 'count.mts'), program);
    expect(
      spawnSync(process.execPath, [tsc, '-p', '.', '--singleThreaded'], { cwd: home, encoding: 'utf8' })
        .stdout,
    ).toBe('');
    const compiled = transformSync(program, { loader: 'ts', format: 'esm' }).code;
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', compiled], {
      cwd: home,
      encoding: 'utf8',
    });
    expect(JSON.parse(said)).toEqual({
      isGood: true,
      places: [],
      titles: ['UNSERE REDAKTION IST ONLINE'],
      isBuilt: true,
      articles: 1,
    });
    expect(existsSync(path.join(home, 'built-by-program', 'index.html'))).toBe(true);
  });

  test('is extended as the web team’s page shows, in the types that it names', () => {
    for (const [file, text] of webTeamExamples()) {
      mkdirSync(path.dirname(path.join(home, file)), { recursive: true });
      writeFileSync(path.join(home, file), text);
    }
    mkdirSync(path.join(home, 'downloads'));
    writeFileSync(path.join(home, 'tsconfig.json'), webTeamTypes());
    const plugin = '@11ty/eleventy-navigation';
    symlinkSync(path.join(root, 'node_modules', plugin), path.join(home, 'node_modules', plugin));
    // Eleventy's plugins bring no types.
    writeFileSync(path.join(home, 'templates', 'plugins.d.ts'), `declare module '${plugin}';\n`);
    expect(
      spawnSync(process.execPath, [tsc, '-p', '.', '--singleThreaded'], { cwd: home, encoding: 'utf8' })
        .stdout,
    ).toBe('');
    expect(news('build')).toMatchObject({ code: 0 });
    expect(readFileSync(path.join(home, '_site', 'numbers', 'index.html'), 'utf8')).toMatch(
      /<h1>Campus Nachrichten in numbers<\/h1>.*<p class="support">/su,
    );
  });

  test('reaches nothing of this checkout', () => {
    const installed = readdirSync(path.join(home, 'node_modules', 'newsroom'), {
      recursive: true,
      withFileTypes: true,
    })
      .filter((entry) => entry.isFile() && /\.(?:m?js|json|d\.ts|yml)$/u.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name));
    expect(installed.filter((file) => readFileSync(file, 'utf8').includes(root))).toEqual([]);
  });
});
