#!/usr/bin/env node
/**
 * Starts the command line: in its own repository from a bundle that is made of the sources when they have changed, in an
 * installed package from the one that it brings. The command line is a small script; what a command does is loaded
 * when it is called. JavaScript, because it runs before anything is compiled, and CommonJS, because Node takes a sixth
 * longer to start with a module.
 */

'use strict';

const { existsSync, readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');

const own = path.resolve(__dirname, '../..');

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

start();

async function start() {
  // Whoever reads the output may have seen enough, as `head` has.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const { commandLine, launch } = existsSync(path.join(own, 'src', 'cli', 'main.ts'))
    ? await fromSources()
    : fromPackage();
  const command = commandName();
  const loader = loaderOf(commandLine);
  let generator;
  const launchCommand = async () => {
    // V8 keeps code for the flags that hold then.
    loader.keepCode('command-line');
    tuneEngine();
    const launched = await launch();
    generator = loaderOf(launched.bundle);
    return launched;
  };
  const { runCommandLine } = await loader.entry('src/cli/main', command, (name) =>
    generator.entry(name, command),
  );
  process.exitCode = await runCommandLine(process.argv.slice(2), launchCommand);
  if (generator === undefined) loader.keepCode('command-line');
  else if (process.exitCode === 0) generator.keepCode('generator');
}

function loaderOf(bundle) {
  return require(path.join(bundle, 'load-bundle.cjs'));
}

/** Not before a command runs: of what Node itself loads afterwards V8 has no code for these flags. */
function tuneEngine() {
  const { setFlagsFromString } = require('node:v8');
  // Most builds are over before the optimising compiler has paid for itself: it is given what has done seven times the
  // usual work. Measured: a cold build of 1,000 stories takes an eighth less processor. From Node 22 on V8 waits longer by itself.
  if (major === 20) setFlagsFromString('--interrupt-budget=1000000');
  // What is kept of the code at the end is all that was used, not what was used last.
  setFlagsFromString('--no-flush-bytecode');
}

/** Each command keeps the code that it uses. */
function commandName() {
  const [, , name = ''] = process.argv;
  return /^[a-z]+$/u.test(name) ? name : 'help';
}

/** @returns the bundle of the command line, and how to launch a command, for which all sources are looked at */
async function fromSources() {
  const { compileGenerator, findCommandLine, rememberCommandLine } = require('./compile-generator.cjs');
  let launched;
  const launch = () => {
    launched ??= compile();
    return launched;
  };
  const compile = async () => {
    if (!existsSync(path.join(own, 'node_modules', 'esbuild'))) {
      console.error('The libraries are not installed yet. Run: npm ci');
      process.exit(3);
    }
    const bundle = await compileGenerator(own).catch((error) => {
      console.error(`The generator cannot be compiled: ${error.message}`);
      process.exit(3);
    });
    return { root: own, home: isLinked() ? newsroomAbove(process.cwd()) : own, bundle };
  };
  const known = findCommandLine(own);
  if (known !== undefined) return { commandLine: known, launch };
  const { bundle } = await launch();
  rememberCommandLine(own, bundle);
  return { commandLine: bundle, launch };
}

/** Linked into a newsroom's node_modules it works there; called by its own name it works on its own content. */
function isLinked() {
  return process.argv[1]?.split(path.sep).includes('node_modules') === true && !own.includes('node_modules');
}

/** The newsroom is the folder in which the command is called, or the nearest above it that has content. */
function fromPackage() {
  const root = path.join(own, 'dist');
  const [name = ''] = readdirSync(path.join(root, 'bundle'));
  const bundle = path.join(root, 'bundle', name);
  return { commandLine: bundle, launch: async () => ({ root, home: newsroomAbove(process.cwd()), bundle }) };
}

function newsroomAbove(here) {
  for (let folder = here; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'content', 'site.yaml'))) return folder;
    if (folder === path.dirname(folder)) return here;
  }
}
