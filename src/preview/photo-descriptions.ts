/** Describes the photos that the content names; again only after one has changed or others are named. */

import { photoCacheOf } from '../build/photo-store.ts';
import { photoRequests } from '../build/prepare-site.ts';
import type { Progress } from '../build/progress.ts';
import type { Project } from '../build/project.ts';
import type { Content } from '../content/load-content.ts';
import { type DescribedPhotos, describePhotos } from '../photos/photo-pipeline.ts';
import type { Recipe } from '../photos/recipe.ts';

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
    const requests = photoRequests(content, this.#project.displayContent);
    const asked = requests.map(({ file, source = '' }) => `${file} ${source}`).join('\n');
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
