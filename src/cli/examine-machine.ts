/**
 * Examines the machine that the command runs on: what a build, a preview or a publish would stumble over later, in
 * words that say what to do. Reads only; asks the network for nothing.
 */

import { readdir, readFile, stat, statfs } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Project } from '../build/project.ts';
import { loadContent } from '../content/load-content.ts';
import { listFolder, stampOf } from '../content/read-folder.ts';
import { count } from '../diagnostics/report.ts';
import { storedPath } from '../disk/stored-path.ts';
import { tryFormat, workingFormats } from '../photos/sharp.ts';
import { isLfsPointer } from '../text/lfs-pointer.ts';
import { run } from './run-program.ts';

export type FindingState =
  | 'good'
  /** It works, but should be known. */
  | 'look'
  /** Something will fail. */
  | 'bad';

export interface Finding {
  readonly subject: string;
  readonly state: FindingState;
  readonly message: string;
  /** What to do. */
  readonly hint?: string;
}

/** A first build of a few hundred photos needs about as much for its renditions and the site. */
const scarceBytes = 2e9;
/** Below this not even a page can be relied on. */
const noBytes = 100e6;
/** One photo of 150 megapixels while another is encoded. */
const scarceMemoryBytes = 1e9;
/** How far this clock may lag behind the last committer's. */
const clockToleranceMs = 10 * 60_000;
/** Pointers are three short lines. */
const longestPointer = 1024;

export async function examineMachine(project: Project): Promise<readonly Finding[]> {
  return [
    examineNode(),
    ...(await examineGit(project)),
    await examinePointers(project),
    await examineFormats(),
    await examineCache(project),
    ...(await examineSpace(project)),
    examineMemory(),
    await examineContent(project),
  ];
}

/** Old versions are refused before anything runs; what may lack are the data of languages and time zones. */
function examineNode(): Finding {
  const subject = 'Node';
  const month = new Intl.DateTimeFormat('zh-CN', { month: 'long', timeZone: 'UTC' }).format(0);
  return month === '一月'
    ? { subject, state: 'good', message: `Version ${process.versions.node} on ${os.type()} ${os.arch()}.` }
    : {
        subject,
        state: 'bad',
        message: `Version ${process.versions.node} knows English dates alone.`,
        hint: 'Install Node from nodejs.org, which knows all languages.',
      };
}

async function examineGit(project: Project): Promise<readonly Finding[]> {
  const subject = 'git';
  const version = await run('git', '--version');
  if (version === undefined)
    return [
      {
        subject,
        state: 'bad',
        message: 'git is not installed.',
        hint: 'Install it from git-scm.com, or with the programs of your system.',
      },
    ];
  const last = await run('git', '-C', project.content, 'log', '-1', '--format=%ct');
  if (last === undefined)
    return [
      {
        subject,
        state: 'look',
        message: `${version}; ${project.displayContent} is in no git repository, or nothing is committed yet.`,
        hint: 'Without one nothing that is overwritten comes back.',
      },
    ];
  return [{ subject, state: 'good', message: `${version}.` }, examineClock(Number(last) * 1000)];
}

/** Embargoes open by this machine's clock. @param committedMs when the last commit was made */
function examineClock(committedMs: number): Finding {
  const subject = 'clock';
  const nowMs = Date.now();
  const shown = `${new Date(nowMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return nowMs + clockToleranceMs >= committedMs
    ? { subject, state: 'good', message: `It is ${shown}.` }
    : {
        subject,
        state: 'bad',
        message: `It says ${shown}, which is before the last commit was made.`,
        hint: 'Set the clock: by it stories appear and embargoes end.',
      };
}

async function examinePointers({ content, displayContent }: Project): Promise<Finding> {
  const subject = 'photos';
  const pointers: string[] = [];
  let files = 0;
  for (const name of listFolder(content, displayContent).files) {
    if (/\.(?:md|yaml|json)$/iu.test(name)) continue;
    files += 1;
    const isSmall = stampOf(content, name).sizeBytes <= longestPointer;
    if (isSmall && isLfsPointer(await readFile(storedPath(path.join(content, name))))) pointers.push(name);
  }
  const [first] = pointers;
  if (first === undefined)
    return { subject, state: 'good', message: `${count(files, 'file')} beside the texts, all of them here.` };
  return {
    subject,
    state: 'bad',
    message:
      pointers.length === 1
        ? `${first} is a pointer of Git LFS, not the file itself.`
        : `${pointers.length} files are pointers of Git LFS, not the files themselves, such as ${first}.`,
    hint: 'Fetch them: git lfs install, then git lfs pull',
  };
}

async function examineFormats(): Promise<Finding> {
  const subject = 'images';
  const failed: string[] = [];
  for (const format of workingFormats) await tryFormat(format).catch(() => failed.push(format));
  return failed.length === 0
    ? { subject, state: 'good', message: `The image library writes and reads ${workingFormats.join(', ')}.` }
    : {
        subject,
        state: 'bad',
        message: `The image library cannot write or read ${failed.join(', ')}.`,
        hint: 'Install the packages again: npm ci',
      };
}

async function examineCache({ cache, readOnlyCache }: Project): Promise<Finding> {
  const subject = 'cache';
  if (readOnlyCache !== undefined)
    return {
      subject,
      state: 'look',
      message: `${readOnlyCache} cannot be written: each build makes anew what it lacks.`,
      hint: 'Give yourself the right to write there, or name another folder: --cache FOLDER',
    };
  const isFilled = await readdir(path.join(cache, 'photos')).then(
    (names) => names.length > 0,
    () => false,
  );
  return isFilled
    ? { subject, state: 'good', message: `${cache} can be written and holds photos.` }
    : {
        subject,
        state: 'good',
        message: `${cache} can be written and holds no photos yet: the first build takes longer.`,
      };
}

async function examineSpace({ cache, output }: Project): Promise<readonly Finding[]> {
  const subject = 'disk';
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const folder of [cache, path.dirname(output), os.tmpdir()]) {
    const found = await statfs(folder).catch(() => undefined);
    const { dev } = (await stat(folder).catch(() => undefined)) ?? {};
    if (found === undefined || seen.has(String(dev))) continue;
    seen.add(String(dev));
    const free = found.bavail * found.bsize;
    const message = `${(free / 1e9).toFixed(1)} GB are free for ${folder}.`;
    findings.push(
      free >= scarceBytes
        ? { subject, state: 'good', message }
        : {
            subject,
            state: free < noBytes ? 'bad' : 'look',
            message,
            hint: 'Make room: photos and the site may need some gigabytes. npx news photos --prune clears the cache.',
          },
    );
  }
  return findings;
}

function examineMemory(): Finding {
  const subject = 'memory';
  const bytes = Math.min(os.totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  const message = `${(bytes / 1e9).toFixed(1)} GB, ${count(os.availableParallelism(), 'processor')}.`;
  return bytes >= scarceMemoryBytes
    ? { subject, state: 'good', message }
    : { subject, state: 'look', message, hint: 'Very large photos may need more than 1 GB.' };
}

/** Mistakes of the content are no fault of the machine. */
async function examineContent({ content, displayContent }: Project): Promise<Finding> {
  const subject = 'content';
  const loaded = await loadContent({ contentFolder: content, displayFolder: displayContent });
  const errors = loaded.diagnostics.filter(({ severity }) => severity === 'error').length;
  return errors === 0
    ? {
        subject,
        state: 'good',
        message: `${count(loaded.content?.articles.length ?? 0, 'article')} can be read.`,
      }
    : {
        subject,
        state: 'look',
        message: `${count(errors, 'error')} in ${displayContent}.`,
        hint: 'See them: npx news check',
      };
}
