/** One photo in the viewer with its caption: copies of what the page shows, in the size of the window. */

import { contain, fitInto, type Size, type Transform, whole } from './geometry.ts';

export class Slide {
  readonly element = document.createElement('figure');
  readonly #area = document.createElement('div');
  readonly #image: HTMLImageElement;
  readonly #sources: readonly HTMLSourceElement[];
  readonly #photo: Size;
  #fitted: Size = { width: 0, height: 0 };
  #transform = whole;

  /** @param link a figure's link, as `templates/components/figure.tsx` makes it */
  constructor(link: HTMLAnchorElement) {
    const shown = link.querySelector('img');
    const picture = link.querySelector('picture')?.cloneNode(true);
    const image = picture instanceof Element ? picture.querySelector('img') : null;
    if (!(picture instanceof Element) || image === null || shown === null)
      throw new Error('A photo link holds no photo.');
    // The properties of these names tell the size on the page, if any.
    this.#photo = {
      width: Number(image.getAttribute('width')),
      height: Number(image.getAttribute('height')),
    };
    this.#image = image;
    this.#sources = [...picture.querySelectorAll('source')];
    image.loading = 'eager';
    image.draggable = false;
    image.className = 'viewer-image';
    // Until the large rendition is here, the small one of the page stands in its place.
    if (shown.currentSrc !== '') image.style.backgroundImage = `url("${shown.currentSrc}")`;
    this.#area.className = 'viewer-photo';
    this.#area.append(picture);
    this.element.className = 'viewer-slide';
    this.element.append(this.#area);
    const caption = link.closest('figure')?.querySelector('figcaption')?.cloneNode(true);
    if (caption instanceof HTMLElement) {
      for (const copy of caption.querySelectorAll('[id]')) copy.removeAttribute('id');
      caption.className = 'viewer-caption';
      this.element.append(caption);
    }
  }

  get transform(): Transform {
    return this.#transform;
  }

  get isZoomed(): boolean {
    return this.#transform.scale > 1;
  }

  /** The area's middle, from the middle of the element that holds all slides. */
  get offsetY(): number {
    return this.#area.offsetTop + (this.#area.offsetHeight - this.element.offsetHeight) / 2;
  }

  covers(target: EventTarget | null): boolean {
    return target === this.#image;
  }

  /** Takes the size of the window. */
  layOut(): void {
    const caption = this.element.querySelector<HTMLElement>('figcaption');
    if (caption !== null && caption.scrollHeight > caption.clientHeight) caption.tabIndex = 0;
    else caption?.removeAttribute('tabindex');
    this.#fitted = fitInto(this.#photo, this.#areaSize);
    this.#image.style.width = `${this.#fitted.width}px`;
    this.#image.style.height = `${this.#fitted.height}px`;
    this.place(whole);
    this.settle();
  }

  place(wanted: Transform): void {
    this.#transform = contain(wanted, this.#fitted, this.#areaSize);
    const { scale, x, y } = this.#transform;
    this.#image.style.transform = scale === 1 ? '' : `translate(${x}px, ${y}px) scale(${scale})`;
    this.element.classList.toggle('is-zoomed', this.isZoomed);
  }

  /** Once the photo rests: the browser fetches the rendition that is sharp in this size. */
  settle(): void {
    const sizes = `${Math.ceil(this.#fitted.width * this.#transform.scale)}px`;
    for (const element of [...this.#sources, this.#image]) {
      if (element.sizes !== sizes) element.sizes = sizes;
    }
  }

  get #areaSize(): Size {
    return { width: this.#area.clientWidth, height: this.#area.clientHeight };
  }
}
