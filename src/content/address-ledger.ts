/**
 * The ledger: every lasting address that was ever published with what stood there, and what each story said when it was
 * last published. It is a file of the repository, so that a build depends on nothing but its content, on whatever
 * machine and for whatever host, and a reviewer sees which addresses a change adds. `news addresses --update` writes it.
 */

import { z } from 'zod';
import { digestOf } from '../cache/digest.ts';
import { type Diagnostic, type Place, startOf } from '../diagnostics/diagnostic.ts';
import { mergeSides, unfinishedMerge } from '../diagnostics/unfinished-merge.ts';
import { defined } from '../text/defined.ts';
import { oldAddress } from './old-address.ts';
import { type StoryRecord, storyRecordSchema } from './story-record.ts';

/** Relative to `content/`. Hidden, as it is none of the editors' files. */
export const ledgerFile = '.addresses.json';

/** Pages that list others: their addresses come and go with what they list. */
export const listKinds = ['people', 'topics', 'series'] as const;

type ListKind = (typeof listKinds)[number];

/** Lists that are named by what stories say: who is credited, and which series they belong to. */
export type NamedListKind = Exclude<ListKind, 'topics'>;

const ledgerSchema = z.strictObject({
  version: z.literal(1),
  /** Where the site was when it was last published: `https://www.example.edu/news/`. */
  site: z.string().exactOptional(),
  /** By url: the Markdown file that it showed, relative to `content/`, or the kind of list that it was. */
  addresses: z.record(
    oldAddress,
    z.union([z.enum(listKinds), z.string().regex(/^(?:articles|pages)\/.+\.md$/su)]),
  ),
  /** By url of a person or a series whose it is, as a digest: no name can be read from it. */
  names: z.record(oldAddress, z.string()).default({}),
  /** By Markdown file. */
  stories: z.record(z.string().regex(/^articles\/.+\.md$/su), storyRecordSchema),
});

export interface AddressLedger {
  /** Where the site was when it was last published, with a slash at its end; ledgers of before do not say it. */
  readonly site?: string;
  readonly addresses: ReadonlyMap<string, string>;
  readonly stories: ReadonlyMap<string, StoryRecord>;
  /** By url of a person or a series the digest of the name that readers found there. */
  readonly names?: ReadonlyMap<string, string>;
  /** Where an address stands in the file. */
  readonly placeOf: (url: string) => Place;
}

export type LedgerReading =
  | {
      readonly ok: true;
      readonly ledger: AddressLedger;
      /** Said of a file in which two versions stand: the ledger is what both hold. */
      readonly unfinished?: Diagnostic;
    }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

export function readLedger(text: string, displayPath: string): LedgerReading {
  const wrong = (message: string): LedgerReading => ({
    ok: false,
    diagnostic: {
      code: 'invalid-json',
      severity: 'error',
      ...startOf(displayPath),
      message,
      hint: 'Restore the file from git. It is the only record of which addresses readers have.',
    },
  });
  const merge = unfinishedMerge(text, displayPath);
  if (merge !== undefined) return joinSides(text, displayPath, merge);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return wrong('The ledger of published addresses is not valid JSON.');
  }
  const result = ledgerSchema.safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0];
    return wrong(`The ledger of published addresses is damaged at ${issue?.path.join(' > ') ?? ''}.`);
  }
  const { site, addresses, names, stories } = result.data;
  const placeOf = (url: string): Place => {
    const line = text
      .split('\n')
      .findIndex((candidate) => candidate.trim().startsWith(`${JSON.stringify(url)}:`));
    if (line === -1) return startOf(displayPath);
    const column = (text.split('\n')[line] ?? '').indexOf('"') + 1;
    return { file: displayPath, line: line + 1, column, endColumn: column + JSON.stringify(url).length };
  };
  return {
    ok: true,
    ledger: {
      ...defined({ site }),
      addresses: new Map(Object.entries(addresses)),
      names: new Map(Object.entries(names)),
      stories: new Map(Object.entries(stories)),
      placeOf,
    },
  };
}

/** Addresses are only ever added, so both versions of a ledger hold together. */
function joinSides(text: string, displayPath: string, merge: Diagnostic): LedgerReading {
  const [ours, theirs] = mergeSides(text).map((side) => readLedger(side, displayPath));
  if (ours?.ok !== true || theirs?.ok !== true) {
    const hint = `Take one of the two versions whole: git checkout --theirs ${displayPath}  and then  npx news addresses --update`;
    return { ok: false, diagnostic: { ...merge, hint } };
  }
  const both = <T>(pick: (ledger: AddressLedger) => ReadonlyMap<string, T> | undefined) =>
    new Map([...(pick(theirs.ledger) ?? []), ...(pick(ours.ledger) ?? [])]);
  return {
    ok: true,
    ledger: {
      ...defined({ site: ours.ledger.site ?? theirs.ledger.site }),
      addresses: both(({ addresses }) => addresses),
      names: both(({ names }) => names),
      stories: both(({ stories }) => stories),
      placeOf: () => startOf(displayPath),
    },
    unfinished: {
      ...merge,
      message: 'Git could not join two versions of this file, which the generator writes.',
      hint: 'Type: npx news addresses --update. It takes what both versions hold. Then commit the file.',
    },
  };
}

export type LedgerEntries = Omit<AddressLedger, 'placeOf'>;

/** One line for each entry, sorted: git shows what changed, and merges what two branches added. */
export function printLedger({ site, addresses, names = new Map(), stories }: LedgerEntries): string {
  const lines = (map: ReadonlyMap<string, unknown>) =>
    [...map]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => `\n  ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join(',');
  const place = site === undefined ? '' : `\n "site": ${JSON.stringify(site)},`;
  return `{\n "version": 1,${place}\n "addresses": {${lines(addresses)}\n },\n "names": {${lines(names)}\n },\n "stories": {${lines(stories)}\n }\n}\n`;
}

/** Stands for a name in the ledger. The same for spellings that differ in capitals, accents or spaces alone. */
export function digestOfName(name: string): string {
  const folded = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
  return digestOf(folded).slice(0, digestLength);
}

/** 60 bits: two names of one site do not meet in them by chance. */
const digestLength = 10;
