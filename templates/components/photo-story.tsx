/** A story told in photos, across the whole width of the home page. */

import type { HomeRow } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { ratioClass } from './gallery.tsx';
import { Headline } from './headline.tsx';
import { Picture } from './picture.tsx';
import { PictureMark } from './picture-mark.tsx';
import { Said } from './said.tsx';

interface PhotoStoryProps {
  readonly row: Extract<HomeRow, { readonly kind: 'photos' }>;
  readonly number: number;
  readonly context: RenderContext;
}

export function PhotoStory({ row: { story, pictures, morePictures }, number, context }: PhotoStoryProps) {
  const { edition, site } = context;
  const id = `photo-story-${number}`;
  return (
    <section class="photo-story" aria-labelledby={id}>
      <div class="photo-story-text">
        <p class="photo-story-label">
          <Said word="photoStory" edition={edition}>
            {edition.messages.photoStory}
          </Said>
        </p>
        <h2 class="photo-story-title" id={id}>
          <a href={site.href(story.url)}>
            <Headline text={story.title} lang={story.lang} />
          </a>
        </h2>
        <p class="photo-story-summary">{story.summary}</p>
        <p class="photo-story-count">
          <Said word="photoCount" edition={edition}>
            {edition.messages.photoCount(story.photoCount)}
          </Said>
        </p>
      </div>
      <div class="photo-story-row">
        {pictures.map((picture, index) => (
          <div key={picture.number} class={`photo-story-photo ${ratioClass(picture)}`}>
            <Picture picture={picture} sizes="(min-width: 60rem) 33vw, 60vw" context={context} />
            <PictureMark picture={picture} context={context} />
            {index === pictures.length - 1 && morePictures > 0 && (
              <span class="photo-story-more" aria-hidden="true">
                +{morePictures.toLocaleString(edition.locale)}
              </span>
            )}
          </div>
        ))}
      </div>
    </section>
  );
}
