/**
 * Compiles the generator's TypeScript by esbuild into one bundle (`make-bundle.mjs`) under `.cache/bundle/`, named by the hash of all its
 * sources and made again only when one of them changes: measured, a bundle starts in half the time that compiling
 * each file on its own takes. CommonJS, because it runs before anything is compiled, and because Node loads a fifth more of
 * itself for a module that imports `node:fs`.
 */

'use strict';

const {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} = require('node:fs');
const os = require('node:os');
const path = require('node:path');

/** Bundles of other branches stay for a while, so that switching between two does not compile each time. */
const keptBundles = 3;

const stampsName = 'stamps.txt';
const commandLineName = 'command-line.txt';
/** The clocks of some file systems count in seconds. */
const settledMs = 2000;

/** Besides sources, what a bundle is made of. */
const settings = [
  'package-lock.json',
  'tsconfig.json',
  ...['compile-generator.cjs', 'load-bundle.cjs', 'make-bundle.mjs'].map((name) => `src/cli/${name}`),
  'src/build/assets/browser-options.mjs',
];

/** @param {string} root the generator's folder @returns {Promise<string>} the folder of the bundle */
async function compileGenerator(root) {
  const sources = [...settings, ...list(root, 'src'), ...list(root, 'templates')];
  const stamps = stampsOf(root, sources);
  for (const folder of bundleFolders(root)) {
    const stamped = nameByStamps(path.join(folder, stampsName), stamps);
    if (stamped !== undefined && isBundle(path.join(folder, stamped))) return use(folder, stamped);
  }
  const name = nameByContent(root, sources);
  for (const folder of bundleFolders(root)) {
    if (!isBundle(path.join(folder, name))) continue;
    rememberStamps(path.join(folder, stampsName), name, stamps);
    return use(folder, name);
  }
  const bundles = writableFolder(root);
  const target = path.join(bundles, name);
  const { makeBundle } = await import('./make-bundle.mjs');
  const temporary = `${target}.${process.pid}.tmp`;
  await makeBundle(root, temporary);
  try {
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    // Another process that started at the same time has made the same bundle.
    if (!existsSync(target)) throw error;
  }
  rememberStamps(path.join(bundles, stampsName), name, stamps);
  forgetOldBundles(bundles);
  return target;
}

function isBundle(folder) {
  return existsSync(path.join(folder, 'load-bundle.cjs'));
}

function use(folder, name) {
  const bundle = path.join(folder, name);
  try {
    utimesSync(bundle, new Date(), new Date());
  } catch {
    // A cache that cannot be written is not swept either.
  }
  return bundle;
}

/** Names a bundle by all that it is made of. */
function nameByContent(root, sources) {
  const hash = require('node:crypto').createHash('sha256');
  for (const file of sources)
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
}

/**
 * A bundle whose command line is made of the sources as they are: of twenty files, where the whole generator has eight hundred.
 * @param {string} root the generator's folder @returns {string | undefined} the folder of the bundle
 */
function findCommandLine(root) {
  for (const folder of bundleFolders(root)) {
    const [name = '', ...lines] = readLines(path.join(folder, commandLineName));
    const sources = lines.map((line) => line.slice(0, line.indexOf(' ')));
    const bundle = path.join(folder, name);
    if (name !== '' && stampsOf(root, sources).text === lines.join('\n') && isBundle(bundle)) return bundle;
  }
  return undefined;
}

/** @param {string} root the generator's folder @param {string} bundle made of the sources as they are */
function rememberCommandLine(root, bundle) {
  const sources = [...settings, ...readLines(path.join(bundle, 'command-line-sources.txt'))];
  const file = path.join(path.dirname(bundle), commandLineName);
  rememberStamps(file, path.basename(bundle), stampsOf(root, sources));
}

/** Sizes and times of the sources: while they are the same, no file is read. One that is not there has none. */
function stampsOf(root, sources) {
  let newestMs = 0;
  const lines = sources.map((file) => {
    const found = statSync(path.join(root, file), { throwIfNoEntry: false });
    if (found === undefined) return `${file} `;
    const { size, mtimeMs, ctimeMs, ino } = found;
    newestMs = Math.max(newestMs, ctimeMs);
    return `${file} ${size} ${mtimeMs} ${ctimeMs} ${ino}`;
  });
  return { text: lines.join('\n'), newestMs };
}

function nameByStamps(file, { text }) {
  const [name, ...lines] = readLines(file);
  return lines.join('\n') === text ? name : undefined;
}

function readLines(file) {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** What was written a moment ago may be written again with the same stamp. */
function rememberStamps(file, name, { text, newestMs }) {
  if (Date.now() - newestMs < settledMs) return;
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, `${name}\n${text}`);
    renameSync(temporary, file);
  } catch {
    rmSync(temporary, { force: true });
  }
}

/** Where bundles may be: in the checkout, and for one that can be read only in the user's own cache. */
function* bundleFolders(root) {
  yield path.join(root, '.cache', 'bundle');
  const caches = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache');
  const name = require('node:crypto').createHash('sha256').update(root).digest('hex').slice(0, 16);
  yield path.join(caches, 'newsroom', name, 'bundle');
}

/** The first of them that can be written; outside of the checkout its libraries are found by a link. */
function writableFolder(root) {
  const [here = '', elsewhere = ''] = bundleFolders(root);
  const probe = path.join(here, `.probe-${process.pid}`);
  try {
    mkdirSync(here, { recursive: true });
    writeFileSync(probe, '');
    rmSync(probe, { force: true });
    return here;
  } catch {
    mkdirSync(elsewhere, { recursive: true, mode: 0o700 });
    const libraries = path.join(path.dirname(elsewhere), 'node_modules');
    if (!existsSync(libraries)) symlinkSync(path.join(root, 'node_modules'), libraries, 'junction');
    return elsewhere;
  }
}

/** All files below a folder, relative to the root, in the same order everywhere. Node's own recursion takes ten times as long. */
function list(root, relative) {
  return readdirSync(path.join(root, relative), { withFileTypes: true })
    .flatMap((entry) => {
      const name = `${relative}/${entry.name}`;
      if (entry.isDirectory()) return list(root, name);
      return entry.isFile() && /\.tsx?$/u.test(entry.name) ? [name] : [];
    })
    .sort();
}

function forgetOldBundles(bundles) {
  const known = readdirSync(bundles)
    .filter((name) => !name.endsWith('.txt'))
    .map((name) => path.join(bundles, name))
    .map((file) => ({ file, usedMs: statSync(file).mtimeMs }))
    .sort((a, b) => b.usedMs - a.usedMs);
  for (const { file } of known.slice(keptBundles)) rmSync(file, { recursive: true, force: true });
}

module.exports = { compileGenerator, findCommandLine, rememberCommandLine };
