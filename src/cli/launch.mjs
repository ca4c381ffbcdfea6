#!/usr/bin/env node
/** Starts the command line, from a bundle of the generator. JavaScript, because it runs before anything is compiled. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 9)) {
  console.error(
    `Node 20.9 or newer is needed; this is ${process.versions.node}. Install it from nodejs.org.`,
  );
  process.exit(3);
}

if (process.argv[2] === '--version') {
  console.log(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version);
  process.exit(0);
}

if (!existsSync(path.join(root, 'node_modules', 'esbuild'))) {
  console.error('The libraries are not installed yet. Run: npm ci');
  process.exit(3);
}

const { compileGenerator } = await import('./compile-generator.mjs');
const folder = await compileGenerator(root).catch((error) => {
  console.error(
    `The generator cannot be compiled into ${path.join(root, '.cache', 'bundle')}: ${error.message}`,
  );
  process.exit(3);
});
const { runCommandLine } = await import(pathToFileURL(path.join(folder, 'src', 'cli', 'main.js')).href);
process.exitCode = await runCommandLine(process.argv.slice(2), { root, bundle: folder });
