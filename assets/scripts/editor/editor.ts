/** The editor: a list of all stories, and one story at a time, by the address behind the #. */

import './no-evaluation.ts';
import { remoteSettings } from '../../../src/editor/remote-settings.ts';
import type { EditorSettings, StoryEntry } from '../../../src/editor/store-messages.ts';
import { defined } from '../../../src/text/defined.ts';
import { element } from '../preview-toolbar/element.ts';
import { keptTexts } from './kept-texts.ts';
import { listView } from './list-view.ts';
import { localStore } from './local-store.ts';
import { type PreviewTools, previewTools } from './preview-tools.ts';
import { remoteStore } from './remote-start.ts';
import { StoreError, type StoryStore } from './stores/story-store.ts';
import { StoryView } from './story-view.ts';
import { interfaceLanguage, knownWords, words } from './words.ts';

interface OpenedStore {
  readonly store: StoryStore;
  /** What a preview can do besides; undefined without one, and where nothing may be saved. */
  readonly tools: PreviewTools | undefined;
  readonly signOut?: () => Promise<void>;
}

let opening: Promise<OpenedStore> | undefined;
let open: StoryView | undefined;
/** Whether a list or a story has been shown since the page was loaded. */
let hasView = false;
let known: KnownSite | undefined;
/** Number of the latest address: the answer to an older one may arrive last. */
let asked = 0;
/** Tries a lost connection again. */
let retry: (() => void) | undefined;
const retryMs = 5000;

/** @param isRetry what is on the page stays there until it can be exchanged */
async function show(isRetry = false): Promise<void> {
  asked += 1;
  const own = asked;
  retry = undefined;
  try {
    opening ??= openStore();
    const { store, tools, signOut } = await opening;
    // Signing in may have come back with a token there.
    const file = storyOfAddress();
    const drawList = ({ stories, settings }: KnownSite): void => {
      const list = listView(stories, settings, store, tools);
      if (signOut !== undefined) list.querySelector('header')?.append(signOutButton(signOut));
      exchange(list);
    };
    const site = readSite(store);
    // Where the site is known, a story is opened without waiting for this.
    site.catch(() => undefined);
    if (file === '') {
      // What was known is there at once, and exchanged when it is no longer right.
      if (known !== undefined && !isRetry) drawList(known);
      const before = known;
      const now = await site;
      const isSame = before?.stories === now.stories && before.settings === now.settings;
      if (own !== asked) return;
      document.querySelector('.lost')?.remove();
      if (!isSame) drawList(now);
      return;
    }
    const [{ settings, stories }, opened] = await Promise.all([known ?? site, store.open(file)]);
    if (own !== asked) return;
    const view = new StoryView({ file, store, settings, stories, opened, ...defined({ tools }) });
    exchange(view.element);
    open = view;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    if (open === undefined) opening = undefined;
    if (own !== asked) return;
    if (error.isOffline) retryLater(own);
    if (isRetry) return;
    const again = element('button', { type: 'button' }, words('Try again'));
    again.addEventListener('click', () => void show());
    const list = storyOfAddress() === '' ? document.querySelector('main.list') : null;
    if (list !== null && known !== undefined) {
      again.addEventListener('click', () => again.parentElement?.remove());
      list.prepend(element('p', { class: 'lost', role: 'alert' }, `${knownWords(error.message)} `, again));
      return;
    }
    exchange(
      element(
        'main',
        {},
        element('p', { role: 'alert' }, knownWords(error.message)),
        element('p', {}, element('a', { href: '#' }, words('Stories')), ' ', again),
        ...keptTexts(storyOfAddress(), known?.settings.timeZone),
      ),
    );
  }
}

function retryLater(own: number): void {
  const again = (): void => {
    if (own === asked && retry === again) void show(true);
  };
  retry = again;
  window.setTimeout(again, retryMs);
}

/** Empty for the list of stories. */
function storyOfAddress(): string {
  return decodeURIComponent(location.hash.replace(/^#\/?/u, ''));
}

function signOutButton(signOut: () => Promise<void>): HTMLElement {
  const button = element('button', { type: 'button' }, words('Sign out'));
  button.addEventListener('click', () => void signOut());
  return element('p', {}, button);
}

interface KnownSite {
  readonly settings: EditorSettings;
  readonly stories: readonly StoryEntry[];
}

async function readSite(store: StoryStore): Promise<KnownSite> {
  const [settings, stories] = await Promise.all([store.settings(), store.list()]);
  known = { settings, stories };
  return known;
}

/** The page says where it saves: to the preview that has sent it, or to a repository. */
async function openStore(): Promise<OpenedStore> {
  const said = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
  const repository = said('news-repository');
  if (repository !== undefined) {
    const settings = remoteSettings.parse(JSON.parse(repository));
    return { ...(await remoteStore(settings)), tools: undefined };
  }
  const token = said('news-token') ?? '';
  return { store: localStore(token), tools: token === '' ? undefined : previewTools(token) };
}

function exchange(view: HTMLElement): void {
  open?.close();
  open = undefined;
  document.body.replaceChildren(view);
  const heading = view.querySelector('h1');
  document.title = heading?.textContent ?? document.title;
  // Where another view was before, the keyboard and a screen reader go on in this one.
  if (hasView && heading !== null) {
    heading.tabIndex = -1;
    heading.focus();
  }
  hasView = true;
}

document.documentElement.lang = interfaceLanguage;
window.addEventListener('hashchange', () => void show());
window.addEventListener('online', () => retry?.());
void show();
