/**
 * `npm run bench:views`: counts the readers in one generated log with `news views import` and with goaccess, and tells
 * lines per second and the most memory of each. Options: --lines 10000000, --goaccess-lines 1000000 (the first ones of
 * the same log: goaccess takes ten minutes for ten million). Needs 2.5 GB of disk for a while.
 *
 * The log is made by a fixed rule: two weeks of a newsroom with 300 stories, of whose requests one in seven is for a
 * story, one in twelve by a program, and the rest for photos, style sheets, feeds and what is not there.
 */

import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { siteYaml, story } from '../builds/temporary-content.ts';
import { type MeasuredRun, measure, timePackage } from './measured-process.ts';
import { installPackages } from './real-photos.ts';

const stories = 300;
const days = 14;
const readers = 400_000;

const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '10000000' },
    'goaccess-lines': { type: 'string', default: '1000000' },
  },
});
const lines = Number(values.lines);
const goaccessLines = Math.min(lines, Number(values['goaccess-lines']));

installPackages({ goaccess: '/usr/bin/goaccess', ...timePackage });
const root = path.resolve(import.meta.dirname, '../..');
const work = mkdtempSync(path.join(os.tmpdir(), 'news-views-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
mkdirSync(path.join(work, 'content'));
writeFileSync(path.join(work, 'content/site.yaml'), siteYaml);
for (let index = 0; index < stories; index += 1) {
  const folder = path.join(work, `content/articles/2024/story-${index}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'index.md'),
    story(`title: Story ${index}\ndate: 2024-05-01\ntopics: [Research]`, 'Text.'),
  );
}
const log = path.join(work, 'access.log');
const shortLog = path.join(work, 'short.log');
writeLog(log, lines);
writeLog(shortLog, goaccessLines);
console.log(`${lines.toLocaleString('en')} lines of ${(statSync(log).size / 1e6).toFixed(0)} MB`);

const news = [process.execPath, path.join(root, 'src/cli/launch.cjs'), 'views', 'import'];
tell('news views import', lines, measure([...news, log, '--content', 'content'], work));
console.log(`The first ${goaccessLines.toLocaleString('en')} of them`);
tell(
  'news views import',
  goaccessLines,
  measure([...news, shortLog, '--content', 'content', '--source', 'short'], work),
);
const goaccess = ['goaccess', shortLog, '--log-format=COMBINED', '--no-progress', '-o', 'report.json'];
tell('goaccess, crawlers left out', goaccessLines, measure([...goaccess, '--ignore-crawlers'], work));
tell('goaccess', goaccessLines, measure(goaccess, work));

function tell(name: string, read: number, { wallSeconds, cpuSeconds, peakMb }: MeasuredRun): void {
  const speed = Math.round(read / wallSeconds / 1000);
  console.log(
    `  ${name.padEnd(27)} ${wallSeconds.toFixed(1).padStart(6)} s (CPU ${cpuSeconds.toFixed(1)} s), ` +
      `${speed.toLocaleString('en')},000 lines/s, peak ${peakMb.toFixed(0)} MB`,
  );
}

/** A shorter log is the beginning of a longer one. */
function writeLog(file: string, count: number): void {
  const browsers = [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1',
    'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
  ];
  const programs = [
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
    'curl/8.5.0',
  ];
  let state = 1;
  /** 0 or more, below `limit`; the same row of numbers in every run (Park and Miller). */
  const random = (limit: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
  const target = (): string => {
    const kind = random(100);
    if (kind < 14) return `/2024/05/story-${Math.min(random(stories), random(stories))}/`;
    if (kind < 70) return `/photos/story-${random(stories)}-${random(8)}.0a1b2c3d.640w.avif`;
    if (kind < 85) return `/assets/masthead.${random(3)}f00dfeed.js`;
    return kind < 95 ? '/feed.xml' : `/wp-login.php?${random(1_000_000)}`;
  };
  const handle = openSync(file, 'w');
  const startMs = Date.UTC(2024, 4, 1);
  let block = '';
  for (let index = 0; index < count; index += 1) {
    const at = new Date(startMs + Math.floor((index / lines) * days * 86_400_000)).toISOString();
    const reader = random(readers);
    const agents = random(12) === 0 ? programs : browsers;
    const url = target();
    block +=
      `10.${reader >> 16}.${(reader >> 8) & 255}.${reader & 255} - - [${at.slice(8, 10)}/May/2024:${at.slice(11, 19)} +0000] ` +
      `"GET ${url} HTTP/2.0" ${url.startsWith('/wp') ? 404 : 200} ${random(90_000)} "https://news.example.edu/" "${agents[reader % 3]}"\n`;
    if (block.length > 1 << 20) {
      writeSync(handle, block);
      block = '';
    }
  }
  writeSync(handle, block);
  closeSync(handle);
}
