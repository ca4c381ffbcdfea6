/** The photos that the content names, looked at again only when one of them has changed or others are named. */

import type { Content } from '../../content/load-content.ts';
import { type DescribedPhotos, describePhotos } from '../../photos/describe-photos.ts';
import type { Recipe } from '../../photos/recipe.ts';
import { photoCacheOf } from '../photo-store.ts';
import { photoRequests } from '../prepare-site.ts';
import type { Progress } from '../progress.ts';
import type { Project } from '../project.ts';

interface Known {
  readonly asked: string;
  readonly recipe: Recipe;
  readonly described: DescribedPhotos;
}

export class PhotoDescriptions {
  readonly #project: Project;
  readonly #progress: Progress;
  #known: Known | undefined;

  constructor(project: Project, progress: Progress) {
    this.#project = project;
    this.#progress = progress;
  }

  /** @param changed relative to the content folder */
  async of(content: Content, recipe: Recipe, changed: ReadonlySet<string>): Promise<DescribedPhotos> {
    const requests = photoRequests(content, this.#project.shownContent);
    const asked = requests.map(({ file }) => file).join('\n');
    const known = this.#known;
    const isKnown =
      known !== undefined &&
      known.asked === asked &&
      known.recipe === recipe &&
      known.described.diagnostics.length === 0 &&
      [...changed].every((file) => file.endsWith('.md'));
    if (isKnown) return known.described;
    const described = await describePhotos(requests, {
      contentFolder: this.#project.content,
      cacheFolder: photoCacheOf(this.#project),
      recipe,
      onProgress: this.#progress.step('Reading photos'),
    });
    this.#progress.clear();
    this.#known = { asked, recipe, described };
    return described;
  }
}
