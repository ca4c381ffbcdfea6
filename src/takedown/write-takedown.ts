/**
 * Carries a takedown out in the content folder. Cut off anywhere, the same command goes on: the Markdown that names what
 * is taken down goes last.
 */

import { rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { DateTime } from 'luxon';
import { writeFixes } from '../build/fix-content.ts';
import { saveLedger } from '../build/ledger-file.ts';
import type { Project } from '../build/project.ts';
import type { AddressLedger } from '../content/address-ledger.ts';
import type { SiteConfig } from '../content/site-config.ts';
import { tombstonesFile } from '../content/tombstones.ts';
import { printViews, readViews, viewHistoryFile } from '../content/views.ts';
import { readOrdinaryFile } from '../disk/ordinary-file.ts';
import { storedPath } from '../disk/stored-path.ts';
import { writeWhole } from '../disk/write-whole.ts';
import { forgetUrls } from '../views/forget-urls.ts';
import { printHistory, readHistory } from '../views/view-history.ts';
import { type PhotoTexts, rewritePhotoTexts } from './photo-texts.ts';
import type { TakedownPlan } from './plan-takedown.ts';
import type { Subject } from './subject.ts';
import { addTombstones } from './tombstones-text.ts';

export interface Takedown {
  readonly plan: TakedownPlan;
  readonly subject: Subject;
  readonly ledger: AddressLedger;
  readonly rewritten: readonly PhotoTexts[];
  readonly reason: string;
  readonly config: SiteConfig;
  readonly nowMs: number;
}

/** Throws when a file was saved in the meantime: nothing was deleted then. */
export async function writeTakedown(project: Project, takedown: Takedown): Promise<void> {
  const { plan, subject, rewritten } = takedown;
  const leftAlone = await writeFixes(project, plan.edits);
  if (leftAlone.length > 0)
    throw new Error(
      `${leftAlone.join(', ')} was saved in the meantime. Nothing was deleted; run the command again.`,
    );
  for (const photo of rewritten) if (photo.isLossless) await rewritePhotoTexts(project.content, photo);
  await writeTombstones(project, takedown);
  if (subject.kind === 'article') await forgetCounts(project, subject.id, new Set(plan.tombstones));
  await forgetRecords(project, takedown);
  for (const file of plan.removed) await rm(storedPath(path.join(project.content, file)), { force: true });
  for (const folder of new Set(plan.removed.map((file) => path.dirname(file))))
    await rmdir(storedPath(path.join(project.content, folder))).catch(() => undefined);
}

async function writeTombstones(
  project: Project,
  { plan: { tombstones: addresses }, reason, nowMs, config: { timeZone } }: Takedown,
): Promise<void> {
  if (addresses.length === 0) return;
  const file = path.join(project.content, tombstonesFile);
  const date = DateTime.fromMillis(nowMs, { zone: timeZone }).toFormat('yyyy-MM-dd');
  await writeWhole(file, addTombstones((await readOptional(file)) ?? '', { addresses, reason, date }));
}

async function forgetCounts(project: Project, id: string, urls: ReadonlySet<string>): Promise<void> {
  const totals = path.join(project.content, 'views.json');
  const text = await readOptional(totals);
  const reading = text === undefined ? undefined : readViews(text, 'views.json');
  if (reading?.views.has(id) === true)
    await writeWhole(
      totals,
      printViews(new Map([...reading.views].filter(([key]) => key !== id)), reading.updated),
    );
  const file = path.join(project.content, viewHistoryFile);
  const history = readHistory((await readOptional(file)) ?? '');
  if (history !== undefined)
    await writeWhole(file, printHistory(forgetUrls(history, new Set([...urls, id]))));
}

/** The addresses stay in the ledger: should the tombstone be lost, the build says so. */
async function forgetRecords(project: Project, { plan: { removed }, ledger }: Takedown): Promise<void> {
  const gone = new Set(removed);
  const stories = new Map([...ledger.stories].filter(([file]) => !gone.has(file)));
  if (stories.size < ledger.stories.size) await saveLedger(project, { ...ledger, stories });
}

async function readOptional(file: string): Promise<string | undefined> {
  try {
    return readOrdinaryFile(file).toString('utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new Error(`Cannot read ${file}.`, { cause: error });
  }
}
