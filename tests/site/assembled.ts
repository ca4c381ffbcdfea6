/** Content files of one test as an assembled site, with what is wrong. Photos are made up: nothing is encoded. */

import path from 'node:path';
import { printLedger, readLedger } from '../../src/content/address-ledger.ts';
import { loadContent } from '../../src/content/load-content.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Photo } from '../../src/photos/photo.ts';
import { DEFAULT_RECIPE } from '../../src/photos/recipe.ts';
import { assembleSite } from '../../src/site/assemble-site.ts';
import { updatedLedger } from '../../src/site/lasting-addresses.ts';
import type { Edition, Site } from '../../src/site/site.ts';
import { temporaryContent } from '../builds/temporary-content.ts';

export interface Assembled {
  readonly site: Site;
  readonly diagnostics: readonly Diagnostic[];
  /** Once the site is published. */
  readonly ledgerAfter: ReturnType<typeof updatedLedger>;
  readonly edition: (lang: string) => Edition;
}

export interface AssembledOptions {
  readonly now?: string;
  readonly includeHidden?: boolean;
  /** The text of the ledger of addresses. */
  readonly ledger?: string;
}

export async function assembled(
  files: Readonly<Record<string, string>>,
  { now = '2026-01-01T00:00:00Z', includeHidden = false, ledger }: AssembledOptions = {},
): Promise<Assembled> {
  const { folder, remove } = await temporaryContent(files);
  try {
    const contentFolder = path.join(folder, 'content');
    const loaded = await loadContent({ contentFolder, displayFolder: 'content' });
    if (loaded.content === undefined) throw new Error(JSON.stringify(loaded.diagnostics));
    const photos = new Map(
      [...loaded.content.files]
        .filter((file) => file.endsWith('.jpg'))
        .map((file): [string, Photo] => [file, photoOf(file)]),
    );
    const known = readLedger(
      ledger ?? printLedger({ addresses: new Map(), stories: new Map() }),
      'content/.addresses.json',
    );
    if (!known.ok) throw new Error(known.diagnostic.message);
    const { site, diagnostics } = assembleSite(loaded.content, {
      photos,
      recipe: DEFAULT_RECIPE,
      ledger: known.ledger,
      cardFace: 'face',
      nowMs: Date.parse(now),
      includeHidden,
      displayFolder: 'content',
    });
    return {
      site,
      diagnostics: [...loaded.diagnostics, ...diagnostics],
      ledgerAfter: updatedLedger(loaded.content, site.editions, known.ledger),
      edition: (lang) => {
        const found = site.editions.find((edition) => edition.lang === lang);
        if (found === undefined) throw new Error(`There is no edition ${lang}.`);
        return found;
      },
    };
  } finally {
    await remove();
  }
}

function photoOf(file: string): Photo {
  return {
    file,
    hash: 'ab'.repeat(32),
    widthPx: 1200,
    heightPx: 800,
    metadata: {},
    renditions: [
      { format: 'jpeg', widthPx: 1200, heightPx: 800, path: `photos/${file.replaceAll('/', '-')}` },
    ],
  };
}

export async function diagnosticsOf(files: Readonly<Record<string, string>>): Promise<readonly Diagnostic[]> {
  const { diagnostics } = await assembled(files);
  return diagnostics;
}
