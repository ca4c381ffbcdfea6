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
import { freeName, namePhoto } from '../../../../src/imports/photo-name.ts';
import { defined } from '../../../../src/text/defined.ts';
import { isLfsPointer } from '../../../../src/text/lfs-pointer.ts';
import { framedPage } from './framed-page.ts';
import { lfsFiles } from './git-attributes.ts';
import { blobId } from './git-object.ts';
import type { KeptBlobs } from './kept-blobs.ts';
import type { KeptPhotos, PendingPhoto } from './kept-photos.ts';
import { forEach } from './limited.ts';
import { StoryNames } from './named-stories.ts';
import type { PhotoReader, PhotoSize } from './photo-reader.ts';
import type { FileChange, FileTree, HostRequest, RepositoryHost } from './repository-host.ts';
import { draftPhotoPath, type SiteReader, type StoryText } from './site-reader.ts';
import {
  type AddedPhoto,
  type ReviewRequest,
  StoreError,
  type StoryReview,
  type StoryStore,
} from './story-store.ts';

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

const storyBranches = 'story/';

/** A story as the repository has it now. */
interface StoryState {
  readonly branch: string;
  /** Commit of the main branch. */
  readonly main: string;
  /** Commit of the story's branch, where it is in work. */
  readonly head: string | undefined;
  /** A branch of that name stands where it was merged. */
  readonly isFinished: boolean;
  /** Of the story's folder, as its branch has it, or else the main branch. */
  readonly files: FileTree;
  readonly mainFiles: FileTree;
}

interface LoadedSite {
  readonly main: string;
  readonly settings: EditorSettings;
  /** Of the content folder, by paths of the repository. */
  readonly files: FileTree;
  readonly names: StoryNames;
}

export class RepositoryStore implements StoryStore {
  readonly #options: RepositoryStoreOptions;
  /** By folder of the story. */
  readonly #pending = new Map<string, readonly PendingPhoto[]>();
  readonly #opened = new Map<string, StoryState>();
  readonly #addresses = new Map<string, Promise<string>>();
  readonly #sizes = new Map<string, Promise<PhotoSize | undefined>>();
  #site: Promise<LoadedSite> | undefined;

  constructor(options: RepositoryStoreOptions) {
    this.#options = options;
  }

  readonly settings = async (): Promise<EditorSettings> => (await this.#load()).settings;

  readonly list = async (): Promise<readonly StoryEntry[]> => {
    const { host, published, site } = this.#options;
    this.#site = undefined;
    const [{ files }, requests, branches, { stories }] = await Promise.all([
      this.#load(),
      host.openRequests(),
      host.branches(storyBranches),
      published(),
    ]);
    const known = new Map(stories.map((story) => [story.file, story]));
    const work = await this.#inWork(requests, branches);
    const unknown: (readonly [file: string, id: string])[] = [];
    const entries: StoryEntry[] = [];
    const seen = new Set<string>();
    const add = (tree: FileTree): void => {
      for (const [path, id] of tree) {
        const file = this.#fileOf(path);
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
      text: (await this.#text(id)) ?? '',
    }));
    const read = await site.entries(texts);
    return sorted([...entries, ...read]).map((entry) => {
      const request = work.get(storyIdOf(entry.file) ?? '')?.request;
      return request === undefined ? entry : { ...entry, work: request };
    });
  };

  readonly open = async (file: string): Promise<OpenedStory> => {
    const state = await this.#state(file);
    const id = state.files.get(this.#pathOf(file));
    if (id === undefined) throw new StoreError('This story is not in the repository.', false);
    const bytes = await this.#blob(id);
    const raw = decoded(bytes);
    if (raw === undefined)
      throw new StoreError('This file is not saved as UTF-8. Open it in a text editor first.', false);
    this.#opened.set(folderOf(file), state);
    const known = await this.#pendingOf(folderOf(file));
    const { photos: facts } = await this.#options.published();
    const beside = [...state.files.keys()].map((path) => this.#fileOf(path));
    const pictures = beside.filter((one) => this.#options.photos.isPicture(one));
    const photos = await forEach(pictures, async (one): Promise<StoryPhoto> => {
      const size = facts.get(one) ?? (await this.#measure(state.files.get(this.#pathOf(one))));
      return { name: nameOf(one), widthPx: size?.widthPx ?? 0, heightPx: size?.heightPx ?? 0 };
    });
    const pending = known.map(({ bytes: _, ...photo }) => photo);
    const others = beside.filter((one) => !one.endsWith('.md') && !pictures.includes(one)).map(nameOf);
    return {
      raw,
      version: this.#versionOf(file, state),
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
    const state = await this.#state(file);
    const path = this.#pathOf(file);
    const conflict = await this.#conflictOf(file, version ?? noVersion, state);
    if (conflict !== undefined) return conflict;
    const bytes = new TextEncoder().encode(raw);
    const own = state.files.get(path);
    const id = await blobId(bytes);
    const pending = await this.#pendingOf(folderOf(file));
    const merge = await this.#mergeOf(path, state);
    if (merge === 'elsewhere')
      return {
        kind: 'refused',
        message: 'Other files of this story were changed on both sides. Merge its branch with git first.',
      };
    if (own === id && pending.length === 0 && merge === undefined)
      return { kind: 'saved', version: this.#versionOf(file, state) };
    const changes: FileChange[] = [
      ...(own === id ? [] : [{ path, bytes, before: own }]),
      ...pending.map(({ name, bytes: photo }) => {
        const photoPath = `${this.#pathOf(folderOf(file))}/${name}`;
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
    const left = await this.#pendingOf(folderOf(file));
    this.#pending.set(
      folderOf(file),
      left.filter((photo) => !pending.includes(photo)),
    );
    for (const { name } of pending) await this.#options.keptPhotos.remove(folderOf(file), name);
    const files = new Map(state.files).set(path, id);
    for (const { name, bytes: photo } of pending)
      files.set(`${this.#pathOf(folderOf(file))}/${name}`, await blobId(photo));
    const saved = { ...state, head: answer.commit, isFinished: false, files };
    this.#opened.set(folderOf(file), saved);
    return { kind: 'saved', version: this.#versionOf(file, saved) };
  }

  readonly render = async (file: string, text: string): Promise<RenderedStory> => {
    const { site, published } = this.#options;
    await this.#load();
    const { files } = this.#opened.get(folderOf(file)) ?? { files: new Map<string, string>() };
    const { photos: facts } = await published();
    const pending = this.#pending.get(folderOf(file)) ?? [];
    const named = [...files.keys()]
      .map((path) => this.#fileOf(path))
      .filter((one) => this.#options.photos.isPicture(one) && text.includes(nameOf(one)));
    const photos = [
      ...(await forEach(named, async (one) => {
        const size = facts.get(one) ?? (await this.#measure(files.get(this.#pathOf(one)))) ?? usualSize;
        return { file: one, widthPx: size.widthPx, heightPx: size.heightPx };
      })),
      ...pending.map(({ bytes: _, name, ...photo }) => ({ file: `${folderOf(file)}/${name}`, ...photo })),
    ];
    const others = await this.#othersOf(file, text, files);
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

  readonly addPhoto = async (file: string, photo: File): Promise<AddedPhoto> => {
    const bytes = new Uint8Array(await photo.arrayBuffer());
    const reading = await this.#options.photos.read(photo.name, bytes);
    if (!reading.ok) return { message: reading.message };
    const folder = folderOf(file);
    const pending = await this.#pendingOf(folder);
    const tree = this.#opened.get(folder)?.files ?? new Map<string, string>();
    const id = await blobId(bytes);
    const same = [...tree].find(([, known]) => known === id)?.[0];
    const { ending, ...facts } = reading.photo;
    if (same !== undefined) return { photo: { name: nameOf(same), ...facts } };
    const taken = new Set([...[...tree.keys()].map(nameOf), ...pending.map(({ name }) => name)]);
    const twin = pending.find((one) => isSame(one.bytes, bytes));
    if (twin !== undefined) return { photo: { name: twin.name, ...facts } };
    const name = freeName(namePhoto(photo.name, facts.caption ?? '', ending), taken);
    if (await this.#isLfs(`${this.#pathOf(folder)}/${name}`))
      return {
        message:
          'This repository keeps photos in Git LFS, which its host takes from no web page. Add the photo with git.',
      };
    const added = { name, ...facts, bytes };
    this.#pending.set(folder, [...pending, added]);
    await this.#options.keptPhotos.put(folder, added);
    return { photo: { name, ...facts } };
  };

  readonly paste = (html: string) => this.#options.site.paste(html);

  readonly thumbnailOf = async (file: string): Promise<string> => {
    const folder = folderOf(file);
    const pending = this.#pending.get(folder)?.find(({ name }) => name === nameOf(file));
    if (pending !== undefined) return await this.#address(file, async () => pending.bytes);
    const { photos: facts } = await this.#options.published();
    const id = this.#opened.get(folder)?.files.get(this.#pathOf(file));
    const fact = facts.get(file);
    if (fact !== undefined) return fact.address;
    return id === undefined ? '' : await this.#address(id, () => this.#blob(id));
  };

  readonly review: StoryReview = {
    of: async (file) => {
      const request = await this.#options.host.request(branchOf(file));
      return request?.state === 'open' ? request : undefined;
    },
    send: async (file, title, isDraft) => {
      const { host, main } = this.#options;
      const branch = branchOf(file);
      const request = await host.request(branch);
      if (request?.state !== 'open') return await host.send({ branch, main, title, isDraft });
      return request.isDraft && !isDraft ? await host.finishDraft(request) : request;
    },
    open: async () =>
      (await this.#options.host.openRequests()).filter(({ branch }) => branch.startsWith(storyBranches)),
  };

  /** Both versions, where the story is not as it was when it was opened; undefined where it is. */
  async #conflictOf(file: string, version: string, state: StoryState): Promise<SaveAnswer | undefined> {
    const now = this.#versionOf(file, state);
    if (version === now) return undefined;
    const path = this.#pathOf(file);
    const own = state.files.get(path);
    const main = state.mainFiles.get(path);
    const [openedOwn] = version.split(':');
    const isOwnSame = openedOwn === (own ?? none);
    // Main has taken in what the branch has.
    if (isOwnSame && (main === own || main === undefined)) return undefined;
    const theirs = isOwnSame ? main : own;
    const raw = theirs === undefined ? undefined : decoded(await this.#blob(theirs));
    return { kind: 'conflict', ...(raw === undefined ? {} : { stored: { raw, version: now } }) };
  }

  /**
   * What a commit must keep of the branch while it takes in the main branch: needed where that has changed the story too,
   * and its editor has seen both.
   */
  async #mergeOf(path: string, state: StoryState): Promise<readonly string[] | 'elsewhere' | undefined> {
    const { host, main } = this.#options;
    if (state.head === undefined || state.mainFiles.get(path) === state.files.get(path)) return undefined;
    const { mergeBase, paths } = await host.compare(main, state.branch);
    if (mergeBase === state.main) return undefined;
    const folder = path.slice(0, path.lastIndexOf('/'));
    const base = await host.files(mergeBase, folder);
    if (base.get(path) === state.mainFiles.get(path)) return undefined;
    const isElsewhere = paths.some(
      (one) =>
        one !== path &&
        (!one.startsWith(`${folder}/`) ||
          (base.get(one) !== state.mainFiles.get(one) && state.mainFiles.get(one) !== state.files.get(one))),
    );
    return isElsewhere ? 'elsewhere' : paths;
  }

  async #state(file: string): Promise<StoryState> {
    const { host, main: mainBranch } = this.#options;
    const branch = branchOf(file);
    const [main, tip] = await Promise.all([host.head(mainBranch), host.head(branch)]);
    if (main === undefined)
      throw new StoreError('The repository has no branch of the name that site.yaml gives.', false);
    const isFinished = tip !== undefined && isMerged(await host.request(branch), tip);
    const head = isFinished ? undefined : tip;
    const folder = this.#pathOf(folderOf(file));
    const [mainFiles, files] = await Promise.all([
      host.files(main, folder),
      head === undefined ? undefined : host.files(head, folder),
    ]);
    return { branch, main, head, isFinished, files: files ?? mainFiles, mainFiles };
  }

  #versionOf(file: string, { files, mainFiles }: StoryState): string {
    const path = this.#pathOf(file);
    return `${files.get(path) ?? none}:${mainFiles.get(path) ?? none}`;
  }

  #load(): Promise<LoadedSite> {
    this.#site ??= this.#loadSite().catch((error: unknown) => {
      this.#site = undefined;
      throw error;
    });
    return this.#site;
  }

  async #loadSite(): Promise<LoadedSite> {
    const { host, main: mainBranch, contentFolder, site } = this.#options;
    const main = await host.head(mainBranch);
    if (main === undefined)
      throw new StoreError('The repository has no branch of the name that site.yaml gives.', false);
    const files = await host.files(main, contentFolder);
    const needed = [...files].filter(([path]) => siteFile.test(this.#fileOf(path)));
    const texts = await forEach(needed, async ([path, id]) => ({
      file: this.#fileOf(path),
      text: (await this.#text(id)) ?? '',
    }));
    const settings = await site.load({
      contentFolder,
      files: [...files.keys()].map((path) => this.#fileOf(path)).sort(),
      texts,
    });
    const { people, series } = await this.#options.published();
    return {
      main,
      files,
      names: new StoryNames([...files.keys()].map((path) => this.#fileOf(path))),
      settings: {
        ...settings,
        people: [...new Set([...settings.people, ...people])].sort(),
        series: [...new Set([...settings.series, ...series])].sort(),
      },
    };
  }

  /** Stories in work, with their files and what is told of them. */
  async #inWork(
    requests: readonly HostRequest[],
    branches: readonly { readonly name: string; readonly commit: string }[],
  ): Promise<ReadonlyMap<string, { readonly request: ReviewRequest; readonly files: FileTree }>> {
    const { host } = this.#options;
    const open = new Map(requests.map((request) => [request.branch, request]));
    const unsent = branches.filter(({ name }) => !open.has(name)).slice(0, maximumUnsent);
    const finished = new Set<string>();
    await forEach(unsent, async ({ name, commit }) => {
      if (isMerged(await host.request(name), commit)) finished.add(name);
    });
    const current = branches.filter(
      ({ name }) => open.has(name) || (unsent.some((one) => one.name === name) && !finished.has(name)),
    );
    const work = await forEach(current, async ({ name, commit }) => {
      const id = name.slice(storyBranches.length).replace('-', '/');
      const files = await host.files(commit, this.#pathOf(`articles/${id}`));
      const { title, url, author, isDraft } = open.get(name) ?? unsentRequest;
      return [id, { request: { branch: name, title, url, author, isDraft }, files }] as const;
    });
    return new Map(work);
  }

  /** The story's other languages, and stories that its text names: the check must know that they are there. */
  async #othersOf(file: string, text: string, own: FileTree): Promise<readonly StoryText[]> {
    const { files, names } = await this.#load();
    const named = names.namedIn(file, text).slice(0, maximumNamed);
    const blobs = new Map([
      ...named.map((other) => [other, files.get(this.#pathOf(other)) ?? ''] as const),
      ...[...own].map(([path, blob]) => [this.#fileOf(path), blob] as const),
    ]);
    const others = [...blobs].filter(([other]) => isStoryPath(other) && other !== file);
    return await forEach(others, async ([other, blob]) => ({
      file: other,
      text: (await this.#text(blob)) ?? '',
    }));
  }

  /** Once for each photo: a page is rendered after every letter. */
  async #measure(id: string | undefined): Promise<PhotoSize | undefined> {
    if (id === undefined) return undefined;
    const known = this.#sizes.get(id);
    if (known !== undefined) return await known;
    const size = this.#blob(id).then((bytes) =>
      isLfsPointer(bytes) ? undefined : this.#options.photos.measure(bytes),
    );
    this.#sizes.set(id, size);
    size.catch(() => this.#sizes.delete(id));
    return await size;
  }

  async #text(id: string): Promise<string | undefined> {
    const raw = decoded(await this.#blob(id));
    return raw === undefined ? undefined : plainTextOf(raw);
  }

  async #blob(id: string): Promise<Uint8Array<ArrayBuffer>> {
    const { kept, host } = this.#options;
    const known = await kept.get(id);
    if (known !== undefined) return known;
    const bytes = new Uint8Array(await host.blob(id));
    await kept.put(id, bytes);
    return bytes;
  }

  async #address(key: string, bytes: () => Promise<Uint8Array<ArrayBuffer>>): Promise<string> {
    const known = this.#addresses.get(key);
    if (known !== undefined) return await known;
    const made = bytes().then((read) => (isLfsPointer(read) ? '' : this.#options.photos.address(read)));
    this.#addresses.set(key, made);
    made.catch(() => this.#addresses.delete(key));
    return await made;
  }

  /** Photos of a story's folder that wait for the next change. */
  async #pendingOf(folder: string): Promise<readonly PendingPhoto[]> {
    const known = this.#pending.get(folder);
    if (known !== undefined) return known;
    const kept = await this.#options.keptPhotos.list(folder);
    const now = this.#pending.get(folder) ?? kept;
    this.#pending.set(folder, now);
    return now;
  }

  /** Whether a file would have to be uploaded as one of Git LFS. */
  async #isLfs(path: string): Promise<boolean> {
    const { host } = this.#options;
    if (host.attributes === undefined) return false;
    const { main } = await this.#load();
    return lfsFiles(await host.attributes(main))(path);
  }

  #pathOf(file: string): string {
    return `${this.#options.contentFolder}/${file}`;
  }

  #fileOf(path: string): string {
    return path.slice(this.#options.contentFolder.length + 1);
  }
}

const none = '-';
const noVersion = `${none}:${none}`;
/** Branches without a request that are asked for one by one. */
const maximumUnsent = 30;
/** Of stories that a text names. */
const maximumNamed = 30;
/** Of a photo that cannot be measured here: a pointer of Git LFS. */
const usualSize = { widthPx: 1600, heightPx: 1067 };
/** What is saved and was not sent. */
const unsentRequest = { title: '', url: '', author: '', isDraft: true };
/** What decides how every story is read. */
const siteFile = /^(?:site\.yaml|messages\/[^/]+\.yaml|(?:people|pages)\/[^/]+\.md)$/u;

/** Whether all of a branch was merged: one of the same name may have begun anew since. */
function isMerged(request: HostRequest | undefined, tip: string): boolean {
  return request?.state === 'merged' && request.head === tip;
}

function branchOf(file: string): string {
  return storyBranches + (storyIdOf(file) ?? '').replace('/', '-');
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/'));
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

function titleOf(raw: string): string | undefined {
  const title = readFrontMatter(plainTextOf(raw))?.title;
  return typeof title === 'string' && title !== '' ? title.replace(/\s+/gu, ' ').slice(0, 60) : undefined;
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** Unread ones first, then the newest. */
function sorted(entries: readonly StoryEntry[]): readonly StoryEntry[] {
  const rank = ({ day }: StoryEntry): string => (day === '' ? '9' : day);
  return [...entries].sort((a, b) => (rank(a) < rank(b) ? 1 : rank(a) > rank(b) ? -1 : 0));
}
