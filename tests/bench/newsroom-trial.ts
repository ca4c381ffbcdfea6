/**
 * `npm run trial:newsroom`: packs the generator, puts the package into empty folders, and makes three newsrooms that have
 * nothing in common, as a new web person would: init, check, build, publish into a folder of nginx, change, publish, upgrade.
 * Each is looked at in Chromium at three widths. Prints the steps and their time; exits with 1 when one of them goes wrong.
 *
 * The package's own dependencies are links to those of this checkout, so that no network is asked. Screenshots are kept.
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumFlags, chromiumPath } from '../browser/chromium-path.ts';
import { packGenerator, unpackTarball } from '../builds/packed-newsroom.ts';
import { startNginx } from '../publish/nginx.ts';

const world = mkdtempSync(path.join(os.tmpdir(), 'newsroom-trial-'));
const mostPackedBytes = 3_000_000;
const widthsPx = [390, 820, 1440];
const logo = path.join(world, 'logo.svg');
writeFileSync(
  logo,
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40" onload="alert(1)"><script>alert(1)</script><circle cx="20" cy="20" r="16" fill="#7a1f5c"/><path d="M50 8h60v24H50z" fill="#7a1f5c"/></svg>',
);

const newsrooms = [
  {
    name: 'german',
    prefix: 'aktuell',
    flags: [
      '--name',
      'Campus Nachrichten',
      '--url',
      'https://www.hochschule.test/aktuell/',
      '--languages',
      'de',
      '--time-zone',
      'Europe/Berlin',
      '--topics',
      'Forschung, Studium und Lehre',
      '--accent',
      '#0b2a5b',
      '--host',
      'server',
    ],
  },
  {
    name: 'arabic',
    prefix: '',
    flags: [
      '--name',
      'أخبار الجامعة|University News',
      '--url',
      'https://news.jamiah.test',
      '--languages',
      'ar,en',
      '--time-zone',
      'Africa/Cairo',
      '--topics',
      'research=البحث العلمي|Research',
      '--accent',
      '#0f6b3a',
      '--host',
      'github',
    ],
  },
  {
    name: 'japanese',
    prefix: '',
    flags: [
      '--name',
      'ことば大学ニュース',
      '--url',
      'https://news.kotoba.test',
      '--languages',
      'ja',
      '--time-zone',
      'Asia/Tokyo',
      '--topics',
      'research=研究',
      '--accent',
      '#7a1f5c',
      '--logo',
      logo,
      '--host',
      'netlify',
    ],
  },
] as const;

const tarball = pack();
for (const { name, prefix, flags } of newsrooms) {
  const began = performance.now();
  const folder = install(name);
  const steps: string[] = [];
  const news = (...args: readonly string[]): string => {
    steps.push(`news ${args[0]}`);
    return execFileSync(process.execPath, ['node_modules/newsroom/src/cli/launch.cjs', ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  };
  news('init', '--yes', '--email', 'news@newsroom.test', ...flags);
  news('check');
  news('build');
  // Under its path prefix, as the web server has it.
  const site = path.join(folder, 'www');
  news('publish', `file:${site}`);
  const [year = ''] = readdirSync(path.join(folder, 'content/articles'));
  const story = path.join(folder, 'content/articles', year, 'first-story/index.md');
  writeFileSync(story, `${readFileSync(story, 'utf8')}\nhttps://www.w3.org/\n`);
  news('build');
  news('publish', `file:${site}`, '--allow-removals');
  news('upgrade', '--yes');
  const current = path.join(site, 'current');
  const published = readFileSync(path.join(current, 'index.html'), 'utf8');
  if (/<script>alert|USTB|example\.edu/u.test(published)) throw new Error(`${name} carries what it may not.`);
  await look(
    name,
    site,
    prefix,
    flags.some((flag) => flag === logo),
  );
  console.log(`${name}: ${steps.join(', ')}; ${((performance.now() - began) / 1000).toFixed(0)} s`);
}
console.log(`Screenshots: ${world}`);

function pack(): string {
  const file = packGenerator(world);
  const { size } = statSync(file);
  console.log(`The package has ${(size / 1e6).toFixed(2)} MB.`);
  if (size > mostPackedBytes) throw new Error('The package is larger than 3 MB.');
  return file;
}

function install(name: string): string {
  const folder = path.join(world, name);
  unpackTarball(tarball, folder);
  return folder;
}

async function look(name: string, site: string, prefix: string, hasLogo: boolean): Promise<void> {
  const server = await startNginx(site);
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error('There is no Chromium.');
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
  const problems: string[] = [];
  for (const width of widthsPx) {
    const page = await browser.newPage({ viewport: { width, height: 1000 } });
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    for (const url of ['', 'archive/', 'search/', 'about/', 'accessibility/']) {
      const response = await page.goto(`${server.origin}/${prefix === '' ? '' : `${prefix}/`}${url}`);
      if (response?.status() !== 200) problems.push(`${url} is answered with ${response?.status()}.`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (overflow > 0) problems.push(`${url} is ${overflow} px too wide at ${width} px.`);
      if (hasLogo && !(await page.locator('.logo').first().isVisible()))
        problems.push(`${url} shows no logo at ${width} px.`);
      await page.screenshot({
        path: path.join(world, `${name}-${url.replace('/', '') || 'home'}-${width}.png`),
      });
    }
    await page.close();
  }
  await browser.close();
  const complaints = await server.complaints();
  await server.close();
  if (complaints !== '') problems.push(complaints);
  if (problems.length > 0) throw new Error(`${name}: ${problems.join('\n')}`);
}
