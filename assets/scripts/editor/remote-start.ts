/** Begins the editor of a published site: signs in, and opens the store of its repository. */

import { publishedSite } from '../../../src/editor/published-site.ts';
import { hostNames, type RemoteSettings } from '../../../src/editor/remote-settings.ts';
import { keepsFiles } from './browser-storage.ts';
import { forgetToken, signedIn } from './sign-in.ts';
import { workerSite } from './site/worker-site.ts';
import { forgejoHost } from './stores/forgejo-host.ts';
import { githubHost } from './stores/github-host.ts';
import { gitlabHost } from './stores/gitlab-host.ts';
import { blobsInCache, blobsInMemory, forgetBlobs } from './stores/kept-blobs.ts';
import { photosInCache, photosInMemory } from './stores/kept-photos.ts';
import type { HostAddress, RepositoryHost } from './stores/repository-host.ts';
import { RepositoryStore } from './stores/repository-store.ts';
import { StoreError, type StoryStore } from './stores/story-store.ts';

const hosts: Readonly<Record<RemoteSettings['host'], (address: HostAddress) => RepositoryHost>> = {
  github: githubHost,
  gitlab: gitlabHost,
  forgejo: forgejoHost,
};

export interface RemoteStore {
  readonly store: StoryStore;
  /** Forgets the token, and what was fetched with it. */
  readonly signOut: () => Promise<void>;
}

/** @returns the store, once its reader has signed in */
export async function remoteStore(settings: RemoteSettings): Promise<RemoteStore> {
  const { host: kind, api, repository, branch, folder, siteWorker, pasteWorker } = settings;
  const hostOf = (token: string): RepositoryHost => hosts[kind]({ api, repository, token });
  const host = await signedIn(settings, hostNames[kind], async (token) => {
    const opened = hostOf(token);
    await opened.user();
    return opened;
  });
  let published: ReturnType<typeof readPublished> | undefined;
  const publishedOnce = () => {
    published ??= readPublished().catch((error: unknown) => {
      published = undefined;
      throw error;
    });
    return published;
  };
  const { site, photos } = workerSite(
    { site: siteWorker, paste: pasteWorker },
    async () => (await publishedOnce()).assets,
  );
  const isKept = await keepsFiles();
  const store = new RepositoryStore({
    ...{ host, main: branch, contentFolder: folder, site, photos },
    published: publishedOnce,
    kept: isKept ? blobsInCache(repository) : blobsInMemory(),
    keptPhotos: isKept ? photosInCache(repository) : photosInMemory(),
  });
  const signOut = async (): Promise<void> => {
    forgetToken();
    if (isKept) await forgetBlobs();
    location.reload();
  };
  return { store, signOut };
}

async function readPublished() {
  let response: Response;
  try {
    response = await fetch('site.json');
  } catch {
    throw new StoreError('The site cannot be reached.', true);
  }
  if (!response.ok)
    throw new StoreError('The list of stories is not on the site. Publish it once more.', false);
  return publishedSite.parse(await response.json());
}
