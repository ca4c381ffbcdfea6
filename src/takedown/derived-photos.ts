/** Everything that is made of the photos of a takedown: files of the output, entries of the photo store. Pure. */

import { planSocialCard } from '../photos/cards/plan-social-card.ts';
import { planRenditions } from '../photos/plan-renditions.ts';
import type { Effort, Recipe } from '../photos/recipe.ts';
import { storeName } from '../photos/store/rendition-store.ts';
import { planPressKits } from '../site/press-kit.ts';
import type { Site } from '../site/site.ts';
import type { PhotoTexts } from './photo-texts.ts';
import type { TakedownPlan } from './plan-takedown.ts';
import type { Subject } from './subject.ts';

export interface DerivedPhotos {
  /** SHA-256 of the photos that nothing shows any more. */
  readonly hashes: ReadonlySet<string>;
  /** The same, relative to `content/`. */
  readonly files: readonly string[];
  /** In the output. */
  readonly paths: readonly string[];
  readonly storeNames: readonly string[];
  /** The same picture under another story: it stays. Relative to `content/`. */
  readonly shared: readonly string[];
}

const efforts: readonly Effort[] = ['fast', 'small'];

/** @param site with what is hidden */
export function derivedPhotos(
  site: Site,
  subject: Subject,
  { removed: deleted }: TakedownPlan,
  rewritten: readonly PhotoTexts[],
  recipe: Recipe,
): DerivedPhotos {
  // With other metadata a photo is another file, and so is all that is made of it.
  const rewrittenFiles = rewritten.filter(({ isLossless }) => isLossless).map(({ file }) => file);
  const removed = new Set([...deleted, ...rewrittenFiles]);
  const stays = site.photos.filter(({ file }) => !removed.has(file));
  const staying = new Set(stays.map(({ hash }) => hash));
  const leaving = site.photos.filter(({ file }) => removed.has(file));
  const hashes = new Set(leaving.map(({ hash }) => hash).filter((hash) => !staying.has(hash)));
  const gone = leaving.filter(({ hash }) => hashes.has(hash));
  const headlines = new Set(
    subject.kind === 'article' ? subject.articles.map(({ frontMatter }) => frontMatter.title) : [],
  );
  const cards = site.socialCards.filter((card) =>
    card.kind === 'photo' ? hashes.has(card.photo.hash) : headlines.has(card.text.headline),
  );
  const kits = [...planPressKits(site).values()].filter(({ photos }) =>
    photos.some(({ photo }) => hashes.has(photo.hash)),
  );
  const everyEffort = efforts.flatMap((effort) => [
    ...gone.flatMap((photo) => planRenditions(photo, { ...recipe, effort })),
    ...cards.flatMap((card) =>
      card.kind === 'photo' ? [planSocialCard(card.photo, card.focus, { ...recipe, effort })] : [],
    ),
  ]);
  const fullSize = kits.flatMap(({ photos }) =>
    photos.filter(({ photo }) => hashes.has(photo.hash)).map(({ file }) => file),
  );
  const published = [
    ...gone.flatMap(({ renditions }) => renditions),
    ...cards.map(({ rendition }) => rendition),
  ];
  return {
    hashes,
    files: gone.map(({ file }) => file),
    paths: [...new Set([...published, ...kits].map(({ path }) => path))].sort(),
    storeNames: [
      ...new Set([...everyEffort, ...published, ...fullSize].map(({ path }) => storeName(path))),
    ].sort(),
    shared: stays.filter(({ hash }) => leaving.some((photo) => photo.hash === hash)).map(({ file }) => file),
  };
}
