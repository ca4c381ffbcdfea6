/**
 * Loaded into a process before everything else (`node --import`): counts whatever it writes, renames, links or removes
 * on the disk, and lets a fault happen at one of these. `NEWS_FAULT` says which, as JSON:
 * `{"kind": "count", "report": FILE}` writes how many there were; `{"kind": "kill", "at": N}` ends the process without
 * a word before the Nth; `{"kind": "full", "at": N}` fails from the Nth on as a full disk does;
 * `{"kind": "delete", "at": N, "file": FILE}` deletes a file before the Nth. `clockMs` beside them sets the clock off.
 */

import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const fault = JSON.parse(process.env.NEWS_FAULT ?? '{}');
const { rmSync, writeFileSync } = fs;
let count = 0;

/** Writes that a full disk refuses; removing and renaming work there. */
const growing = new Set([
  'writeFileSync',
  'mkdirSync',
  'copyFileSync',
  'linkSync',
  'openSync',
  'writeFile',
  'mkdir',
  'copyFile',
  'link',
  'symlink',
  'open',
  'createWriteStream',
]);

function isWriting(name, parameters) {
  if (name !== 'openSync' && name !== 'open') return true;
  const flags = parameters[1] ?? 'r';
  return typeof flags === 'string'
    ? flags !== 'r'
    : (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR)) !== 0;
}

function happen(name) {
  count += 1;
  if (fault.kind === 'kill' && count === fault.at) process.kill(process.pid, 'SIGKILL');
  if (fault.kind === 'delete' && count === fault.at) rmSync(fault.file, { force: true });
  if (fault.kind === 'full' && count >= fault.at && growing.has(name))
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28 });
}

function watch(module, names, isPromise) {
  for (const name of names) {
    const original = module[name];
    module[name] = (...parameters) => {
      if (isWriting(name, parameters)) {
        try {
          happen(name);
        } catch (error) {
          if (isPromise) return Promise.reject(error);
          throw error;
        }
      }
      return original.apply(module, parameters);
    };
  }
}

watch(
  fs,
  [
    'writeFileSync',
    'renameSync',
    'mkdirSync',
    'rmSync',
    'copyFileSync',
    'linkSync',
    'openSync',
    'createWriteStream',
  ],
  false,
);
watch(
  fs.promises,
  ['writeFile', 'rename', 'mkdir', 'rm', 'rmdir', 'copyFile', 'link', 'symlink', 'open'],
  true,
);
syncBuiltinESMExports();

if (fault.clockMs !== undefined) {
  const RightDate = Date;
  globalThis.Date = class extends RightDate {
    constructor(...parameters) {
      if (parameters.length === 0) super(RightDate.now() + fault.clockMs);
      else super(...parameters);
    }
    static now() {
      return RightDate.now() + fault.clockMs;
    }
  };
}

if (fault.kind === 'count') process.on('exit', () => writeFileSync(fault.report, String(count)));
