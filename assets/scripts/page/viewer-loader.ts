/**
 * Fetches the viewer once the page has come to rest, or as soon as a reader asks for a photo. Until it is there, and
 * where it cannot be had, a photo's link leads to its largest rendition.
 */

const dialog = document.querySelector<HTMLElement>('dialog.viewer');
const { script, sheet } = dialog?.dataset ?? {};
let isReady = false;
let loading: Promise<void> | undefined;

async function load(scriptUrl: string, sheetUrl: string): Promise<void> {
  // Both come at the same time; the script runs once it has its style.
  addLink('modulepreload', scriptUrl);
  const style = addLink('stylesheet', sheetUrl);
  await new Promise((resolve, reject) => {
    style.addEventListener('load', resolve);
    style.addEventListener('error', reject);
  });
  await import(scriptUrl);
  isReady = true;
}

function addLink(rel: string, href: string): HTMLLinkElement {
  const link = document.createElement('link');
  link.rel = rel;
  link.href = href;
  document.head.append(link);
  return link;
}

if (script !== undefined && sheet !== undefined) {
  const loadOnce = () => {
    loading ??= load(script, sheet);
    return loading;
  };
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-viewer]') : null;
    const wantsTab = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (isReady || link === null || wantsTab) return;
    event.preventDefault();
    loadOnce().then(
      () => link.click(),
      () => location.assign(link.getAttribute('href') ?? ''),
    );
  });
  // Without the viewer everything still works: its absence is no error of the page.
  const loadQuietly = () => void loadOnce().catch(() => undefined);
  const whenIdle = () => ('requestIdleCallback' in window ? requestIdleCallback(loadQuietly) : loadQuietly());
  if (/^#photo-\d+$/u.test(location.hash)) loadQuietly();
  else if (document.readyState === 'complete') whenIdle();
  else addEventListener('load', whenIdle, { once: true });
}
