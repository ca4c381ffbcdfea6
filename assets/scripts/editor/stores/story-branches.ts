/** Branches of stories (`story/2024-fair`): how far a story is there and on the main branch, and what conflicts. */

import type { SaveAnswer } from '../../../../src/editor/store-messages.ts';
import { storyIdOf } from '../../../../src/editor/story-path.ts';
import { forEach } from './limited.ts';
import { decodeUtf8, type RepositoryBlobs } from './repository-blobs.ts';
import type { FileTree, HostRequest, RepositoryHost } from './repository-host.ts';
import { folderOf, type RepositoryPaths } from './repository-paths.ts';
import { type ReviewRequest, StoreError } from './story-store.ts';

const storyBranches = 'story/';
const none = '-';
/** Branches without a request that are asked for one by one. */
const maximumUnsent = 30;
/** What is saved and was not sent. */
const unsentRequest = { title: '', url: '', author: '', isDraft: true };

/** A story as the repository has it now. */
export interface StoryState {
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

interface StoryInWork {
  readonly request: ReviewRequest;
  readonly files: FileTree;
}

export interface StoryBranchesOptions {
  readonly host: RepositoryHost;
  /** The branch that is published. */
  readonly main: string;
  readonly paths: RepositoryPaths;
  readonly blobs: RepositoryBlobs;
}

export class StoryBranches {
  readonly #options: StoryBranchesOptions;

  constructor(options: StoryBranchesOptions) {
    this.#options = options;
  }

  /** @throws StoreError without a main branch */
  async mainCommit(): Promise<string> {
    const { host, main } = this.#options;
    const commit = await host.head(main);
    if (commit === undefined)
      throw new StoreError('The repository has no branch of the name that site.yaml gives.', false);
    return commit;
  }

  async stateOf(file: string): Promise<StoryState> {
    const { host, paths } = this.#options;
    const branch = branchOf(file);
    const [main, tip] = await Promise.all([this.mainCommit(), host.head(branch)]);
    const isFinished = tip !== undefined && isMerged(await host.request(branch), tip);
    const head = isFinished ? undefined : tip;
    const folder = paths.pathOf(folderOf(file));
    const [mainFiles, files] = await Promise.all([
      host.files(main, folder),
      head === undefined ? undefined : host.files(head, folder),
    ]);
    return { branch, main, head, isFinished, files: files ?? mainFiles, mainFiles };
  }

  /** Of both texts of a story: that of its branch and that of the main branch. */
  versionOf(file: string, { files, mainFiles }: StoryState): string {
    const path = this.#options.paths.pathOf(file);
    return `${files.get(path) ?? none}:${mainFiles.get(path) ?? none}`;
  }

  /** The other version, where the story is not as it was when it was opened; undefined where it is. */
  async conflictOf(
    file: string,
    opened: string | undefined,
    state: StoryState,
  ): Promise<SaveAnswer | undefined> {
    const now = this.versionOf(file, state);
    const version = opened ?? `${none}:${none}`;
    if (version === now) return undefined;
    const { paths, blobs } = this.#options;
    const path = paths.pathOf(file);
    const own = state.files.get(path);
    const main = state.mainFiles.get(path);
    const [openedOwn] = version.split(':');
    const isOwnSame = openedOwn === (own ?? none);
    // Main has taken in what the branch has.
    if (isOwnSame && (main === own || main === undefined)) return undefined;
    const theirs = isOwnSame ? main : own;
    const raw = theirs === undefined ? undefined : decodeUtf8(await blobs.bytes(theirs));
    return { kind: 'conflict', ...(raw === undefined ? {} : { stored: { raw, version: now } }) };
  }

  /**
   * What a commit must keep of the branch while it takes in the main branch: needed where that has changed the story too,
   * and its editor has seen both.
   */
  async mergeOf(file: string, state: StoryState): Promise<readonly string[] | 'elsewhere' | undefined> {
    const { host, main } = this.#options;
    const path = this.#options.paths.pathOf(file);
    if (state.head === undefined || state.mainFiles.get(path) === state.files.get(path)) return undefined;
    const { mergeBase, paths } = await host.compare(main, state.branch);
    if (mergeBase === state.main) return undefined;
    const folder = folderOf(path);
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

  /** Stories in work by their ids, with their files and what is told of them. */
  async inWork(): Promise<ReadonlyMap<string, StoryInWork>> {
    const { host, paths } = this.#options;
    const [requests, branches] = await Promise.all([host.openRequests(), host.branches(storyBranches)]);
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
      const files = await host.files(commit, paths.pathOf(`articles/${id}`));
      const { title, url, author, isDraft } = open.get(name) ?? unsentRequest;
      return [id, { request: { branch: name, title, url, author, isDraft }, files }] as const;
    });
    return new Map(work);
  }
}

/** `story/2024-fair` of `articles/2024/fair/index.en.md` */
export function branchOf(file: string): string {
  return storyBranches + (storyIdOf(file) ?? '').replace('/', '-');
}

export function isStoryBranch(branch: string): boolean {
  return branch.startsWith(storyBranches);
}

/** Whether all of a branch was merged: one of the same name may have begun anew since. */
function isMerged(request: HostRequest | undefined, tip: string): boolean {
  return request?.state === 'merged' && request.head === tip;
}
