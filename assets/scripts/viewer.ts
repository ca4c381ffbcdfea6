/**
 * The viewer: every photo of the page, one at a time, as large as the window. The page holds the dialog
 * (`templates/components/viewer.tsx`); its photos are the links with `data-viewer`. While it is open the address names
 * the photo, `#photo-3`: such a link opens it, and going back closes it.
 */

import { carry, whole } from './viewer/geometry.ts';
import { listenToGestures } from './viewer/gestures.ts';
import { Slide } from './viewer/slide.ts';

/** What the button, a double tap and a click make of a whole photo. */
const zoomScale = 2.5;
const zoomStep = 1.5;
const panPx = 80;
/** Marks the entry of the history that opening has made. */
const historyMark = 'viewer';

type PressModule = typeof import('./viewer-press.ts');

class Viewer {
  readonly #dialog: HTMLDialogElement;
  /** Of the page as it is when the viewer opens: filters exchange its photos. */
  #links: readonly HTMLAnchorElement[] = [];
  readonly #slides = new Map<number, Slide>();
  #current = 0;
  #opener: HTMLElement | undefined;

  constructor(dialog: HTMLDialogElement) {
    this.#dialog = dialog;
    this.#listen();
    this.#followAddress();
  }

  #part<T extends HTMLElement = HTMLElement>(name: string): T {
    const found = this.#dialog.querySelector<T>(`.viewer-${name}`);
    if (found === null) throw new Error(`The viewer has no ${name}.`);
    return found;
  }

  get #slide(): Slide | undefined {
    return this.#slides.get(this.#current);
  }

  /** 1, or -1 where lines run from right to left. */
  get #direction(): 1 | -1 {
    return getComputedStyle(this.#dialog).direction === 'rtl' ? -1 : 1;
  }

  #listen(): void {
    document.addEventListener('click', (event) => {
      const wantsTab = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
      this.#findLinks();
      const index = this.#links.findIndex(
        (link) => event.target instanceof Node && link.contains(event.target),
      );
      if (index < 0 || wantsTab || event.defaultPrevented) return;
      event.preventDefault();
      history.pushState(historyMark, '', this.#addressOf(index));
      this.#open(index);
    });
    addEventListener('popstate', () => this.#followAddress());
    addEventListener('resize', () => {
      for (const slide of this.#slides.values()) slide.layOut();
    });
    const on = (name: string, act: () => void) => this.#part(name).addEventListener('click', act);
    on('close', () => this.#dialog.close());
    on('previous', () => this.#show(this.#current - 1));
    on('next', () => this.#show(this.#current + 1));
    on('zoom', () => this.#toggleZoom());
    // Only where there are originals to give.
    const press = this.#dialog.querySelector<HTMLElement>('.viewer-press');
    const panel = document.querySelector<HTMLDialogElement>('.press-panel');
    if (press !== null && panel !== null)
      press.addEventListener('click', () => this.#offerForPress(panel, press.dataset));
    this.#dialog.addEventListener('close', () => this.#closed());
    this.#dialog.addEventListener('keydown', (event) => this.#press(event));
    listenToGestures(this.#part('track'), {
      isZoomed: () => this.#slide?.isZoomed ?? false,
      drag: (axis, distancePx) => {
        this.#dialog.classList.add('is-dragged');
        this.#moveTrack(axis === 'x' ? distancePx : 0, axis === 'y' ? Math.max(0, distancePx) : 0);
      },
      drop: (axis, distancePx, counts) => {
        this.#dialog.classList.remove('is-dragged');
        if (counts && axis === 'y' && distancePx > 0) this.#dialog.close();
        this.#show(
          counts && axis === 'x' ? this.#current - Math.sign(distancePx) * this.#direction : this.#current,
        );
      },
      ...this.#zoomGestures(),
    });
  }

  #zoomGestures() {
    let start = whole;
    const inArea = ({ x, y }: { readonly x: number; readonly y: number }) => ({
      x,
      y: y - (this.#slide?.offsetY ?? 0),
    });
    return {
      grip: () => {
        start = this.#slide?.transform ?? whole;
        this.#dialog.classList.add('is-gripped');
      },
      carry: (from: Parameters<typeof inArea>[0], to: Parameters<typeof inArea>[0], ratio: number) =>
        this.#slide?.place(carry(start, inArea(from), inArea(to), ratio)),
      release: () => this.#settle(),
      tap: (point: Parameters<typeof inArea>[0], event: PointerEvent) => {
        this.#settle();
        // A finger taps to hold the photo still; a mouse means what it points at.
        if (event.pointerType !== 'mouse') return;
        if (this.#slide?.covers(event.target) === true) this.#toggleZoom(inArea(point));
        else this.#dialog.close();
      },
      doubleTap: (point: Parameters<typeof inArea>[0]) => {
        this.#settle();
        this.#toggleZoom(inArea(point));
      },
    };
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isZoomed = this.#slide?.isZoomed ?? false;
    const step = this.#direction;
    const acts: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => (isZoomed ? this.#pan(panPx, 0) : this.#show(this.#current - step)),
      ArrowRight: () => (isZoomed ? this.#pan(-panPx, 0) : this.#show(this.#current + step)),
      Home: () => this.#show(0),
      End: () => this.#show(this.#links.length - 1),
      '+': () => this.#zoom(zoomStep),
      '=': () => this.#zoom(zoomStep),
      '-': () => this.#zoom(1 / zoomStep),
      '0': () => this.#zoom(0),
      ...(isZoomed ? { ArrowUp: () => this.#pan(0, panPx), ArrowDown: () => this.#pan(0, -panPx) } : {}),
    };
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  #pan(x: number, y: number): void {
    this.#slide?.place(carry(this.#slide.transform, whole, { x, y }, 1));
  }

  #zoom(ratio: number, point = { x: 0, y: 0 }): void {
    if (this.#slide === undefined) return;
    this.#slide.place(carry(this.#slide.transform, point, point, ratio));
    this.#settle();
  }

  #toggleZoom(point = { x: 0, y: 0 }): void {
    this.#zoom(this.#slide?.isZoomed === true ? 0 : zoomScale, point);
  }

  #settle(): void {
    this.#dialog.classList.remove('is-gripped');
    this.#slide?.settle();
    this.#part('zoom').setAttribute('aria-pressed', String(this.#slide?.isZoomed ?? false));
  }

  /** The photo's original and what to print with it; all of them where this one cannot be had alone. */
  #offerForPress(panel: HTMLDialogElement, { script = '', kit = '', before }: DOMStringMap): void {
    const number = Number(this.#links[this.#current]?.dataset.viewer) + Number(before);
    const offer = async () => {
      const module: PressModule = await import(script);
      await module.offerForPress({ panel, kit, file: `${this.#dialog.dataset.name}-${number}.jpg` });
    };
    offer().catch(() => {
      if (!panel.open) location.assign(kit);
    });
  }

  #addressOf(index: number): string {
    return `#photo-${this.#links[index]?.dataset.viewer ?? ''}`;
  }

  /** The index of the photo that the address names, or -1. */
  get #addressed(): number {
    const number = /^#photo-(\d+)$/u.exec(location.hash)?.[1];
    return this.#links.findIndex((link) => number !== undefined && link.dataset.viewer === number);
  }

  #findLinks(): void {
    this.#links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-viewer]')];
  }

  #followAddress(): void {
    if (!this.#dialog.open) this.#findLinks();
    const index = this.#addressed;
    if (index < 0) this.#dialog.close();
    else if (this.#dialog.open) this.#show(index);
    else this.#open(index);
  }

  #open(index: number): void {
    this.#opener = this.#links[index];
    this.#dialog.showModal();
    this.#part('close').focus();
    this.#current = index;
    this.#show(index);
  }

  #closed(): void {
    // The event comes in a task of its own: by then it may be open again.
    if (this.#dialog.open) return;
    this.#slides.clear();
    this.#part('track').replaceChildren();
    this.#dialog.classList.remove('is-dragged', 'is-gripped');
    // Gone back already when the address names no photo any more.
    if (this.#addressed >= 0) {
      if (history.state === historyMark) history.back();
      else history.replaceState(null, '', location.pathname + location.search);
    }
    // Back at the photo that was seen last, wherever the viewer was opened.
    const last = this.#links[this.#current] ?? this.#opener;
    last?.focus({ preventScroll: true });
    if (last !== this.#opener) last?.scrollIntoView({ block: 'center' });
  }

  /** Shows a photo, or the nearest there is, with its neighbours at hand. */
  #show(wanted: number): void {
    if (!this.#dialog.open) return;
    const last = this.#links.length - 1;
    const index = Math.min(last, Math.max(0, wanted));
    const isFar = Math.abs(index - this.#current) > 1 || this.#slides.size === 0;
    if (index !== this.#current) {
      this.#slide?.place(whole);
      history.replaceState(history.state, '', this.#addressOf(index));
    }
    this.#current = index;
    for (const [at, { element }] of this.#slides) {
      if (Math.abs(at - index) <= 1) continue;
      element.remove();
      this.#slides.delete(at);
    }
    for (const at of [index, index + 1, index - 1]) this.#place(at);
    for (const [at, { element }] of this.#slides) element.inert = at !== index;
    this.#dialog.classList.toggle('is-jumping', isFar);
    this.#moveTrack(0, 0);
    this.#describe(index, last);
    this.#settle();
  }

  #place(index: number): void {
    const link = this.#links[index];
    if (link === undefined || this.#slides.has(index)) return;
    const slide = new Slide(link);
    slide.element.style.insetInlineStart = `${index * 100}%`;
    this.#slides.set(index, slide);
    this.#part('track').append(slide.element);
    slide.layOut();
  }

  #moveTrack(xPx: number, yPx: number): void {
    const percent = -100 * this.#current * this.#direction;
    this.#part('track').style.transform = `translate(calc(${percent}% + ${xPx}px), ${yPx}px)`;
  }

  #describe(index: number, last: number): void {
    const link = this.#links[index];
    const href = link?.href ?? '';
    const counter = (this.#dialog.dataset.counter ?? '')
      .replace('{number}', String(index + 1))
      .replace('{count}', String(last + 1));
    const alt = link?.querySelector('img')?.alt ?? '';
    this.#part('spoken').textContent = alt === '' ? counter : `${counter}: ${alt}`;
    this.#part('counter').textContent = `${index + 1} / ${last + 1}`;
    const download = this.#part<HTMLAnchorElement>('download');
    download.href = href;
    download.download = `${this.#dialog.dataset.name ?? 'photo'}-${index + 1}${/\.\w+$/u.exec(href)?.[0] ?? ''}`;
    // Not `disabled`: a button that goes out under the finger loses the reader's place.
    this.#part('previous').setAttribute('aria-disabled', String(index === 0));
    this.#part('next').setAttribute('aria-disabled', String(index === last));
  }
}

const dialog = document.querySelector<HTMLDialogElement>('dialog.viewer');
if (dialog !== null) new Viewer(dialog);
