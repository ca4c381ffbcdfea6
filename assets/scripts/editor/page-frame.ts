/**
 * Frame that shows a page as readers will see it, without scripts. A page that follows another one of the same style is
 * read into an inert document, and only what differs in it is changed: nothing blinks, and a letter costs a paragraph.
 */

import { element } from '../preview-toolbar/element.ts';
import { exchangeChildren } from './exchange-nodes.ts';
import { words } from './words.ts';

/** How often a page is looked at that is being loaded. */
const lookMs = 30;

export class PageFrame {
  readonly element = element('div', { class: 'stage' });
  readonly #onShow: (address: string, changed: readonly Node[]) => void;
  #visible: HTMLIFrameElement | undefined;
  #loading: HTMLIFrameElement | undefined;
  #reading: XMLHttpRequest | undefined;

  /** @param onShow called when a page is there, with what differs from the one before; all of it where that is empty */
  constructor(onShow: (address: string, changed: readonly Node[]) => void) {
    this.#onShow = onShow;
  }

  get document(): Document | undefined {
    return this.#visible?.contentDocument ?? undefined;
  }

  get window(): Window | undefined {
    return this.#visible?.contentWindow ?? undefined;
  }

  get isEmpty(): boolean {
    return this.#visible === undefined && this.#loading === undefined;
  }

  show(address: string): void {
    this.#reading?.abort();
    if (this.#visible === undefined) {
      this.#load(address);
      return;
    }
    // Such a document runs nothing and loads nothing, and no text is handed to the page's own parser.
    const reading = new XMLHttpRequest();
    this.#reading = reading;
    reading.open('GET', address);
    reading.responseType = 'document';
    reading.addEventListener('load', () => {
      const next = reading.responseXML;
      const { document } = this;
      if (reading.status !== 200 || next === null || document === undefined) return;
      if (isDressedAlike(document, next)) {
        const changed = exchangeChildren(document.body, next.body);
        this.#onShow(address, changed);
      } else this.#load(address);
    });
    reading.send();
  }

  #load(address: string): void {
    this.#loading?.remove();
    const frame = element('iframe', {
      sandbox: 'allow-same-origin',
      src: address,
      title: words('The page as readers will see it'),
      class: 'coming',
    });
    this.#loading = frame;
    const become = (): void => {
      if (this.#loading !== frame) return;
      this.#loading = undefined;
      const before = this.#visible;
      const top = before?.contentWindow?.scrollY;
      this.#visible = frame;
      // The page of the story stays: links are followed on the site.
      frame.contentDocument?.addEventListener('click', (event) => event.preventDefault());
      this.#onShow(address, []);
      if (top !== undefined) frame.contentWindow?.scrollTo(0, top);
      frame.className = '';
      before?.remove();
    };
    frame.addEventListener('load', become);
    this.element.append(frame);
    // Photos that are encoded for the first time must not keep the page back.
    const look = (): void => {
      if (this.#loading !== frame) return;
      const page = frame.contentDocument;
      if (page !== null && page.URL !== 'about:blank' && page.readyState !== 'loading') become();
      else window.setTimeout(look, lookMs);
    };
    look();
  }
}

/** Whether two pages have the same style sheets. */
function isDressedAlike(one: Document, other: Document): boolean {
  const sheets = ({ head }: Document): string =>
    [...head.querySelectorAll('link[rel="stylesheet"], style')]
      .map((sheet) => sheet.getAttribute('href') ?? sheet.textContent)
      .join('\n');
  return sheets(one) === sheets(other) && one.documentElement.lang === other.documentElement.lang;
}
