/** A story told in photos, across the whole width of the home page. */

import type { ArticleCard, Picture as SitePicture } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { ratioClass } from './gallery.tsx';
import { Headline } from './headline.tsx';
import { Picture } from './picture.tsx';
import { PictureMark } from './picture-mark.tsx';
import { Said } from './said.tsx';

interface PhotoStoryProps {
  readonly article: ArticleCard;
  readonly pictures: readonly SitePicture[];
  readonly context: RenderContext;
}

export function PhotoStory({ article, pictures, context }: PhotoStoryProps) {
  const { edition, site } = context;
  return (
    <section class="photo-story" aria-labelledby="photo-story-title">
      <div class="photo-story-text">
        <p class="photo-story-label">
          <Said word="photoStory" edition={edition}>
            {edition.messages.photoStory}
          </Said>
        </p>
        <h2 class="photo-story-title" id="photo-story-title">
          <a href={site.href(article.url)}>
            <Headline text={article.title} lang={article.lang} />
          </a>
        </h2>
        <p class="photo-story-summary">{article.summary}</p>
        <p class="photo-story-count">
          <Said word="photoCount" edition={edition}>
            {edition.messages.photoCount(article.photoCount)}
          </Said>
        </p>
      </div>
      <div class="photo-story-row">
        {pictures.map((picture) => (
          <div key={picture.number} class={`photo-story-photo ${ratioClass(picture)}`}>
            <Picture picture={picture} sizes="(min-width: 60rem) 24vw, 48vw" context={context} />
            <PictureMark picture={picture} context={context} />
          </div>
        ))}
      </div>
    </section>
  );
}
