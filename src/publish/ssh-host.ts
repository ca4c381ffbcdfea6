/**
 * Releases in a folder of another machine, as in one of this machine: rsync sends what the release before does not have
 * and links the rest. The other machine needs rsync and the GNU tools of any Linux, and nothing of ours.
 */

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { copyFile, link, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inParallel } from '../disk/job-limit.ts';
import { manifestName } from '../output/manifest.ts';
import { PublishError } from '../output/publish-error.ts';
import { contentMark, type ReleaseFile, releasesAmong } from './release.ts';
import type { Received, ReleaseDelivery, ReleaseHost } from './release-host.ts';
import { reasonOf, type SshConnection } from './ssh-connection.ts';
import { sshReason } from './ssh-reason.ts';

/** By content: times differ from build to build. Rights are what a web server needs. */
const COMPARE = [
  '--recursive',
  '--checksum',
  '--perms',
  '--chmod=D755,F644',
  // What went over the line: of a file that the release before has otherwise, rsync sends what differs.
  '--out-format=%b %n',
  '--8-bit-output',
] as const;

/** The holder of the lock is told that this machine is still there; one that hears nothing gives the lock back. */
const HEARTBEAT_MS = 20_000;
const SILENT_SECONDS = 120;

/**
 * @param folder absolute, of characters that need no quoting; is made when it is missing
 * @param cacheFolder of this machine, where a release is laid out before it is sent
 */
export function sshHost(connection: SshConnection, folder: string, cacheFolder: string): ReleaseHost {
  const name = `rsync:${connection.host}:${folder}`;
  const releases = `${folder}/releases`;
  const stage = path.join(
    cacheFolder,
    `stage-${createHash('sha256').update(name).digest('hex').slice(0, 12)}`,
  );
  let isStaged = false;
  let isLockLost = false;

  const layOut = async (files: readonly ReleaseFile[]) => {
    if (!isStaged) await stageRelease(stage, files);
    isStaged = true;
  };

  return {
    name,
    async lock() {
      return await lock(connection, folder, name, () => {
        isLockLost = true;
      });
    },
    async look() {
      const said = await connection.run(
        `cd ${folder} 2>/dev/null || exit 0; ` +
          'if [ -e current ] && [ ! -L current ]; then echo blocked; fi; ' +
          'if [ -L current ]; then echo "current $(basename "$(readlink current)")"; fi; ls -1 releases 2>/dev/null || true',
      );
      const lines = said.split('\n');
      if (lines.includes('blocked')) {
        throw new PublishError(
          'usage',
          `${name}/current is not a link that news publish made. Move it away, or publish to another folder.`,
        );
      }
      const names = releasesAmong(lines);
      const shown = lines.find((line) => line.startsWith('current '))?.slice('current '.length);
      return { releases: names, current: names.find((release) => release === shown) };
    },
    async manifestOf(release) {
      const text = await connection.run(`cat ${releases}/${release}/${manifestName} 2>/dev/null || true`);
      return text === '' ? undefined : text;
    },
    async receive(delivery) {
      await layOut(delivery.files);
      return await send(connection, stage, releases, delivery);
    },
    async carry(from, to, names) {
      // Assets are named by our own hand: others could not stand in a line of a shell.
      const lines = names.filter((file) => /^[\w./-]+$/u.test(file)).map((file) => `${file}\n`);
      if (lines.length === 0) return;
      const one = `mkdir -p "${to}/$(dirname "$f")"; ln "${from}/$f" "${to}/$f" || true`;
      await connection.run(`cd ${releases} && while IFS= read -r f; do ${one}; done`, {
        input: lines.join(''),
      });
    },
    async verify(release, files) {
      await layOut(files);
      const said = await connection.rsync([
        ...COMPARE,
        '--dry-run',
        `${stage}/`,
        `${connection.host}:${releases}/${release}/`,
      ]);
      return filesOf(said).map(([, file]) => file);
    },
    async list(release) {
      const said = await connection.run(`cd ${releases}/${release} && find . ! -type d -print0`);
      return said
        .split('\0')
        .filter((file) => file !== '')
        .map((file) => file.slice('./'.length));
    },
    async activate(release) {
      if (isLockLost) {
        throw new PublishError(
          'machine',
          `The connection to ${name} was cut. Readers see the site as it was; publish again.`,
        );
      }
      await connection.run(
        `cd ${folder} && { sync -f releases/${release} || true; } && rm -f .current-new && ln -s releases/${release} .current-new && mv -T .current-new current`,
      );
    },
    async clear(names) {
      const moves = names.map((release) => `mv ${release} .leaving-${release}`).join(' && ');
      await connection.run(
        `cd ${releases} && ${moves === '' ? ':' : moves} && rm -rf .leaving-* .incoming-*`,
      );
    },
    async close() {
      isStaged = false;
      await rm(stage, { recursive: true, force: true });
    },
  };
}

/** The lock is held by a process there for as long as it hears of this one. */
async function lock(
  connection: SshConnection,
  folder: string,
  name: string,
  onLost: () => void,
): Promise<() => Promise<void>> {
  const holder = connection.start(
    `mkdir -p ${folder}/releases && exec 9>${folder}/.publish-lock && ` +
      '{ flock -n 9 || { echo busy; exit 0; }; } && echo locked && ' +
      `while [ -n "$(timeout ${SILENT_SECONDS} head -c 1)" ]; do :; done`,
  );
  let complained = '';
  holder.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complained += text;
  });
  holder.stdin?.on('error', () => undefined);
  // Not when all streams are closed: a connection that SSH keeps for later holds on to the errors.
  const ended = once(holder, 'exit').catch((error: Error) => {
    complained = reasonOf(error, holder.spawnfile);
  });
  const answer = await new Promise<string>((resolve) => {
    holder.stdout?.setEncoding('utf8').once('data', (text: string) => resolve(text.trim()));
    holder.stdout?.once('close', () => void ended.then(() => resolve('')));
  });
  if (answer === 'busy') {
    throw new PublishError(
      'machine',
      `Another publish to ${name} is running. Wait for it, and publish again.`,
    );
  }
  if (answer !== 'locked') {
    const reason = sshReason(complained, connection.host) || 'it gave no answer';
    throw new PublishError(
      'machine',
      `Cannot publish to ${name}: ${reason}. Readers see the site as it was.`,
    );
  }
  let isHeld = true;
  void ended.then(() => {
    if (isHeld) onLost();
  });
  const heartbeat = setInterval(() => holder.stdin?.write('.'), HEARTBEAT_MS);
  heartbeat.unref();
  return async () => {
    isHeld = false;
    clearInterval(heartbeat);
    holder.stdin?.end();
    await ended;
  };
}

async function stageRelease(stage: string, files: readonly ReleaseFile[]): Promise<void> {
  await rm(stage, { recursive: true, force: true });
  const folders = new Set(files.map((file) => path.dirname(path.join(stage, file.path))));
  for (const folder of folders) await mkdir(folder, { recursive: true });
  await inParallel(files, async ({ path: file, source }) => {
    const place = path.join(stage, file);
    if (typeof source === 'string') await link(source, place).catch(() => copyFile(source, place));
    else await writeFile(place, source);
  });
}

async function send(
  connection: SshConnection,
  stage: string,
  releases: string,
  { release, files, base, baseHashes, signal, onProgress }: ReleaseDelivery,
): Promise<Received> {
  // Named by its content: a publish of the same site goes on where this one is cut.
  const incoming = `${releases}/.incoming-${contentMark(files)}`;
  let done = 0;
  const args = [
    ...COMPARE,
    '--delete',
    '--partial',
    ...(base === undefined ? [] : [`--link-dest=${releases}/${base}`]),
    `${stage}/`,
    `${connection.host}:${incoming}/`,
  ];
  const onLine = () => onProgress(++done, files.length);
  const said = await connection.rsync(args, { signal, onLine }).catch(async (error: unknown) => {
    // What was sent is of use to the next try, but a full disk needs the room.
    if (/No space left|quota exceeded/iu.test(String(error))) await connection.run(`rm -rf ${incoming}`);
    throw error;
  });
  onProgress(files.length, files.length);
  await connection.run(`mv ${incoming} ${releases}/${release}`, { signal });
  const sent = filesOf(said);
  // What the base has as its manifest says was linked, and not sent.
  const hashes = new Map(files.map(({ path: file, sha256 }) => [file, sha256]));
  const altered = sent
    .map(([, file]) => file)
    .filter((file) => isSame(baseHashes.get(file), hashes.get(file)));
  return {
    altered: altered.sort(),
    sentFiles: sent.length,
    sentBytes: sent.reduce((sum, [bytes]) => sum + bytes, 0),
  };
}

function isSame(before: string | undefined, now: string | undefined): boolean {
  return before !== undefined && before === now;
}

/** What rsync has sent, or would send: bytes on the line and path; folders end with a slash. */
function filesOf(said: string): readonly (readonly [number, string])[] {
  return said
    .split('\n')
    .filter((line) => line !== '' && !line.endsWith('/') && !line.startsWith('deleting '))
    .map((line) => {
      const [size = '0', ...name] = line.split(' ');
      return [Number(size), name.join(' ')] as const;
    });
}
