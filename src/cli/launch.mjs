#!/usr/bin/env node
/**
 * Starts the command line from a bundle of the generator: in its own repository from one that is made of the sources when
 * they have changed, in an installed package from the one that it brings. JavaScript, because it runs before anything
 * is compiled.
 */

import { createRequire } from 'node:module';

// Imported, they make Node load a fifth more of itself.
const require = createRequire(import.meta.url);
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');
const { fileURLToPath } = require('node:url');
const { setFlagsFromString } = require('node:v8');

const own = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 9)) {
  console.error(
    `Node 20.9 or newer is needed; this is ${process.versions.node}. Install it from nodejs.org.`,
  );
  process.exit(3);
}

if (process.argv[2] === '--version') {
  console.log(JSON.parse(readFileSync(path.join(own, 'package.json'), 'utf8')).version);
  process.exit(0);
}

// Most builds are over before the optimising compiler has paid for itself: it is given what has done seven times the
// usual work. Measured: a cold build of 1,000 stories takes an eighth less processor. From Node 22 on V8 waits longer by itself.
if (major === 20) setFlagsFromString('--interrupt-budget=1000000');
// What is kept of the code at the end is all that was used, not what was used last.
setFlagsFromString('--no-flush-bytecode');
const launch = existsSync(path.join(own, 'src', 'cli', 'main.ts')) ? await fromSources() : fromPackage();
const { entry, keepCode } = require(path.join(launch.bundle, 'load-bundle.cjs'));
const { runCommandLine } = await entry('src/cli/main', commandName());
process.exitCode = await runCommandLine(process.argv.slice(2), launch);
if (process.exitCode === 0) keepCode();

/** Each command keeps the code that it uses. */
function commandName() {
  const [, , name = ''] = process.argv;
  return /^[a-z]+$/u.test(name) ? name : 'help';
}

async function fromSources() {
  if (!existsSync(path.join(own, 'node_modules', 'esbuild'))) {
    console.error('The libraries are not installed yet. Run: npm ci');
    process.exit(3);
  }
  const { compileGenerator } = require('./compile-generator.cjs');
  const bundle = await compileGenerator(own).catch((error) => {
    console.error(`The generator cannot be compiled: ${error.message}`);
    process.exit(3);
  });
  // Linked into a newsroom's node_modules it works there; called by its own name it works on its own content.
  const isLinked =
    process.argv[1]?.split(path.sep).includes('node_modules') === true && !own.includes('node_modules');
  return { root: own, home: isLinked ? newsroomAbove(process.cwd()) : own, bundle };
}

/** The newsroom is the folder in which the command is called, or the nearest above it that has content. */
function fromPackage() {
  const root = path.join(own, 'dist');
  const [name = ''] = readdirSync(path.join(root, 'bundle'));
  return { root, home: newsroomAbove(process.cwd()), bundle: path.join(root, 'bundle', name) };
}

function newsroomAbove(here) {
  for (let folder = here; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'content', 'site.yaml'))) return folder;
    if (folder === path.dirname(folder)) return here;
  }
}
