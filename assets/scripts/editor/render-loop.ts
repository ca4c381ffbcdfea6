/** Checks and renders a text after each change: one request at a time; what was typed meanwhile is in the next. */

/** Pause of typing after which a text is rendered: of a long one, whose page costs more, once one stops to think. */
const renderDelayMs = 15;
const longDelayMs = 350;
const longLetters = 30_000;

export class RenderLoop {
  readonly #render: () => Promise<void>;
  #delayMs = renderDelayMs;
  #timer: number | undefined;
  #isRendering = false;
  #mustRender = false;
  #isClosed = false;

  constructor(render: () => Promise<void>) {
    this.#render = render;
  }

  /** @param letters of the text */
  schedule(letters = 0): void {
    this.#mustRender = true;
    this.#delayMs = letters > longLetters ? longDelayMs : renderDelayMs;
    this.#wait();
  }

  #wait(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#run(), this.#delayMs);
  }

  async #run(): Promise<void> {
    if (this.#isRendering || !this.#mustRender || this.#isClosed) return;
    this.#isRendering = true;
    this.#mustRender = false;
    await this.#render().finally(() => {
      this.#isRendering = false;
    });
    if (this.#mustRender) this.#wait();
  }

  close(): void {
    this.#isClosed = true;
    window.clearTimeout(this.#timer);
  }
}
