/** What a browser keeps for a page. One that keeps nothing, by the wish of its owner, throws at the first touch; here it is empty. */

export interface BrowserStorage {
  readonly get: (key: string) => string | null;
  /** @returns whether it is kept */
  readonly set: (key: string, value: string) => boolean;
  readonly remove: (key: string) => void;
  readonly keys: () => readonly string[];
}

/** @param kind for good, or until the tab is closed */
export function browserStorage(kind: 'localStorage' | 'sessionStorage'): BrowserStorage {
  const attempt = <T>(act: (storage: Storage) => T, otherwise: T): T => {
    try {
      return act(globalThis[kind]);
    } catch {
      return otherwise;
    }
  };
  return {
    get: (key) => attempt((storage) => storage.getItem(key), null),
    set: (key, value) =>
      attempt((storage) => {
        storage.setItem(key, value);
        return true;
      }, false),
    remove: (key) => attempt((storage) => storage.removeItem(key), undefined),
    keys: () =>
      attempt(
        (storage) => Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? ''),
        [],
      ),
  };
}

/** Whether this browser keeps files for this page: over HTTPS alone, and where its owner lets it. */
export async function keepsFiles(): Promise<boolean> {
  try {
    await caches.keys();
    return true;
  } catch {
    return false;
  }
}
