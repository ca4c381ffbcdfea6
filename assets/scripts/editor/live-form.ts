/**
 * Hands on what is typed in a form while it is typed, not only when a field is left: saving by keys, a closed window or a
 * crash would lose it. A form is not drawn again under the hands of its editor, but once the field is left.
 */

import { keepFocus } from './keep-focus.ts';

/** Pause of typing after which the words are handed on. */
const typingPauseMs = 250;

type TextControl = HTMLInputElement | HTMLTextAreaElement;

/** Those of dates too: the keyboard writes a month, a day and a year one after the other. */
const typedTypes = new Set(['text', 'number', 'date', 'time']);

export class LiveForm {
  readonly #root: HTMLElement;
  readonly #draw: () => void;
  /** The field that is being typed in. */
  #typing: TextControl | undefined;
  /** Whether it holds words that its listeners have not been told. */
  #isUntold = false;
  #mustDraw = false;
  /** Whether a button of the mouse is down, or a finger: a control that is exchanged meanwhile is not clicked. */
  #isPressed = false;
  #timer: number | undefined;

  /** @param root fields in it say what they change by `change` events */
  constructor(root: HTMLElement, draw: () => void) {
    this.#root = root;
    this.#draw = draw;
    root.addEventListener('input', ({ target }) => {
      if (!isTextControl(target)) return;
      this.#typing = target;
      this.#isUntold = true;
      window.clearTimeout(this.#timer);
      // An emptied field would take its line away, and the words that follow would get another one.
      this.#timer = window.setTimeout(() => target.value.trim() !== '' && this.flush(), typingPauseMs);
    });
    root.addEventListener('change', ({ target }) => {
      // An emptied field may wait until it is left.
      if (target === this.#typing && this.#typing?.value.trim() !== '') this.#isUntold = false;
    });
    root.addEventListener('pointerdown', () => {
      this.#isPressed = true;
      const release = (): void => {
        window.removeEventListener('pointerup', release);
        window.removeEventListener('pointercancel', release);
        // Once the click has been answered.
        window.setTimeout(() => {
          this.#isPressed = false;
          if (this.#mustDraw) this.redraw();
        });
      };
      window.addEventListener('pointerup', release);
      window.addEventListener('pointercancel', release);
    });
    root.addEventListener('focusout', () => {
      this.flush();
      this.#typing = undefined;
      // Once the keyboard has moved on to the next field.
      window.setTimeout(() => {
        if (this.#mustDraw && this.#typing === undefined) this.redraw();
      });
    });
  }

  /** Hands on what was typed last. */
  flush(): void {
    window.clearTimeout(this.#timer);
    if (this.#isUntold) this.#typing?.dispatchEvent(new Event('change', { bubbles: true }));
    this.#isUntold = false;
  }

  /** Draws the form: now, or once the field is left that is being typed in. The keyboard stays in its field. */
  redraw(): void {
    this.#mustDraw = this.#isPressed || this.#typing?.isConnected === true;
    if (this.#mustDraw) return;
    keepFocus(this.#root, this.#draw);
  }
}

function isTextControl(target: EventTarget | null): target is TextControl {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && typedTypes.has(target.type))
  );
}
