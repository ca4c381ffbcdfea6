/**
 * Signing in with a token of the host, or by an address that the newsroom runs. The token stays in this browser: until its
 * tab is closed, or on this device where its owner says so. It is sent to the host alone.
 */

import type { RemoteSettings } from '../../../src/editor/remote-settings.ts';
import { element } from '../preview-toolbar/element.ts';
import { browserStorage } from './browser-storage.ts';
import { StoreError } from './stores/story-store.ts';
import { knownWords, words } from './words.ts';

const tokenKey = 'news-token';
const stateKey = 'news-sign-in';
const ofTab = browserStorage('sessionStorage');
const ofDevice = browserStorage('localStorage');

/** @param check takes a token and gives what it opens, or refuses by a StoreError */
export async function signedIn<T>(
  settings: RemoteSettings,
  hostName: string,
  check: (token: string) => Promise<T>,
): Promise<T> {
  const returned = returnedToken();
  const known = returned ?? ofTab.get(tokenKey) ?? ofDevice.get(tokenKey);
  let note = '';
  if (known !== null) {
    try {
      const opened = await check(known);
      if (returned !== undefined) ofTab.set(tokenKey, returned);
      return opened;
    } catch (error) {
      if (!(error instanceof StoreError) || error.isOffline) throw error;
      forgetToken();
      note = error.message;
    }
  }
  return await new Promise((resolve) => {
    document.body.replaceChildren(signInView(settings, hostName, note, check, resolve));
    document.title = settings.siteName;
  });
}

/** Signs out of this browser. */
export function forgetToken(): void {
  ofTab.remove(tokenKey);
  ofDevice.remove(tokenKey);
}

function signInView<T>(
  { siteName, signIn, repository, api }: RemoteSettings,
  hostName: string,
  note: string,
  check: (token: string) => Promise<T>,
  done: (opened: T) => void,
): HTMLElement {
  const token = element('input', {
    type: 'password',
    id: 'sign-in-token',
    required: '',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const stay = element('input', { type: 'checkbox', id: 'sign-in-stay' });
  const status = element('p', { role: 'status' }, knownWords(note));
  const form = element(
    'form',
    {},
    element(
      'p',
      { class: 'field' },
      element('label', { for: 'sign-in-token' }, `${words('Token of')} ${hostName}`),
      token,
    ),
    element(
      'p',
      { class: 'help' },
      words('It needs to read and write the contents and the pull requests of one repository:'),
      ' ',
      element('code', {}, repository),
      ` (${new URL(api).host})`,
    ),
    element(
      'p',
      {},
      element('label', { class: 'flag' }, stay, ` ${words('Keep me signed in on this device')}`),
    ),
    element('button', { class: 'primary' }, words('Sign in')),
    status,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const given = token.value.trim();
    status.textContent = words('Signing in…');
    check(given)
      .then((opened) => {
        (stay.checked ? ofDevice : ofTab).set(tokenKey, given);
        done(opened);
      })
      .catch((error: unknown) => {
        if (!(error instanceof StoreError)) throw error;
        status.textContent = knownWords(error.message);
      });
  });
  return element(
    'main',
    { class: 'list sign-in' },
    element('header', {}, element('h1', {}, siteName)),
    ...(signIn === undefined ? [] : [ownSignIn(signIn)]),
    form,
  );
}

/** A button to the newsroom's own sign-in, which comes back with a token behind the #. */
function ownSignIn(address: string): HTMLElement {
  const button = element('button', { type: 'button', class: 'primary' }, words('Sign in with the newsroom'));
  button.addEventListener('click', () => {
    const state = crypto.randomUUID();
    ofTab.set(stateKey, state);
    const target = new URL(address);
    target.searchParams.set('return', location.href.replace(/#.*$/u, ''));
    target.searchParams.set('state', state);
    location.assign(target);
  });
  return element('p', {}, button);
}

/** The token that a sign-in has come back with: only of one that was begun in this tab. */
function returnedToken(): string | undefined {
  const given = new URLSearchParams(location.hash.slice(1));
  const token = given.get('token');
  if (token === null) return undefined;
  const isOurs = given.get('state') === ofTab.get(stateKey) && given.get('state') !== null;
  ofTab.remove(stateKey);
  history.replaceState(undefined, '', location.pathname);
  return isOurs ? token : undefined;
}
