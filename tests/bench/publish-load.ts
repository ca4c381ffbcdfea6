/**
 * `npm run trial:load`: nginx serves the demonstration site from a `file:` target to wrk and to a reader who follows what
 * each page names, while another day of the site is published fifty times and every second one is taken back. Counts
 * what failed and what was of two days at once. Options: --publishes 50, --connections 8. Bounded: each connection of
 * wrk pauses for 5 ms after an answer. Exits with 1 when any request failed.
 */

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { SiteManifest } from '../../src/output/manifest.ts';
import { openBuiltFolder } from '../../src/publish/built-folder.ts';
import { openTarget } from '../../src/publish/open-target.ts';
import { runNews } from '../builds/run-news.ts';
import { startNginx } from '../publish/nginx.ts';
import { defaultOptions } from '../publish/target-double.ts';
import { median } from './measured-process.ts';
import { installPackages } from './real-photos.ts';
import { markOf, writeVariant } from './site-variant.ts';

const { values } = parseArgs({
  options: { publishes: { type: 'string', default: '50' }, connections: { type: 'string', default: '8' } },
});
const publishes = Number(values.publishes);
/** So that nothing is left running, whatever happens. */
const AT_MOST_SECONDS = 1800;
const PHOTOS = 60;

const wrkScript = `
local paths, threads = {}, {}
for line in io.lines(os.getenv("NEWS_PATHS")) do paths[#paths + 1] = line end
function setup(thread) threads[#threads + 1] = thread end
function init() failed, mixed, pages = 0, 0, 0 end
function request() return wrk.format("GET", paths[math.random(#paths)]) end
function delay() return 5 end
function response(status, headers, body)
  if status ~= 200 then failed = failed + 1 end
  if body:sub(1, 15):lower() == "<!doctype html>" then
    pages = pages + 1
    local first = body:match("^<[^>]*>(<!%-%- day %d+ %-%->)")
    if first == nil or body:sub(-#first) ~= first then mixed = mixed + 1 end
  end
end
function done(summary, latency)
  local count = { failed = 0, mixed = 0, pages = 0 }
  for _, thread in ipairs(threads) do
    for name in pairs(count) do count[name] = count[name] + thread:get(name) end
  end
  local e = summary.errors
  io.write(string.format('RESULT{"requests":%d,"pages":%d,"notOk":%d,"mixed":%d,"broken":%d,"seconds":%.1f,"medianMs":%.2f,"p99Ms":%.2f,"maxMs":%.2f}\\n',
    summary.requests, count.pages, count.failed, count.mixed, e.connect + e.read + e.write + e.timeout,
    summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3))
end
`;

installPackages({ wrk: '/usr/bin/wrk', 'nginx-light': '/usr/sbin/nginx' });
const work = await mkdtemp(path.join(os.tmpdir(), 'news-load-'));
const folder = path.join(work, 'www');
const built = path.join(work, 'built/_site');
const manifests = new Map<number, SiteManifest>();
const follower = { pages: 0, parts: 0, faults: new Map<string, number>() };
let isOver = false;

try {
  const build = await runNews(['build', '--output', built]);
  if (build.code !== 0) throw new Error(build.stderr);
  await publish(0);
  const nginx = await startNginx(folder);
  const pages = await pagesThatAnswer(nginx.origin);
  const photos = [...(manifests.get(0)?.files.keys() ?? [])].filter((file) =>
    /^photos\/.*\.webp$/u.test(file),
  );
  const paths = [...pages, ...photos.slice(0, PHOTOS).map((file) => `/${file}`)];
  const wrk = startWrk(nginx.origin, paths);
  const following = Promise.all([follow(nginx.origin, pages, 'br'), follow(nginx.origin, pages, 'identity')]);
  const seconds: number[] = [];
  let rollbacks = 0;
  for (let number = 1; number <= publishes; number += 1) {
    const begun = performance.now();
    await publish(number);
    seconds.push((performance.now() - begun) / 1000);
    if (number % 2 === 0) {
      await (await target()).rollBack();
      rollbacks += 1;
    }
  }
  isOver = true;
  await following;
  const counted = await wrk.stop();
  const complaints = await nginx.complaints();
  await nginx.close();
  const total = seconds.reduce((sum, each) => sum + each, 0);
  console.log(
    `${publishes} publishes (median ${median(seconds).toFixed(2)} s with the making of the day, ${total.toFixed(0)} s in all) ` +
      `and ${rollbacks} rollbacks of ${manifests.get(0)?.files.size} files`,
  );
  console.log(`wrk, ${values.connections} connections: ${counted}`);
  console.log(
    `reader: ${follower.pages} pages and ${follower.parts} style sheets, scripts and photos that they name, ` +
      `each compared with its day byte by byte; faults: ${JSON.stringify(Object.fromEntries(follower.faults))}`,
  );
  console.log(`nginx complained of: ${complaints === '' ? 'nothing' : complaints}`);
  const { notOk, mixed, broken } = JSON.parse(counted);
  if (notOk + mixed + broken + follower.faults.size > 0 || complaints !== '') process.exitCode = 1;
} finally {
  await rm(work, { recursive: true, force: true });
}

async function target() {
  return await openTarget(
    { kind: 'file', folder },
    { here: '/', environment: {}, cacheFolder: path.join(work, 'cache') },
  );
}

async function publish(number: number): Promise<void> {
  const day = path.join(work, `day-${number}`);
  await writeVariant(built, day, number);
  const site = await openBuiltFolder(day);
  manifests.set(number, site.manifest);
  await (await target()).publish(site, { ...defaultOptions(day), cacheFolder: path.join(work, 'cache') });
  await rm(day, { recursive: true, force: true });
}

/** What has moved or is gone answers otherwise, and is left out. */
async function pagesThatAnswer(origin: string): Promise<readonly string[]> {
  const urls = [...(manifests.get(0)?.files.keys() ?? [])]
    .filter((file) => file.endsWith('index.html'))
    .map((file) => encodeURI(`/${file.slice(0, -'index.html'.length)}`));
  const answers = await Promise.all(
    urls.map(async (url) => (await fetch(origin + url, { redirect: 'manual' })).status === 200),
  );
  return urls.filter((_, index) => answers[index]);
}

function startWrk(origin: string, paths: readonly string[]) {
  const script = path.join(work, 'load.lua');
  const list = path.join(work, 'paths.txt');
  const begun = Promise.all([writeFile(script, wrkScript), writeFile(list, paths.join('\n'))]).then(() => {
    const child = spawn(
      'wrk',
      ['-t', '1', '-c', values.connections, '-d', `${AT_MOST_SECONDS}s`, '-s', script, origin],
      { env: { ...process.env, NEWS_PATHS: list }, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    return { child, ended: new Promise<string>((resolve) => child.once('close', () => resolve(said))) };
  });
  return {
    async stop(): Promise<string> {
      const { child, ended } = await begun;
      child.kill('SIGINT');
      const said = await ended;
      const [, counted] = /RESULT(\{.*\})/u.exec(said) ?? [];
      if (counted === undefined) throw new Error(`wrk said nothing of use: ${said}`);
      return counted;
    },
  };
}

/** Opens pages one after the other, and at once what each names, as a browser does. */
async function follow(origin: string, pages: readonly string[], encoding: string): Promise<void> {
  const read = async (url: string) => {
    const answer = await fetch(origin + url, { headers: { 'Accept-Encoding': encoding } });
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const fault = (what: string) => follower.faults.set(what, (follower.faults.get(what) ?? 0) + 1);
  const isOf = (number: number, url: string, bytes: Buffer) =>
    manifests.get(number)?.files.get(decodeURI(url).slice(1))?.sha256 ===
    createHash('sha256').update(bytes).digest('hex');
  for (let turn = 0; !isOver; turn += 1) {
    const url = pages[(turn * 7) % pages.length] ?? '/';
    const page = await read(url).catch((error: unknown) => ({
      status: String(error),
      bytes: Buffer.alloc(0),
    }));
    const html = page.bytes.toString();
    const number = Number(/^<[^>]*><!-- day (\d+) -->/u.exec(html)?.[1] ?? -1);
    follower.pages += 1;
    if (page.status !== 200) fault(`page: ${page.status}`);
    else if (!html.endsWith(markOf(number)) || !isOf(number, `${url}index.html`, page.bytes))
      fault('page of no day');
    const parts = [
      ...html.matchAll(/(?:href|src)="(\/(?:assets|photos)\/[^"]*\.(?:css|js|webp|jpg|woff2))"/gu),
    ];
    for (const part of new Set(parts.map(([, named = '']) => named).slice(0, 12))) {
      const { status, bytes } = await read(part).catch((error: unknown) => ({
        status: String(error),
        bytes: Buffer.alloc(0),
      }));
      follower.parts += 1;
      if (status !== 200) fault(`part: ${status}`);
      else if (!isOf(number, part, bytes)) fault('part of another day');
    }
  }
}
