/** The buttons below an article: they appear where the browser can do what they say. */

const section = document.querySelector<HTMLElement>('.share');
const status = section?.querySelector<HTMLElement>('.share-status');

function offer(selector: string, act: (button: HTMLElement) => Promise<void>): void {
  for (const button of section?.querySelectorAll<HTMLElement>(selector) ?? []) {
    const place = button.closest<HTMLElement>('[hidden]');
    if (place !== null) place.hidden = false;
    button.addEventListener('click', () => {
      // A reader who closes the system's window, or forbids the clipboard, has decided so.
      act(button).catch(() => {});
    });
  }
}

// Browsers give both to secure pages alone.
if (typeof navigator.share === 'function') {
  offer('[data-share]', (button) =>
    navigator.share({
      title: document.querySelector('h1')?.textContent ?? '',
      url: button.dataset.share ?? '',
    }),
  );
}

if (navigator.clipboard !== undefined) {
  offer('[data-copy]', async (button) => {
    await navigator.clipboard.writeText(button.dataset.copy ?? '');
    if (status === undefined || status === null) return;
    // Emptied first, so that a second copy is announced too.
    status.textContent = '';
    requestAnimationFrame(() => {
      status.textContent = status.dataset.copied ?? '';
    });
  });
}
