/** The page as readers will see it, beside the text: in a frame without scripts, exchanged when the next one is there. */

import { element } from '../preview-toolbar/element.ts';
import { words } from './words.ts';

export class PageView {
  readonly element = element('section', { class: 'page-view', 'aria-label': words('Page') });
  readonly #stage = element('div', { class: 'stage' });
  readonly #noPage = element(
    'p',
    { class: 'empty' },
    words('There is no page yet. Check says what stands in its way.'),
  );
  #visible: HTMLIFrameElement | undefined;
  #loading: HTMLIFrameElement | undefined;
  #scrolled = 0;
  /** How long the last page took to load: a long one is not exchanged at every letter. */
  loadMs = 0;

  constructor() {
    const widths = ['', '390'].map((width) => {
      const button = element(
        'button',
        { type: 'button', 'aria-pressed': String(width === '') },
        words(width === '' ? 'Desk' : 'Phone'),
      );
      button.addEventListener('click', () => {
        this.#stage.style.maxWidth = width === '' ? '' : `${width}px`;
        for (const other of widths) other.setAttribute('aria-pressed', String(other === button));
      });
      return button;
    });
    const dark = element('button', { type: 'button', 'aria-pressed': 'false' }, words('Dark'));
    dark.addEventListener('click', () => {
      const isDark = dark.getAttribute('aria-pressed') !== 'true';
      dark.setAttribute('aria-pressed', String(isDark));
      this.#theme = isDark ? 'dark' : 'light';
      this.#dress();
    });
    this.element.append(element('p', { class: 'page-tools' }, ...widths, dark), this.#stage);
  }

  #theme: 'light' | 'dark' = 'light';

  /** @param address undefined keeps the page that is shown */
  show(address: string | undefined): void {
    if (address === undefined) {
      if (this.#visible === undefined && this.#loading === undefined)
        this.#stage.replaceChildren(this.#noPage);
      return;
    }
    this.#noPage.remove();
    this.#loading?.remove();
    const frame = element('iframe', {
      sandbox: 'allow-same-origin',
      src: address,
      title: words('The page as readers will see it'),
      class: 'coming',
    });
    this.#loading = frame;
    const startMs = performance.now();
    frame.addEventListener('load', () => {
      if (this.#loading !== frame) return;
      this.#loading = undefined;
      this.loadMs = performance.now() - startMs;
      const before = this.#visible;
      const top = before?.contentWindow?.scrollY;
      this.#visible = frame;
      this.#dress();
      if (top === undefined) this.scrollTo(this.#scrolled);
      else frame.contentWindow?.scrollTo(0, top);
      frame.className = '';
      before?.remove();
      this.element.dataset.page = address;
    });
    this.#stage.append(frame);
  }

  /** @param part of the text that is scrolled past, from 0 to 1 */
  scrollTo(part: number): void {
    this.#scrolled = part;
    const view = this.#visible?.contentWindow;
    const body = this.#visible?.contentDocument?.querySelector('article');
    if (view === null || view === undefined || body === null || body === undefined) return;
    const room = Math.max(0, body.scrollHeight - view.innerHeight);
    view.scrollTo(0, part === 0 ? 0 : body.offsetTop + room * part);
  }

  #dress(): void {
    const page = this.#visible?.contentDocument;
    page?.documentElement.setAttribute('data-theme', this.#theme);
    // The page of the story stays: links are followed on the site.
    page?.addEventListener('click', (event) => event.preventDefault());
  }
}
