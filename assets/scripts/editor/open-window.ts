/** Marks what a window is working on, so that another one can tell a window that is open from one that has crashed. */

const prefix = 'news-window:';

/** Browsers give out locks to pages of HTTPS and of this computer; elsewhere every window counts as closed. */
const locks = (): LockManager | undefined => (typeof navigator === 'object' ? navigator.locks : undefined);

/** @param id of the work @returns ends the mark, as do a closed window and a crash */
export function markOpen(id: string): () => void {
  let end: () => void = () => undefined;
  const until = new Promise<void>((resolve) => {
    end = resolve;
  });
  void locks()?.request(prefix + id, () => until);
  return end;
}

/** What open windows are working on, this one included. */
export async function openIds(): Promise<ReadonlySet<string>> {
  const { held = [], pending = [] } = (await locks()?.query()) ?? {};
  const names = [...held, ...pending].map(({ name = '' }) => name);
  return new Set(names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)));
}
