/** The social cards of all articles, found in the photo cache or made: as many at a time as there are cores. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type CardOptions, encodeSocialCard, type SocialCard } from '../photos/cards/social-card.ts';

export interface SocialCardFiles {
  /** By path in the output, the file to publish there. */
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

export async function makeSocialCards(
  cards: readonly SocialCard[],
  options: CardOptions,
): Promise<SocialCardFiles> {
  const files = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  // A photo may stand for an article in several languages: its card is one.
  const distinct = new Map(cards.map((card) => [card.rendition.path, card]));
  await Promise.all(
    [...distinct].map(async ([path, card]) => {
      const made = await encodeSocialCard(card, options);
      if (made.ok) files.set(path, made.path);
      else diagnostics.push(made.diagnostic);
    }),
  );
  return { files, diagnostics };
}
