/**
 * Joins the filters of the photo pages. One filter alone is a page of its own, and its link is followed; for two or three
 * at once the pages of the narrowest are fetched and sifted by the others. The pages themselves are the index.
 */

import { fetchPage } from './fetch-page.ts';
import { countedWords } from './text/counted-words.ts';

type Name = 'topic' | 'year' | 'person';
type Chosen = Readonly<Partial<Record<Name, string>>>;

/** As a rule, from the fewest photos to the most. */
const names: readonly Name[] = ['person', 'year', 'topic'];
const photosAtOnce = 48;

const nav = document.querySelector<HTMLElement>('.photo-filters');
const grid = document.querySelector<HTMLElement>('.photo-grid');

function group(name: Name): HTMLElement | undefined {
  return nav?.querySelector<HTMLElement>(`[data-filter="${name}"]`) ?? undefined;
}

function option(name: Name, value: string): HTMLAnchorElement | undefined {
  const links = group(name)?.querySelectorAll<HTMLAnchorElement>('a') ?? [];
  return [...links].find((link) => link.dataset.value === value);
}

/** What the address says: the page's own filter, and the others behind the question mark. */
function readAddress(): Chosen {
  const query = new URLSearchParams(location.search);
  return Object.fromEntries(
    names.flatMap((name) => {
      const own = [...(group(name)?.querySelectorAll<HTMLAnchorElement>('a') ?? [])].find(
        ({ dataset, pathname }) => dataset.value !== '' && location.pathname.startsWith(pathname),
      );
      const value = own?.dataset.value ?? query.get(name) ?? '';
      return value !== '' && option(name, value) !== undefined ? [[name, value]] : [];
    }),
  );
}

/** The page of the narrowest filter, which is what a reader without scripts sees; the others behind it. */
function addressOf(chosen: Chosen): string {
  const [base, ...others] = names.filter((name) => chosen[name] !== undefined);
  const link = base === undefined ? option('year', '') : option(base, chosen[base] ?? '');
  const query = new URLSearchParams(others.map((name) => [name, chosen[name] ?? '']));
  return `${link?.pathname ?? location.pathname}${others.length > 0 ? `?${query}` : ''}`;
}

async function fetchGrid(url: string): Promise<HTMLElement> {
  const found = (await fetchPage(url)).querySelector<HTMLElement>('.photo-grid');
  if (found === null) throw new Error(`${url} is no page of photos.`);
  return found;
}

async function findPhotos(chosen: Chosen): Promise<readonly HTMLElement[]> {
  const url = addressOf(chosen).replace(/\?.*/u, '');
  const first = await fetchGrid(url);
  // Numbered from the oldest.
  const older = Array.from({ length: Number(first.dataset.pages) - 1 }, (_, index) => index + 1).reverse();
  const pages = [first, ...(await Promise.all(older.map((number) => fetchGrid(`${url}${number}/`))))];
  return pages
    .flatMap((page) => [...page.querySelectorAll<HTMLElement>('figure')])
    .filter(({ dataset }) =>
      names.every((name) => {
        const wanted = chosen[name];
        return wanted === undefined || (dataset[name] ?? '').split(' ').includes(wanted);
      }),
    );
}

function showPhotos(photos: readonly HTMLElement[], visibleGrid: HTMLElement): void {
  const rows = visibleGrid.querySelector('.gallery-rows');
  const more = document.createElement('button');
  more.className = 'photo-more';
  more.textContent = visibleGrid.dataset.more ?? '';
  let shown = 0;
  const showMore = () => {
    const next = photos.slice(shown, shown + photosAtOnce).map((photo) => document.importNode(photo, true));
    for (const [index, photo] of next.entries()) {
      photo.id = `photo-${shown + index + 1}`;
      const link = photo.querySelector<HTMLElement>('[data-viewer]');
      if (link !== null) link.dataset.viewer = String(shown + index + 1);
    }
    rows?.append(...next);
    shown += next.length;
    more.hidden = shown >= photos.length;
    if (shown > photosAtOnce) next[0]?.querySelector('a')?.focus({ preventScroll: true });
  };
  more.addEventListener('click', showMore);
  rows?.replaceChildren();
  visibleGrid.querySelector('.photo-more')?.remove();
  document.querySelector('.pagination')?.remove();
  visibleGrid.append(more);
  showMore();
}

function describe(chosen: Chosen, count: number): void {
  const labels: string[] = [];
  for (const name of names) {
    const value = chosen[name] ?? '';
    const current = option(name, value);
    for (const link of group(name)?.querySelectorAll('a') ?? []) {
      if (link === current && value !== '') link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    const summary = group(name)?.querySelector('summary strong');
    if (summary !== null && summary !== undefined) summary.textContent = current?.textContent ?? '';
    if (value !== '') labels.push(current?.textContent ?? '');
    group(name)?.removeAttribute('open');
  }
  const title = document.querySelector('.page-title');
  if (title !== null) title.textContent = `${nav?.dataset.title ?? ''}: ${labels.join(', ')}`;
  const counter = document.querySelector<HTMLElement>('.photo-count');
  if (counter === null) return;
  const { forms, none = '' } = counter.dataset;
  counter.textContent = count === 0 ? none : countedWords(forms, count, document.documentElement.lang);
}

async function show(chosen: Chosen, visibleGrid: HTMLElement): Promise<void> {
  visibleGrid.ariaBusy = 'true';
  try {
    const photos = await findPhotos(chosen);
    showPhotos(photos, visibleGrid);
    describe(chosen, photos.length);
  } finally {
    visibleGrid.ariaBusy = 'false';
  }
}

const isJoined = (chosen: Chosen) => Object.keys(chosen).length > 1;

if (nav !== null && grid !== null) {
  let current = readAddress();
  nav.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const name = names.find((candidate) => group(candidate)?.contains(link) === true);
    const wantsTab = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (link === null || name === undefined || wantsTab) return;
    const { [name]: _, ...others } = current;
    const value = link.dataset.value ?? '';
    const wanted: Chosen = value === '' ? others : { ...others, [name]: value };
    event.preventDefault();
    const address = addressOf(wanted);
    if (!isJoined(wanted)) {
      location.assign(address);
      return;
    }
    show(wanted, grid).then(
      () => {
        current = wanted;
        history.pushState(null, '', address);
      },
      () => location.assign(link.href),
    );
  });
  addEventListener('popstate', () => {
    // A photo of the viewer has come or gone; anything else is another list.
    const wanted = readAddress();
    if (addressOf(wanted) === addressOf(current)) return;
    current = wanted;
    if (isJoined(wanted)) void show(wanted, grid);
    else location.reload();
  });
  if (isJoined(current)) void show(current, grid);
}
