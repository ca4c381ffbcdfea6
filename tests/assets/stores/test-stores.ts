/** One store of each kind, and what a colleague does beside it: for the contract that all of them keep. */

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import sharp from 'sharp';
import { localStore } from '../../../assets/scripts/editor/local-store.ts';
import { StorySite } from '../../../assets/scripts/editor/site/story-site.ts';
import { forgejoHost } from '../../../assets/scripts/editor/stores/forgejo-host.ts';
import { githubHost } from '../../../assets/scripts/editor/stores/github-host.ts';
import { gitlabHost } from '../../../assets/scripts/editor/stores/gitlab-host.ts';
import { blobsInMemory } from '../../../assets/scripts/editor/stores/kept-blobs.ts';
import { photosInMemory } from '../../../assets/scripts/editor/stores/kept-photos.ts';
import type { PhotoReader } from '../../../assets/scripts/editor/stores/photo-reader.ts';
import type { HostAddress, RepositoryHost } from '../../../assets/scripts/editor/stores/repository-host.ts';
import { RepositoryStore } from '../../../assets/scripts/editor/stores/repository-store.ts';
import type { SiteReader } from '../../../assets/scripts/editor/stores/site-reader.ts';
import type { StoryStore } from '../../../assets/scripts/editor/stores/story-store.ts';
import { noProgress } from '../../../src/build/progress.ts';
import { pasteHtml } from '../../../src/imports/html/paste-html.ts';
import { EditorAnswers } from '../../../src/preview/editor-answers.ts';
import { PreviewSite } from '../../../src/preview/preview-site.ts';
import type { Assets } from '../../../src/site/assets.ts';
import { temporaryContent } from '../../builds/temporary-content.ts';
import { forgejoKind } from './forgejo-server.ts';
import { GitRepository } from './git-repository.ts';
import { githubKind } from './github-server.ts';
import { gitlabKind } from './gitlab-server.ts';
import { type HostKind, HostPages, type HostServer, startHost, token } from './host-server.ts';

export interface TestStore {
  readonly store: StoryStore;
  /** Another editor's browser, at the same stories. */
  readonly other: () => StoryStore;
  /** What is saved of a file, wherever the store keeps it. */
  readonly saved: (file: string) => Promise<Buffer | undefined>;
  /** Changes a story as a colleague does without the editor, where it is kept now. */
  readonly change: (file: string, text: string) => Promise<void>;
  /** Cuts the connection, or restores it. */
  readonly cut: (isCut: boolean) => void;
  /** Undefined for a store without requests. */
  readonly host?: {
    readonly pages: HostPages;
    readonly server: HostServer;
    readonly repository: GitRepository;
  };
  readonly close: () => Promise<void>;
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

export const makers: Readonly<Record<string, (files: Files) => Promise<TestStore>>> = {
  'a folder': folderStore,
  GitHub: (files) => repositoryStore(files, githubKind, githubHost),
  Forgejo: (files) => repositoryStore(files, forgejoKind, forgejoHost),
  GitLab: (files) => repositoryStore(files, gitlabKind, gitlabHost),
};

async function folderStore(files: Files): Promise<TestStore> {
  const content = await temporaryContent(files);
  const root = path.resolve(import.meta.dirname, '../../..');
  const project = {
    root,
    home: content.folder,
    content: path.join(content.folder, 'content'),
    displayContent: 'content',
    output: path.join(content.folder, '_site'),
    cache: path.join(content.folder, '.cache'),
    bundle: path.join(root, '.cache/bundle/test'),
  };
  const site = new PreviewSite(project, noProgress);
  await site.refresh();
  const editor = new EditorAnswers(project, site, true);
  let isCut = false;
  const server = createServer((request, response) => {
    if (isCut) return void request.socket.destroy();
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    void editor.answer(pathname.slice('/admin/'.length), searchParams, request, response);
  });
  const origin = await new Promise<string>((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
    }),
  );
  const page = await (await fetch(`${origin}/admin/`)).text();
  const secret = /name="news-token" content="([^"]+)"/u.exec(page)?.[1] ?? '';
  // A browser sends the origin of the page by itself.
  const pageFetch: typeof fetch = (address, options = {}) =>
    fetch(new URL(String(address), `${origin}/admin/`), {
      ...options,
      headers: { ...options.headers, origin },
    });
  const fileOf = (file: string): string => path.join(project.content, file);
  const refreshed = (): StoryStore => {
    const store = localStore(secret, pageFetch);
    return {
      ...store,
      // The preview's watcher does it.
      list: async () => {
        await site.refresh(new Set([fileOf('articles')]));
        return await store.list();
      },
      open: async (file) => {
        await site.refresh(new Set([fileOf('articles')]));
        return await store.open(file);
      },
    };
  };
  return {
    store: refreshed(),
    other: refreshed,
    saved: (file) => readFile(fileOf(file)).catch(() => undefined),
    change: async (file, text) => {
      await mkdir(path.dirname(fileOf(file)), { recursive: true });
      await writeFile(fileOf(file), text);
    },
    cut: (value) => {
      isCut = value;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(content.folder, { recursive: true, force: true });
    },
  };
}

async function repositoryStore(
  files: Files,
  kindOf: (pages: HostPages) => HostKind,
  hostOf: (address: HostAddress) => RepositoryHost,
): Promise<TestStore> {
  const { siteYaml } = await import('../../builds/temporary-content.ts');
  const repository = await GitRepository.create({
    'README.md': 'A newsroom',
    'content/site.yaml': siteYaml,
    ...Object.fromEntries(Object.entries(files).map(([file, text]) => [`content/${file}`, text])),
  });
  const pages = new HostPages(repository);
  const server = await startHost(kindOf(pages));
  const open = (): StoryStore =>
    new RepositoryStore({
      host: hostOf({ api: server.api, repository: 'newsroom/site', token }),
      main: 'main',
      contentFolder: 'content',
      site: { ...site(), paste: async (html) => pasteHtml(html) },
      published: async () => ({ stories: [], photos: new Map(), people: [], series: [], assets: testAssets }),
      photos: testPhotos,
      kept: blobsInMemory(),
      keptPhotos: photosInMemory(),
    });
  const branchOf = async (file: string): Promise<string> => {
    const [, year = '', name = ''] = file.split('/');
    const branch = `story/${year}-${name}`;
    return (await repository.head(branch)) === undefined ? 'main' : branch;
  };
  return {
    store: open(),
    other: open,
    saved: async (file) => repository.bytes(await branchOf(file), `content/${file}`),
    change: async (file, text) => {
      await repository.change(await branchOf(file), { [`content/${file}`]: text });
    },
    cut: (value) => {
      server.isGone = value;
    },
    host: { pages, server, repository },
    close: async () => {
      await server.close();
      await repository.remove();
    },
  };
}

function site(): Omit<SiteReader, 'paste'> {
  const { load, entries, render } = new StorySite({
    assets: testAssets,
    nowMs: () => Date.parse('2024-06-01T00:00:00Z'),
  });
  return { load, entries, render };
}

const testPhotos: PhotoReader = {
  isPicture: (file) => /\.(?:jpe?g|png|webp|avif|heic)$/iu.test(file),
  read: async (_, bytes) => {
    const size = await sizeOf(bytes);
    return size === undefined
      ? { ok: false, message: 'This is not a photo.' }
      : { ok: true, photo: { ...size, ending: '.jpg' } };
  },
  measure: sizeOf,
  address: (bytes) => URL.createObjectURL(new Blob([bytes])),
  pageAddress: (html) => URL.createObjectURL(new Blob([html])),
};

async function sizeOf(bytes: Uint8Array) {
  const metadata = await sharp(bytes)
    .metadata()
    .catch(() => undefined);
  return metadata && { widthPx: metadata.width, heightPx: metadata.height };
}

/** Of a site without style. */
const testAssets: Assets = {
  sheetUrls: { article: '/assets/article.css' },
  inlineScripts: { theme: { text: '', hash: 'sha256-a' }, speculation: { text: '', hash: 'sha256-b' } },
  printSheetUrl: '/print.css',
  viewerSheetUrl: '/viewer.css',
  scriptUrls: { viewer: '/viewer.js', page: '/page.js', search: '/search.js' },
  fontUrls: {},
  firstFontUrls: [],
  iconUrl: '/icon.svg',
  pngIcons: [],
};
