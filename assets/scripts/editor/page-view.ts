/** The page as readers will see it, beside the text: wide or narrow, light or dark, at the place that is being written. */

import { element } from '../preview-toolbar/element.ts';
import { findPlace } from './find-place.ts';
import { PageFrame } from './page-frame.ts';
import { type EditorWords, words } from './words.ts';

export class PageView {
  readonly element = element('section', { class: 'page-view', 'aria-label': words('Page') });
  readonly #frame = new PageFrame((address, changed) => this.#shown(address, changed));
  readonly #noPage = element(
    'p',
    { class: 'empty' },
    words('There is no page yet. Check says what stands in its way.'),
  );
  #theme: 'light' | 'dark' = 'light';
  /** Line of the text that the page is to show. */
  #line = '';

  #view: '' | '/cards' | '/feed' = '';
  #address: string | undefined;

  /** @param hasViews whether the store shows the story as lists and feeds do, too */
  constructor(hasViews: boolean) {
    const stage = this.#frame.element;
    this.element.append(
      element(
        'p',
        { class: 'page-tools' },
        ...(hasViews
          ? choice(
              [
                ['Page', () => this.#choose('')],
                ['In lists', () => this.#choose('/cards')],
                ['In feeds', () => this.#choose('/feed')],
              ],
              'View',
            )
          : []),
        ...choice(
          [
            ['Desktop', () => stage.removeAttribute('data-width')],
            ['Phone', () => stage.setAttribute('data-width', 'phone')],
          ],
          'Width',
        ),
        ...choice(
          [
            ['Light', () => this.#dress('light')],
            ['Dark', () => this.#dress('dark')],
          ],
          'Colours',
        ),
      ),
      stage,
    );
  }

  /** @param address undefined keeps the page that is shown */
  show(address: string | undefined): void {
    if (address === undefined) {
      if (this.#frame.isEmpty) this.#frame.element.replaceChildren(this.#noPage);
      return;
    }
    this.#noPage.remove();
    this.#address = address;
    this.#frame.show(address + this.#view);
  }

  #choose(view: '' | '/cards' | '/feed'): void {
    this.#view = view;
    this.show(this.#address);
  }

  /** Scrolls to what a line of the text has become, where that is out of sight. @param line as it stands in the text */
  showLine(line: string): void {
    this.#line = line;
    const article = this.#frame.document?.querySelector('article');
    const place = article && line !== '' ? findPlace(article, line) : undefined;
    if (place !== undefined) this.#scrollTo(place);
  }

  #scrollTo(place: Element): void {
    const { top, bottom, height } = place.getBoundingClientRect();
    const { window: view } = this.#frame;
    if (view === undefined) return;
    const isSeen = bottom > 0 && top < view.innerHeight - Math.min(height, 80);
    if (!isSeen) view.scrollBy(0, top - view.innerHeight / 3);
  }

  /** @param changed what differs from the page before; empty where it is another page */
  #shown(address: string, changed: readonly Node[]): void {
    if (changed.length === 0) {
      this.#dress(this.#theme);
      this.showLine(this.#line);
    }
    // What is being written is what has changed; lists of other stories follow it.
    const [first] = changed.filter((node) => node.parentElement?.closest('article') !== null);
    const place = first?.nodeType === 1 ? first : first?.parentElement;
    if (isElement(place)) this.#scrollTo(place);
    this.element.dataset.page = address;
  }

  #dress(theme: 'light' | 'dark'): void {
    this.#theme = theme;
    this.#frame.document?.documentElement.setAttribute('data-theme', theme);
  }
}

function isElement(node: Node | null | undefined): node is Element {
  return node?.nodeType === 1;
}

/** Buttons of which one is pressed; the first at the beginning. */
function choice(
  options: readonly (readonly [EditorWords, () => void])[],
  label: EditorWords,
): readonly HTMLElement[] {
  const buttons = options.map(([name, act], index) => {
    const button = element('button', { type: 'button', 'aria-pressed': String(index === 0) }, words(name));
    button.addEventListener('click', () => {
      for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
      act();
    });
    return button;
  });
  return [element('span', { class: 'choice', role: 'group', 'aria-label': words(label) }, ...buttons)];
}
