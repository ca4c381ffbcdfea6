/** The content folder as the main branch has it: what decides how every story is read, and the stories beside one. */

import type { PublishedSite } from '../../../../src/editor/published-site.ts';
import type { EditorSettings } from '../../../../src/editor/store-messages.ts';
import { isStoryPath } from '../../../../src/editor/story-path.ts';
import { forEach } from './limited.ts';
import { StoryNames } from './named-stories.ts';
import type { RepositoryBlobs } from './repository-blobs.ts';
import type { FileTree, RepositoryHost } from './repository-host.ts';
import type { RepositoryPaths } from './repository-paths.ts';
import type { SiteReader, StoryText } from './site-reader.ts';
import type { StoryBranches } from './story-branches.ts';

/** Of stories that a text names. */
const maximumNamed = 30;
/** What decides how every story is read. */
const siteFile = /^(?:site\.yaml|messages\/[^/]+\.yaml|(?:people|pages)\/[^/]+\.md)$/u;

export interface PublishedFilesOptions {
  readonly host: Pick<RepositoryHost, 'files'>;
  /** As the repository names it: `content`. */
  readonly contentFolder: string;
  readonly site: SiteReader;
  readonly published: () => Promise<PublishedSite>;
  readonly paths: RepositoryPaths;
  readonly blobs: RepositoryBlobs;
  readonly branches: StoryBranches;
}

interface LoadedFiles {
  /** Commit of the main branch. */
  readonly main: string;
  readonly settings: EditorSettings;
  /** Of the content folder, by paths of the repository. */
  readonly files: FileTree;
  readonly names: StoryNames;
}

export class PublishedFiles {
  readonly #options: PublishedFilesOptions;
  #loaded: Promise<LoadedFiles> | undefined;

  constructor(options: PublishedFilesOptions) {
    this.#options = options;
  }

  /** As they were read last; what failed is tried again. */
  load(): Promise<LoadedFiles> {
    this.#loaded ??= this.#read().catch((error: unknown) => {
      this.#loaded = undefined;
      throw error;
    });
    return this.#loaded;
  }

  /** As the main branch has them now. */
  reload(): Promise<LoadedFiles> {
    this.#loaded = undefined;
    return this.load();
  }

  async #read(): Promise<LoadedFiles> {
    const { host, contentFolder, site, paths, blobs, branches } = this.#options;
    const main = await branches.mainCommit();
    const files = await host.files(main, contentFolder);
    const names = [...files.keys()].map(paths.fileOf);
    const needed = [...files].filter(([path]) => siteFile.test(paths.fileOf(path)));
    const texts = await forEach(needed, async ([path, id]) => ({
      file: paths.fileOf(path),
      text: (await blobs.text(id)) ?? '',
    }));
    const settings = await site.load({ contentFolder, files: [...names].sort(), texts });
    const { people, series } = await this.#options.published();
    return {
      main,
      files,
      names: new StoryNames(names),
      settings: {
        ...settings,
        people: union(settings.people, people),
        series: union(settings.series, series),
      },
    };
  }

  /**
   * The story's other languages, and stories that its text names: the check must know that they are there.
   * @param own files of the story's folder
   */
  async othersOf(file: string, text: string, own: FileTree): Promise<readonly StoryText[]> {
    const { paths, blobs } = this.#options;
    const { files, names } = await this.load();
    const named = names.namedIn(file, text).slice(0, maximumNamed);
    const known = new Map([
      ...named.map((other) => [other, files.get(paths.pathOf(other)) ?? ''] as const),
      ...[...own].map(([path, id]) => [paths.fileOf(path), id] as const),
    ]);
    const others = [...known].filter(([other]) => isStoryPath(other) && other !== file);
    return await forEach(others, async ([other, id]) => ({
      file: other,
      text: (await blobs.text(id)) ?? '',
    }));
  }
}

function union(own: readonly string[], published: readonly string[]): string[] {
  return [...new Set([...own, ...published])].sort();
}
