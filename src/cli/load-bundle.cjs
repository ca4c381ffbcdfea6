/**
 * Loads the bundle that lies beside this file, with the code that V8 has kept of it: Node 20 compiles the whole program
 * at each start otherwise. V8 itself refuses code of another version, of other flags or that is damaged, and compiles
 * then. Each command has code of its own, made of what a run of it has used. CommonJS, because V8 keeps code of
 * scripts alone.
 */

'use strict';

const { readFileSync, renameSync, rmSync, writeFileSync, mkdirSync } = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const vm = require('node:vm');
const { isMainThread } = require('node:worker_threads');

const file = path.join(__dirname, 'generator.cjs');
/** Processor time of a run that may know functions which the code of earlier ones lacks: to ask costs a hundredth of it. */
const longRunMs = 3000;
/** By how much more code must have grown to be worth its writing. */
const worthwhileGrowth = 1.1;

/** @type {{ script: vm.Script, codeFile: string, bytesBefore: number, entries: Promise<any> } | undefined} */
let bundle;

/**
 * Loads one part of the generator.
 * @param {string} name of the source, without its ending
 * @param {string} command whose code is taken; the first call decides
 */
async function entry(name, command = path.basename(name)) {
  bundle ??= load(command);
  const exported = await bundle.entries[name]();
  // A thread has no launcher that does it.
  if (!isMainThread) keepCode();
  return exported;
}

function load(command) {
  const source = readFileSync(file, 'latin1');
  const codeFile = path.join(__dirname, 'code', `${process.version}-${process.arch}-${command}.bin`);
  const cachedData = readCode(codeFile);
  const script = new vm.Script(source, { filename: file, ...(cachedData && { cachedData }) });
  const bytesBefore = cachedData && script.cachedDataRejected !== true ? cachedData.length : 0;
  const module = { exports: {} };
  script.runInThisContext()(module, require, (name) => import(name), pathToFileURL(file).href);
  return { script, codeFile, bytesBefore, entries: module.exports.entries };
}

/** Keeps the code of what this process has used, if it is new. A folder that cannot be written keeps none. */
function keepCode() {
  // A package is installed anew for each run of CI: what it keeps would be lost.
  const isLost = process.env.CI && __dirname.split(path.sep).includes('node_modules');
  if (bundle === undefined || isLost) return;
  const { script, codeFile, bytesBefore } = bundle;
  const { user, system } = process.cpuUsage();
  if (bytesBefore > 0 && (user + system) / 1000 < longRunMs) return;
  const code = script.createCachedData();
  if (code.length < bytesBefore * worthwhileGrowth) return;
  const temporary = `${codeFile}.${process.pid}-${isMainThread ? 'main' : 'thread'}.tmp`;
  try {
    mkdirSync(path.dirname(codeFile), { recursive: true });
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
