/** What a place that keeps releases side by side can do, on this machine or another. All throw PublishErrors. */

import type { ReleaseFile } from './release.ts';

export interface ReleaseHost {
  readonly name: string;
  /** Keeps other publishes out until the lock is given back. */
  readonly lock: () => Promise<() => Promise<void>>;
  readonly look: () => Promise<HostState>;
  /** The text of the release's manifest, if it has one. */
  readonly manifestOf: (release: string) => Promise<string | undefined>;
  /** Puts a whole release in place, where readers do not see it yet. Goes on where an earlier try was cut. */
  readonly receive: (delivery: ReleaseDelivery) => Promise<Received>;
  /** Adds files of one release to another, which readers do not see yet. What cannot be added is left out. */
  readonly carry: (from: string, to: string, files: readonly string[]) => Promise<void>;
  /** Paths of the files that are not what they should be, by reading them again. */
  readonly verify: (release: string, files: readonly ReleaseFile[]) => Promise<readonly string[]>;
  /** Paths of all files in the release, also of those that another publish put there. */
  readonly list: (release: string) => Promise<readonly string[]>;
  /** Shows the release to readers: before it they see the old one, after it the new one. */
  readonly activate: (release: string) => Promise<void>;
  /** Removes releases, and what interrupted publishes left. */
  readonly clear: (releases: readonly string[]) => Promise<void>;
  /** Removes what was laid out on this machine. The last call. */
  readonly close: () => Promise<void>;
}

export interface HostState {
  /** Whole ones, oldest first. */
  readonly releases: readonly string[];
  /** The one that readers see. */
  readonly current: string | undefined;
}

export interface ReleaseDelivery {
  readonly release: string;
  readonly files: readonly ReleaseFile[];
  /** A release that is there: what did not change is linked to its files. */
  readonly base: string | undefined;
  /** The hashes of the base's files, as its manifest says. */
  readonly baseHashes: ReadonlyMap<string, string>;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

export interface Received {
  /** Files that the base should have had by its manifest and had not, or otherwise. */
  readonly altered: readonly string[];
  readonly sentFiles: number;
  readonly sentBytes: number;
}
