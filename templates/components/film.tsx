/**
 * A film that lies with somebody else: a picture that links to the film's own page. `assets/scripts/film.ts` puts the
 * player in its place once a reader plays it; before that nothing of the host is loaded, and the reader is told of it.
 */

import { hostAndOwner, hostName } from '../../src/markdown/film-address.ts';
import type { SiteFilm } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { MediaCaption } from './media.tsx';
import { Picture } from './picture.tsx';
import { Said } from './said.tsx';

interface FilmProps {
  readonly block: SiteFilm;
  readonly context: RenderContext;
}

export function Film({ block, context }: FilmProps) {
  const { film, title, poster } = block;
  const { edition } = context;
  const { messages } = edition;
  const host = hostName(film);
  return (
    <figure class="film" {...(poster !== undefined && { id: `photo-${poster.number}` })}>
      <div class="film-stage">
        <a class="film-link" href={film.page} data-player={film.player}>
          {poster !== undefined && (
            <Picture
              picture={{ ...poster, alt: '' }}
              sizes="(min-width: 60rem) 54rem, 100vw"
              context={context}
            />
          )}
          <span class="film-words">
            <span class="film-title">
              <span class="visually-hidden">
                <Said word="playFilm" edition={edition}>
                  {messages.playFilm}
                </Said>{' '}
              </span>
              {title}
            </span>
            <span class="film-host">{host}</span>
          </span>
        </a>
      </div>
      <p class="film-note">
        <Said word="filmNote" edition={edition}>
          {messages.filmNote(hostAndOwner(film))}
        </Said>{' '}
        <a href={film.page}>
          <Said word="watchAt" edition={edition}>
            {messages.watchAt(host)}
          </Said>
        </a>
      </p>
      <MediaCaption block={block} context={context} />
    </figure>
  );
}
