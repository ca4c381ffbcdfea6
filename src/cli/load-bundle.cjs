/**
 * Loads the scripts of the bundle that lie beside this file, with the code that V8 has kept of them: Node 20 compiles the whole program
 * at each start otherwise. V8 itself refuses code of another version, of other flags or that is damaged, and compiles
 * then. Each command has code of its own, made of what a run of it has used. CommonJS, because V8 keeps code of
 * scripts alone.
 */

'use strict';

const { existsSync, readFileSync, renameSync, rmSync, writeFileSync, mkdirSync } = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const vm = require('node:vm');
const { isMainThread } = require('node:worker_threads');

/** Processor time of a run that may know functions which the code of earlier ones lacks: it is asked once. */
const longRunMs = 3000;
/** By how much more code must have grown to be worth its writing. */
const worthwhileGrowth = 1.1;

/** @typedef {{ script: vm.Script, codeFile: string, bytesBefore: number, entries: Promise<any> }} Loaded */
/** @type {Map<string, Loaded>} */
const loaded = new Map();

/**
 * Loads one part of the generator.
 * @param {string} name of the source, without its ending
 * @param {string} command whose code is taken; the first call for a script decides
 * @param {(name: string) => Promise<any>} importCommand loads the program of a command for the command line
 */
async function entry(name, command = path.basename(name), importCommand = (part) => entry(part, command)) {
  const script =
    name === 'src/cli/main'
      ? (loaded.get('command-line') ?? load('command-line', `command-line-${command}`, importCommand))
      : (loaded.get('generator') ?? load('generator', command, (library) => import(library)));
  const exported = await script.entries[name]();
  // A thread has no launcher that does it.
  if (!isMainThread) keepCode('generator');
  return exported;
}

function load(name, codeName, importModule) {
  const file = path.join(__dirname, `${name}.cjs`);
  const source = readFileSync(file, 'latin1');
  const codeFile = path.join(__dirname, 'code', `${process.version}-${process.arch}-${codeName}.bin`);
  const cachedData = readCode(codeFile);
  const script = new vm.Script(source, { filename: file, ...(cachedData && { cachedData }) });
  const bytesBefore = cachedData && script.cachedDataRejected !== true ? cachedData.length : 0;
  const module = { exports: {} };
  script.runInThisContext()(module, require, importModule, pathToFileURL(file).href);
  const own = { script, codeFile, bytesBefore, entries: module.exports.entries };
  loaded.set(name, own);
  return own;
}

/**
 * Keeps the code of what this process has used of a script, if it is new. A folder that cannot be written keeps none.
 * @param {'command-line' | 'generator'} name
 */
function keepCode(name) {
  const own = loaded.get(name);
  // A package is installed anew for each run of CI: what it keeps would be lost.
  const isLost = process.env.CI && __dirname.split(path.sep).includes('node_modules');
  if (own === undefined || isLost) return;
  const { script, codeFile, bytesBefore } = own;
  const { user, system } = process.cpuUsage();
  const wholeMark = `${codeFile}.whole`;
  if (bytesBefore > 0 && ((user + system) / 1000 < longRunMs || existsSync(wholeMark))) return;
  const code = script.createCachedData();
  const temporary = `${codeFile}.${process.pid}-${isMainThread ? 'main' : 'thread'}.tmp`;
  try {
    mkdirSync(path.dirname(codeFile), { recursive: true });
    if (bytesBefore > 0) writeFileSync(wholeMark, '');
    if (code.length < bytesBefore * worthwhileGrowth) return;
    writeFileSync(temporary, code);
    renameSync(temporary, codeFile);
  } catch {
    rmSync(temporary, { force: true });
  }
}

function readCode(codeFile) {
  try {
    return readFileSync(codeFile);
  } catch {
    return undefined;
  }
}

module.exports = { entry, keepCode };
