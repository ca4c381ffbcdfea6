/** What a store needs of the service that a repository lies on. Paths are those of the repository. */

import type { ReviewRequest } from './story-store.ts';

export interface HostAddress {
  /** `https://api.github.com` */
  readonly api: string;
  /** `newsroom/site` */
  readonly repository: string;
  readonly token: string;
}

export interface RepositoryHost {
  /** Name of the account that the token belongs to. */
  readonly user: () => Promise<string>;
  /** Commit at the tip of a branch; undefined where there is none. */
  readonly head: (branch: string) => Promise<string | undefined>;
  /** Branches whose names begin so. */
  readonly branches: (beginning: string) => Promise<readonly HostBranch[]>;
  /** Files below a folder, with the names that git has for their contents. */
  readonly files: (commit: string, folder: string) => Promise<FileTree>;
  readonly blob: (id: string) => Promise<Uint8Array>;
  /** What a branch has changed since it left another, and where it left. */
  readonly compare: (base: string, branch: string) => Promise<BranchChanges>;
  /**
   * The text of `.gitattributes`, on hosts that leave files of Git LFS to their clients and take none from a web page;
   * undefined on those that make pointers by themselves.
   */
  readonly attributes?: (commit: string) => Promise<string>;
  readonly commit: (commit: NewCommit) => Promise<CommitAnswer>;
  readonly removeBranch: (branch: string) => Promise<void>;
  /** The newest request of a branch. */
  readonly request: (branch: string) => Promise<HostRequest | undefined>;
  readonly openRequests: () => Promise<readonly HostRequest[]>;
  readonly send: (request: NewRequest) => Promise<HostRequest>;
  /** Makes a draft ready. */
  readonly finishDraft: (request: HostRequest) => Promise<HostRequest>;
}

interface HostBranch {
  readonly name: string;
  readonly commit: string;
}

/** Path and blob id. */
export type FileTree = ReadonlyMap<string, string>;

interface BranchChanges {
  readonly mergeBase: string;
  readonly paths: readonly string[];
}

export interface NewCommit {
  readonly branch: string;
  /** Where the branch is; undefined makes it. */
  readonly head: string | undefined;
  /** The commit of the main branch that a new branch begins at. */
  readonly main: string;
  /** Its name. */
  readonly mainBranch: string;
  readonly message: string;
  readonly changes: readonly FileChange[];
  /** Paths that stay as the branch has them while it takes in everything else from main. */
  readonly merge?: readonly string[];
}

export interface FileChange {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Blob id of what it replaces; undefined for a new file. */
  readonly before: string | undefined;
}

/** `moved`: someone else has committed to the branch, or made it, meanwhile. */
export type CommitAnswer =
  | { readonly kind: 'committed'; readonly commit: string }
  | { readonly kind: 'moved' }
  | { readonly kind: 'refused'; readonly message: string };

export interface HostRequest extends ReviewRequest {
  /** As the host addresses it. */
  readonly id: string;
  readonly state: 'open' | 'merged' | 'closed';
  /** Commit of its branch; of one that was merged, as it was then. */
  readonly head: string;
}

interface NewRequest {
  readonly branch: string;
  readonly main: string;
  readonly title: string;
  readonly isDraft: boolean;
}
