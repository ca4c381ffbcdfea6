/**
 * Store of a repository on a host, from the browser alone. A story is a branch (`story/2024-fair`) and a request to merge
 * it; its text and its new photos are one commit. What others have committed meanwhile, to the branch or to the main
 * branch, is never overwritten: it is a conflict that shows both versions.
 */

import { readFrontMatter } from '../../../../src/editor/front-matter-edit.ts';
import type { PublishedSite } from '../../../../src/editor/published-site.ts';
import type {
  EditorSettings,
  OpenedStory,
  RenderedStory,
  SaveAnswer,
  StoryEntry,
  StoryPhoto,
} from '../../../../src/editor/store-messages.ts';
import { isStoryPath, storyIdOf } from '../../../../src/editor/story-path.ts';
import { plainTextOf } from '../../../../src/editor/story-text.ts';
import { defined } from '../../../../src/text/defined.ts';
import { framedPage } from './framed-page.ts';
import { lfsFiles } from './git-attributes.ts';
import { blobId } from './git-object.ts';
import type { KeptBlobs } from './kept-blobs.ts';
import type { KeptPhotos } from './kept-photos.ts';
import { forEach } from './limited.ts';
import { PendingPhotos } from './pending-photos.ts';
import type { PhotoReader } from './photo-reader.ts';
import { PublishedFiles } from './published-files.ts';
import { decodeUtf8, RepositoryBlobs } from './repository-blobs.ts';
import type { FileChange, FileTree, RepositoryHost } from './repository-host.ts';
import { folderOf, nameOf, type RepositoryPaths, repositoryPaths } from './repository-paths.ts';
import { draftPhotoPath, type SiteReader } from './site-reader.ts';
import { StoryBranches, type StoryState } from './story-branches.ts';
import { StoryPhotos } from './story-photos.ts';
import { storyReview } from './story-review.ts';
import { type AddedPhoto, StoreError, type StoryReview, type StoryStore } from './story-store.ts';

/** Of a photo that cannot be measured here: a pointer of Git LFS. */
const usualSize = { widthPx: 1600, heightPx: 1067 };

export interface RepositoryStoreOptions {
  readonly host: RepositoryHost;
  /** The branch that is published. */
  readonly main: string;
  /** As the repository names it: `content`. */
  readonly contentFolder: string;
  readonly site: SiteReader;
  readonly published: () => Promise<PublishedSite>;
  readonly photos: PhotoReader;
  readonly kept: KeptBlobs;
  readonly keptPhotos: KeptPhotos;
}

export class RepositoryStore implements StoryStore {
  readonly #options: RepositoryStoreOptions;
  readonly #paths: RepositoryPaths;
  readonly #blobs: RepositoryBlobs;
  readonly #branches: StoryBranches;
  readonly #published: PublishedFiles;
  readonly #pending: PendingPhotos;
  readonly #photos: StoryPhotos;
  readonly review: StoryReview;
  /** By folder of the story. */
  readonly #opened = new Map<string, StoryState>();

  constructor(options: RepositoryStoreOptions) {
    const paths = repositoryPaths(options.contentFolder);
    const blobs = new RepositoryBlobs(options);
    const branches = new StoryBranches({ host: options.host, main: options.main, paths, blobs });
    this.#options = options;
    this.#paths = paths;
    this.#blobs = blobs;
    this.#branches = branches;
    const published = new PublishedFiles({ ...options, paths, blobs, branches });
    const pending = new PendingPhotos(options.keptPhotos);
    this.#published = published;
    this.#pending = pending;
    this.#photos = new StoryPhotos({
      ...{ photos: options.photos, published: options.published, paths, blobs, pending },
      isLfs: (path) => isLfsFile(options.host, published, path),
    });
    this.review = storyReview(options.host, options.main);
  }

  readonly settings = async (): Promise<EditorSettings> => (await this.#published.load()).settings;

  readonly list = async (): Promise<readonly StoryEntry[]> => {
    const { published, site } = this.#options;
    const [{ files }, work, { stories }] = await Promise.all([
      this.#published.reload(),
      this.#branches.inWork(),
      published(),
    ]);
    const known = new Map(stories.map((story) => [story.file, story]));
    const unknown: (readonly [file: string, id: string])[] = [];
    const entries: StoryEntry[] = [];
    const seen = new Set<string>();
    const add = (tree: FileTree): void => {
      for (const [path, id] of tree) {
        const file = this.#paths.fileOf(path);
        if (!isStoryPath(file) || seen.has(file)) continue;
        seen.add(file);
        const story = known.get(file);
        if (story !== undefined && (story.blob === undefined || story.blob === id)) {
          const { blob: _, ...entry } = story;
          entries.push(entry);
        } else unknown.push([file, id]);
      }
    };
    for (const { files: own } of work.values()) add(own);
    add(files);
    const texts = await forEach(unknown, async ([file, id]) => ({
      file,
      text: (await this.#blobs.text(id)) ?? '',
    }));
    const read = await site.entries(texts);
    return sorted([...entries, ...read]).map((entry) => {
      const request = work.get(storyIdOf(entry.file) ?? '')?.request;
      return request === undefined ? entry : { ...entry, work: request };
    });
  };

  readonly open = async (file: string): Promise<OpenedStory> => {
    const state = await this.#branches.stateOf(file);
    const id = state.files.get(this.#paths.pathOf(file));
    if (id === undefined) throw new StoreError('This story is not in the repository.', false);
    const bytes = await this.#blobs.bytes(id);
    const raw = decodeUtf8(bytes);
    if (raw === undefined)
      throw new StoreError('This file is not saved as UTF-8. Open it in a text editor first.', false);
    this.#opened.set(folderOf(file), state);
    const known = await this.#pending.of(folderOf(file));
    const beside = [...state.files.keys()].map(this.#paths.fileOf);
    const pictures = this.#photos.of(state.files);
    const photos = await forEach(pictures, async (one): Promise<StoryPhoto> => {
      const size = await this.#photos.sizeOf(one, state.files);
      return { name: nameOf(one), widthPx: size?.widthPx ?? 0, heightPx: size?.heightPx ?? 0 };
    });
    const pending = known.map(({ bytes: _, ...photo }) => photo);
    const others = beside.filter((one) => !one.endsWith('.md') && !pictures.includes(one)).map(nameOf);
    return {
      raw,
      version: this.#branches.versionOf(file, state),
      photos: [...photos, ...pending],
      others,
      translations: beside.filter((one) => isStoryPath(one) && one !== file),
    };
  };

  readonly save = async (file: string, raw: string, version: string | undefined): Promise<SaveAnswer> => {
    if (!isStoryPath(file)) return { kind: 'refused', message: 'This is not the file of a story.' };
    // Once more where another file of the branch was committed meanwhile.
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const answer = await this.#save(file, raw, version);
      if (answer !== 'moved') return answer;
    }
    return { kind: 'refused', message: 'The repository changes faster than this can be saved. Try again.' };
  };

  async #save(file: string, raw: string, version: string | undefined): Promise<SaveAnswer | 'moved'> {
    const { host } = this.#options;
    const state = await this.#branches.stateOf(file);
    const path = this.#paths.pathOf(file);
    const conflict = await this.#branches.conflictOf(file, version, state);
    if (conflict !== undefined) return conflict;
    const bytes = new TextEncoder().encode(raw);
    const own = state.files.get(path);
    const id = await blobId(bytes);
    const pending = await this.#pending.of(folderOf(file));
    const merge = await this.#branches.mergeOf(file, state);
    if (merge === 'elsewhere')
      return {
        kind: 'refused',
        message: 'Other files of this story were changed on both sides. Merge its branch with git first.',
      };
    if (own === id && pending.length === 0 && merge === undefined)
      return { kind: 'saved', version: this.#branches.versionOf(file, state) };
    const changes: FileChange[] = [
      ...(own === id ? [] : [{ path, bytes, before: own }]),
      ...pending.map(({ name, bytes: photo }) => {
        const photoPath = `${this.#paths.pathOf(folderOf(file))}/${name}`;
        return { path: photoPath, bytes: photo, before: state.files.get(photoPath) };
      }),
    ];
    if (state.isFinished) await host.removeBranch(state.branch);
    const answer = await host.commit({
      branch: state.branch,
      head: state.head,
      main: state.main,
      mainBranch: this.#options.main,
      message: `${own === undefined ? 'Write' : 'Edit'} ${titleOf(raw) ?? storyIdOf(file) ?? file}`,
      changes,
      ...defined({ merge }),
    });
    if (answer.kind !== 'committed') return answer.kind === 'moved' ? 'moved' : answer;
    await this.#pending.remove(folderOf(file), pending);
    const files = new Map(state.files).set(path, id);
    for (const { name, bytes: photo } of pending)
      files.set(`${this.#paths.pathOf(folderOf(file))}/${name}`, await blobId(photo));
    const saved = { ...state, head: answer.commit, isFinished: false, files };
    this.#opened.set(folderOf(file), saved);
    return { kind: 'saved', version: this.#branches.versionOf(file, saved) };
  }

  readonly render = async (file: string, text: string): Promise<RenderedStory> => {
    const { site } = this.#options;
    await this.#published.load();
    const { files } = this.#opened.get(folderOf(file)) ?? { files: new Map<string, string>() };
    const pending = this.#pending.read(folderOf(file));
    const named = this.#photos.of(files).filter((one) => text.includes(nameOf(one)));
    const photos = [
      ...(await forEach(named, async (one) => {
        const size = (await this.#photos.sizeOf(one, files)) ?? usualSize;
        return { file: one, widthPx: size.widthPx, heightPx: size.heightPx };
      })),
      ...pending.map(({ bytes: _, name, ...photo }) => ({ file: `${folderOf(file)}/${name}`, ...photo })),
    ];
    const others = await this.#published.othersOf(file, text, files);
    const { findings, html } = await site.render({ file, text, others, photos });
    if (html === undefined) return { findings: [...findings] };
    const addresses = await Promise.all(photos.map((photo) => this.thumbnailOf(photo.file)));
    const { siteRoot } = await this.settings();
    const page = addresses.reduce(
      (made, address, index) => made.replaceAll(`${siteRoot}${draftPhotoPath(index)}`, address),
      html,
    );
    return { findings: [...findings], page: this.#options.photos.pageAddress(framedPage(page)) };
  };

  readonly hasUnsaved = (file: string): boolean => this.#pending.read(folderOf(file)).length > 0;

  readonly addPhoto = (file: string, photo: File): Promise<AddedPhoto> =>
    this.#photos.add(folderOf(file), photo, this.#opened.get(folderOf(file))?.files ?? new Map());

  readonly paste = (html: string) => this.#options.site.paste(html);

  readonly thumbnailOf = (file: string): Promise<string> =>
    this.#photos.thumbnailOf(file, this.#opened.get(folderOf(file))?.files);
}

async function isLfsFile(host: RepositoryHost, published: PublishedFiles, path: string): Promise<boolean> {
  if (host.attributes === undefined) return false;
  const { main } = await published.load();
  return lfsFiles(await host.attributes(main))(path);
}

function titleOf(raw: string): string | undefined {
  const title = readFrontMatter(plainTextOf(raw))?.title;
  return typeof title === 'string' && title !== '' ? title.replace(/\s+/gu, ' ').slice(0, 60) : undefined;
}

/** Unread ones first, then the newest. */
function sorted(entries: readonly StoryEntry[]): readonly StoryEntry[] {
  const rank = ({ day }: StoryEntry): string => (day === '' ? '9' : day);
  return [...entries].sort((a, b) => (rank(a) < rank(b) ? 1 : rank(a) > rank(b) ? -1 : 0));
}
