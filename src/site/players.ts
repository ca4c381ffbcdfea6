/** The hosts of films that pages play: whom each page may put into a frame, and whether the site allows it. Pure. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean, meantWords } from '../diagnostics/did-you-mean.ts';
import type { FilmBlock, Insert } from '../markdown/block.ts';
import { commonPlayerOrigins } from '../markdown/film-address.ts';
import type { BodyBlock, Site } from './site.ts';

/** A page with films. */
export interface PlayerPage {
  readonly url: string;
  /** Of their players: `https://player.vimeo.com`. */
  readonly origins: readonly string[];
}

const nobody: readonly string[] = [];

export function playersOf(inserts: readonly Insert[]): readonly string[] {
  return inserts.length === 0 ? nobody : originsOf(filmsAmong(inserts).map(({ film }) => film.player));
}

function filmsAmong(inserts: readonly Insert[]): readonly FilmBlock[] {
  return inserts.flatMap((insert) => (insert.kind === 'film' ? [insert] : []));
}

/** The same of blocks that are resolved. */
export function playersIn(blocks: readonly BodyBlock[]): readonly string[] {
  const addresses = addressesIn(blocks);
  return addresses.length === 0 ? nobody : originsOf(addresses);
}

function addressesIn(blocks: readonly BodyBlock[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'film') return [block.film.player];
    return block.kind === 'note' || block.kind === 'facts' ? addressesIn(block.blocks) : [];
  });
}

function originsOf(addresses: readonly string[]): readonly string[] {
  return [...new Set(addresses.map((address) => new URL(address).origin))].sort();
}

/** All pages of the site that have films, in the order of their addresses. */
export function playerPages({ editions }: Pick<Site, 'editions'>): readonly PlayerPage[] {
  const pages = editions.flatMap((edition) => [
    ...edition.articles.map(({ url, body }) => ({ url, origins: body.players })),
    ...[...edition.pages, ...edition.people].map(({ url, blocks }) => ({ url, origins: playersIn(blocks) })),
  ]);
  return pages
    .filter(({ origins }) => origins.length > 0)
    .sort((a, b) => (a.url < b.url ? -1 : a.url > b.url ? 1 : 0));
}

/** Every origin whose films the site may show. @param peertube hosts of instances, as site.yaml lists them */
export function allowedPlayers(peertube: readonly string[]): readonly string[] {
  return [...commonPlayerOrigins, ...peertube.map((host) => `https://${host}`)];
}

/** Finds films of machines that the site does not list: a stranger's text would choose whom readers meet. */
export function judgePlayers(
  inserts: readonly Insert[],
  peertube: readonly string[],
  displayPath: string,
): readonly Diagnostic[] {
  return filmsAmong(inserts).flatMap(({ film, place }): Diagnostic[] => {
    const { origin, host } = new URL(film.player);
    if (allowedPlayers(peertube).includes(origin)) return [];
    return [
      {
        code: 'film-host',
        severity: 'error',
        file: displayPath,
        ...place,
        message: `site.yaml does not list ${host} among the machines whose films may be shown.${meantWords(didYouMean(host, peertube))}`,
        hint: `If it is a PeerTube instance that readers may be sent to, write in site.yaml: films: {peertube: [${[...peertube, host].join(', ')}]}`,
      },
    ];
  });
}
