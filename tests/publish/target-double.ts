/** What the contract of all targets needs of each: a place of its own, and the eyes of a reader. */

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Environment } from '../../src/object-store/service-environment.ts';
import { parsePublishAddress } from '../../src/output/publish-address.ts';
import { openBuiltFolder } from '../../src/publish/built-folder.ts';
import { openTarget } from '../../src/publish/open-target.ts';
import type { Published, PublishOptions, Target } from '../../src/publish/target.ts';

export interface TargetDouble {
  readonly address: string;
  readonly environment: Environment;
  /** What readers are sent, by path; files beside the site that publishing needs are left out. */
  readonly shown: () => Promise<ReadonlyMap<string, string>>;
  /** Writes there behind the publisher's back, by path in the shown site. */
  readonly spoil: (file: string, content: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function folderDouble(): Promise<TargetDouble> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'news-target-'));
  return {
    address: `file:${folder}`,
    environment: {},
    shown: () => filesIn(path.join(folder, 'current')),
    async spoil(file, content) {
      const { writeFile } = await import('node:fs/promises');
      await writeFile(path.join(folder, 'current', file), content);
    },
    stop: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Without the compressed files and the manifest: how many there are is the target's own business. */
export async function filesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/\.(?:br|gz)$|manifest\.json$/u.test(file))
    .sort();
  return new Map(
    await Promise.all(
      files.map(async (file) => [path.relative(folder, file), await readFile(file, 'utf8')] as const),
    ),
  );
}

export async function publishTo(
  double: TargetDouble,
  site: string,
  options: Partial<PublishOptions> = {},
): Promise<Published> {
  const target = await targetOf(double, path.join(path.dirname(site), 'cache'));
  return await target.publish(await openBuiltFolder(site), { ...defaultOptions(site), ...options });
}

export async function targetOf(
  { address, environment }: TargetDouble,
  cacheFolder = os.tmpdir(),
): Promise<Target> {
  const parsed = parsePublishAddress(address);
  if (parsed === undefined) throw new Error(`${address} is no address.`);
  return await openTarget(parsed, { here: '/', environment, cacheFolder });
}

export function defaultOptions(site: string): PublishOptions {
  return {
    isDryRun: false,
    allowRemovals: false,
    keptReleases: 3,
    graceMs: 0,
    cacheFolder: path.join(path.dirname(site), 'cache'),
    clock: Date.now,
    signal: new AbortController().signal,
    step: () => () => undefined,
  };
}
