/** What not every query needs, fetched when one does: spellings, phrases, passages. */

type Aids = typeof import('../search-aids.ts');

let loading: Promise<Aids> | undefined;

export function searchAids(): Promise<Aids> {
  loading ??= load().catch((error: unknown) => {
    // What could not be fetched may be there a moment later.
    loading = undefined;
    throw error;
  });
  return loading;
}

function load(): Promise<Aids> {
  return import(document.querySelector<HTMLElement>('.search-form')?.dataset.aids ?? '');
}
