#!/usr/bin/env node
/**
 * The timer: tells whether the published site is behind the clock, by one request for its `due.json`. It needs no
 * package, so that a runner asks it straight from the checkout, ninety-six times a day:
 *
 *     node src/cli/is-due.mjs [ADDRESS] [--wait MINUTES]
 *
 * Without an address it is that of `content/site.yaml`. Exit codes: 0 nothing is due, 1 something is, 2 called wrongly,
 * 3 the site does not answer. `--wait` asks again each minute until nothing is due any more. Within GitHub Actions it
 * notes `late=yes` or `late=no` as an output of the step and exits with 0 for both.
 */

import { appendFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const timeoutMs = 30_000;
const minuteMs = 60_000;
const settingsFile = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../content/site.yaml');

const { address, waitMinutes } = readArguments(process.argv.slice(2));
const site = address ?? addressOf(settingsFile);
let late = await isLate(site);
for (let minute = 0; late && minute < waitMinutes; minute += 1) {
  await new Promise((resolve) => setTimeout(resolve, minuteMs));
  late = await isLate(site);
}
console.log(late ? `Something is due at ${site}: build and publish it.` : `Nothing is due at ${site}.`);
const { GITHUB_OUTPUT: outputs } = process.env;
if (outputs && waitMinutes === 0) appendFileSync(outputs, `late=${late ? 'yes' : 'no'}\n`);
else if (late) process.exitCode = 1;

/** Whether a moment of the published `due.json` has come. A site that is built after it does not list it any more. */
async function isLate(address) {
  const url = new URL('due.json', address.endsWith('/') ? address : `${address}/`);
  // Caches of the host may hold an old one: each question has an address of its own.
  url.search = `at=${Date.now()}`;
  let due;
  try {
    const answer = await fetch(url, {
      signal: AbortSignal.timeout(timeoutMs),
      headers: { 'cache-control': 'no-cache' },
    });
    if (!answer.ok) throw new Error(`it answers ${answer.status}; was it published by this program?`);
    due = await answer.json();
  } catch (error) {
    stop(3, `${url.origin}${url.pathname}: ${error.message}`);
  }
  const next = due?.next === null ? Number.POSITIVE_INFINITY : Date.parse(due?.next);
  if (due?.version !== 1 || Number.isNaN(next))
    stop(3, `${url.origin}${url.pathname} is not of this program.`);
  return next <= clock();
}

/** `NEWS_NOW` sets it, as for all commands. */
function clock() {
  const wanted = process.env.NEWS_NOW;
  return wanted ? Date.parse(wanted) : Date.now();
}

/** Two plain settings at the left margin; every other spelling is answered by giving the address. */
function addressOf(file) {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    stop(
      2,
      `There is no ${file}. Give the address of the site: node src/cli/is-due.mjs https://news.example.edu/`,
    );
  }
  const read = (key) =>
    new RegExp(`^${key}:[ \\t]+(["']?)([^\\s"'#]+)\\1[ \\t]*(?:#.*)?\\r?$`, 'mu').exec(text)?.[2];
  const origin = read('baseUrl');
  if (origin === undefined) stop(2, `${file} says no baseUrl. Give the address of the site as an argument.`);
  return `${origin.replace(/\/+$/u, '')}${read('pathPrefix') ?? '/'}`;
}

function readArguments(given) {
  const at = given.indexOf('--wait');
  const waitMinutes = at < 0 ? 0 : Number(given[at + 1]);
  const [address, ...others] = at < 0 ? given : [...given.slice(0, at), ...given.slice(at + 2)];
  const isGood = others.length === 0 && Number.isInteger(waitMinutes) && waitMinutes >= 0;
  if (!isGood || (address !== undefined && !/^https?:\/\//u.test(address)))
    stop(2, 'Write: node src/cli/is-due.mjs [https://news.example.edu/] [--wait MINUTES]');
  return { address, waitMinutes };
}

function stop(code, message) {
  console.error(message);
  process.exit(code);
}
