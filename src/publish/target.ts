/**
 * What every place where a site can be published does. Whatever interrupts it, readers see the old site or the new one,
 * and the next publish completes or replaces what was left.
 */

import { listSome } from '../text/list-some.ts';
import type { BuiltFolder } from './built-folder.ts';
import type { SiteChanges } from './site-changes.ts';

export interface PublishOptions {
  /** Compares only; writes nothing at the target. */
  readonly isDryRun: boolean;
  /** Whether much of the published site may go at once. */
  readonly allowRemovals: boolean;
  /** Releases that stay for a rollback, the new one included. */
  readonly keptReleases: number;
  /** How long photos and assets that left the site still answer, where old and new pages share one place. */
  readonly graceMs: number;
  /** Where compressed files are kept between runs, absolute. May be deleted at any time. */
  readonly cacheFolder: string;
  readonly clock: () => number;
  readonly signal: AbortSignal;
  /** A callback for one kind of work, which names it. */
  readonly step: (what: string) => (done: number, total: number) => void;
}

export interface Published {
  readonly outcome: 'published' | 'unchanged' | 'dry-run';
  readonly changes: SiteChanges;
  /**
   * Files at the target that are not as the last publish left them, sorted: changed or deleted there by other hands, or
   * added where all files are ours. They are as built again unless this was a dry run.
   */
  readonly altered: readonly string[];
  readonly sentFiles: number;
  readonly sentBytes: number;
  /** What the reader of the report should know besides. */
  readonly notes: readonly string[];
}

export interface Target {
  /** How people know it: `file:/var/www/news`. */
  readonly name: string;
  /** Throws a PublishError, and the signal's reason when interrupted. */
  readonly publish: (site: BuiltFolder, options: PublishOptions) => Promise<Published>;
  /** Shows readers the release before the current one. @returns its name */
  readonly rollBack: () => Promise<string>;
}

export function alteredNotes(name: string, altered: readonly string[]): readonly string[] {
  if (altered.length === 0) return [];
  const verb = altered.length === 1 ? 'is' : 'are';
  return [`${listSome(altered)} had been changed at ${name} and ${verb} as built again.`];
}
