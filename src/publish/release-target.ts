/**
 * Publishes to a place that keeps releases: a whole new one is made beside the current one, read again, and only then
 * shown. What interrupts it before that leaves readers where they were.
 */

import { manifestName, parseManifest } from '../output/manifest.ts';
import { PublishError } from '../output/publish-error.ts';
import { listSome } from '../text/list-some.ts';
import type { BuiltFolder } from './built-folder.ts';
import { compressFiles } from './compress-files.ts';
import { contentMark, nameRelease, type ReleaseFile, releaseFiles } from './release.ts';
import type { HostState, ReleaseHost } from './release-host.ts';
import { compareManifests, isEmpty, refuseMassRemoval } from './site-changes.ts';
import { alteredNotes, type Published, type PublishOptions, type Target } from './target.ts';

export function releaseTarget(host: ReleaseHost): Target {
  return {
    name: host.name,
    async publish(site, options) {
      try {
        if (options.isDryRun) return await compare(host, site, options);
        const unlock = await host.lock();
        try {
          return await publish(host, site, options);
        } finally {
          await unlock();
        }
      } catch (error) {
        throw explain(host.name, error);
      } finally {
        await host.close();
      }
    },
    async rollBack() {
      const unlock = await host.lock();
      try {
        return await rollBack(host);
      } finally {
        await unlock();
      }
    },
  };
}

/** Failures of disk and network in words; what explains itself stays as it is. */
function explain(name: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof PublishError || error.name === 'AbortError') return error;
  const isFull = 'code' in error && error.code === 'ENOSPC';
  const reason = isFull ? 'its disk is full' : error.message;
  return new PublishError(
    'machine',
    `${name} cannot be written: ${reason}. Readers see a whole site; publish again when that is fixed.`,
    { cause: error },
  );
}

async function plan(host: ReleaseHost, site: BuiltFolder, options: PublishOptions) {
  const state = await host.look();
  const text = state.current === undefined ? undefined : await host.manifestOf(state.current);
  // A release without a manifest that can be read counts as none: everything is sent.
  const before = text === undefined ? undefined : parseManifest(text);
  const changes = compareManifests(before, site.manifest);
  if (!options.allowRemovals) refuseMassRemoval(before, changes);
  return { state, before, changes };
}

async function publish(host: ReleaseHost, site: BuiltFolder, options: PublishOptions): Promise<Published> {
  const { state, before, changes } = await plan(host, site, options);
  const compressed = await compressFiles(site, options.cacheFolder, options.step('Compressing'));
  const files = releaseFiles(site, compressed);
  const { current } = state;
  // The content's mark in the name: the current release has the same files, as far as it is undamaged.
  if (current?.includes(`-${contentMark(files)}-`) === true && isEmpty(changes)) {
    const altered = await alteredIn(host, current, files);
    if (altered.length === 0) {
      await host.clear([]);
      return { outcome: 'unchanged', changes, altered, sentFiles: 0, sentBytes: 0, notes: [] };
    }
    return await send(host, site, files, { state, before: undefined, options, changes, altered });
  }
  return await send(host, site, files, { state, before, options, changes, altered: [] });
}

/** A dry run: also reads every file that readers see, and names those that the manifests do not explain. */
async function compare(host: ReleaseHost, site: BuiltFolder, options: PublishOptions): Promise<Published> {
  const { state, before, changes } = await plan(host, site, options);
  const nothing = { outcome: 'dry-run', changes, sentFiles: 0, sentBytes: 0, notes: [] } as const;
  if (state.current === undefined || before === undefined) return { ...nothing, altered: [] };
  const files = releaseFiles(
    site,
    await compressFiles(site, options.cacheFolder, options.step('Compressing')),
  );
  const expected = new Set([...changes.added, ...changes.changed, ...changes.removed, manifestName]);
  const wrong = await alteredIn(host, state.current, files);
  return { ...nothing, altered: wrong.filter((file) => !expected.has(file.replace(/\.(?:br|gz)$/u, ''))) };
}

/** Files of a release that are not what they should be, and those that no publish put there. */
async function alteredIn(
  host: ReleaseHost,
  release: string,
  files: readonly ReleaseFile[],
): Promise<readonly string[]> {
  const known = new Set(files.map(({ path: file }) => file));
  // Styles and scripts of the release before were carried on: no page names them, and they show nothing by themselves.
  const isCarried = (file: string) => file.startsWith('assets/') && !file.endsWith('.html');
  const unknown = (await host.list(release)).filter((file) => !known.has(file) && !isCarried(file));
  return [...(await host.verify(release, files)), ...unknown].sort();
}

interface Sending {
  readonly state: HostState;
  readonly before: BuiltFolder['manifest'] | undefined;
  readonly options: PublishOptions;
  readonly changes: Published['changes'];
  /** Known before anything is sent. */
  readonly altered: readonly string[];
}

async function send(
  host: ReleaseHost,
  site: BuiltFolder,
  files: readonly ReleaseFile[],
  { state, before, options, changes, altered: knownAltered }: Sending,
): Promise<Published> {
  const release = nameRelease(site, files, state.releases, options.clock());
  const received = await host.receive({
    release,
    files,
    base: before === undefined ? undefined : state.current,
    baseHashes: new Map([...(before?.files ?? [])].map(([file, { sha256 }]) => [file, sha256])),
    signal: options.signal,
    onProgress: options.step('Sending'),
  });
  const altered = [...new Set([...knownAltered, ...received.altered])].sort();
  const wrong = await alteredIn(host, release, files);
  if (wrong.length > 0) {
    await host.clear([release]);
    // What was linked may have been damaged there: send everything.
    if (before !== undefined)
      return await send(host, site, files, { state, before: undefined, options, changes, altered });
    throw new PublishError(
      'machine',
      `${host.name} did not keep what was sent: ${listSome(wrong)} differ. Readers see the site as it was. Publish again.`,
    );
  }
  if (state.current !== undefined) await host.carry(state.current, release, assetsAmong(changes.removed));
  options.signal.throwIfAborted();
  await host.activate(release);
  const after = { releases: [...state.releases, release], current: state.current };
  await host.clear(toClear(after, release, options.keptReleases));
  return { outcome: 'published', changes, ...received, altered, notes: alteredNotes(host.name, altered) };
}

/**
 * What pages that are open in browsers still ask for. Never photos: one that was withdrawn is gone with the release that
 * withdraws it.
 */
function assetsAmong(files: readonly string[]): readonly string[] {
  return files.filter((file) => file.startsWith('assets/'));
}

/**
 * All but the shown release and the last ones before it. Those that came after the one that was shown until now were
 * rolled back or never shown: no rollback may lead to them.
 */
function toClear({ releases, current }: HostState, shown: string, kept: number): readonly string[] {
  const others = releases.filter((release) => release !== shown);
  const good = current === undefined ? [] : others.slice(0, others.indexOf(current) + 1);
  const stay = new Set(good.slice(Math.max(0, good.length - (kept - 1))));
  return others.filter((release) => !stay.has(release));
}

async function rollBack(host: ReleaseHost): Promise<string> {
  const { releases, current } = await host.look();
  const previous = current === undefined ? undefined : releases[releases.indexOf(current) - 1];
  if (previous === undefined)
    throw new PublishError('usage', `${host.name} has no release before the current one.`);
  if (current !== undefined) {
    const filesOf = async (release: string) => parseManifest((await host.manifestOf(release)) ?? '')?.files;
    const [before, now] = [await filesOf(previous), await filesOf(current)];
    const missing = [...(now?.keys() ?? [])].filter((file) => before?.has(file) !== true);
    await host.carry(current, previous, assetsAmong(missing));
  }
  await host.activate(previous);
  return previous;
}
