/**
 * Saves a story and keeps what is not saved: what was typed is in this browser a moment later, a file that has changed
 * meanwhile is shown beside one's own text, and nothing is lost.
 */

import { element } from '../preview-toolbar/element.ts';
import { conflictView } from './conflict-view.ts';
import type { StoryStore } from './stores/story-store.ts';
import type { TextView } from './text-view.ts';
import { forgetUnsent, keepUnsent, unsentOf } from './unsent-text.ts';
import { knownWords, words } from './words.ts';

/** What is typed is kept at least so often. */
const keepDelayMs = 250;

export interface StorySavingOptions {
  readonly file: string;
  readonly store: StoryStore;
  readonly text: TextView;
  readonly version: string | undefined;
  readonly raw: string;
  /** Shows a message; undefined shows the ordinary state again. */
  readonly say: (message?: string) => void;
  readonly attempt: (work: () => Promise<void>, again?: () => void) => Promise<unknown>;
  /** Called when another text stands in the place of the old one. */
  readonly replaced: () => void;
}

export class StorySaving {
  readonly #options: StorySavingOptions;
  #version: string | undefined;
  /** As it is on the disk. */
  #savedRaw: string;
  #keepTimer: number | undefined;
  #isSaving = false;

  constructor(options: StorySavingOptions) {
    this.#options = options;
    this.#version = options.version;
    this.#savedRaw = options.raw;
    window.addEventListener('beforeunload', this.#onLeave);
    window.addEventListener('pagehide', this.#keep);
  }

  get isSaved(): boolean {
    return this.#options.text.raw === this.#savedRaw;
  }

  changed(): void {
    this.#keepTimer ??= window.setTimeout(() => this.#keep(), keepDelayMs);
  }

  async save(): Promise<void> {
    if (this.#isSaving) return;
    this.#isSaving = true;
    this.#options.say(words('Saving…'));
    await this.#options.attempt(() => this.#write(this.#version), this.#saveAgain);
    this.#isSaving = false;
  }

  readonly #saveAgain = (): void => void this.save();

  /** A bar that offers what was typed here before and not saved; undefined where there is nothing. */
  offerUnsent(): HTMLElement | undefined {
    const { file, text, replaced } = this.#options;
    const unsent = unsentOf(file);
    if (unsent === undefined) return undefined;
    if (unsent.raw === this.#savedRaw) {
      forgetUnsent(file);
      return undefined;
    }
    const restore = element('button', { type: 'button' }, words('Bring it back'));
    const discard = element('button', { type: 'button' }, words('Discard it'));
    const when = new Date(unsent.atMs).toLocaleString();
    const said = `${words('What was written here was not saved')} (${when}). `;
    const bar = element('p', { class: 'unsent', role: 'alert' }, said, restore, discard);
    restore.addEventListener('click', () => {
      // The version that it was written on: when the file has changed since, saving shows both.
      this.#version = unsent.version;
      text.replaceWith(unsent.raw);
      replaced();
      bar.remove();
    });
    discard.addEventListener('click', () => {
      forgetUnsent(file);
      bar.remove();
    });
    return bar;
  }

  close(): void {
    window.removeEventListener('beforeunload', this.#onLeave);
    window.removeEventListener('pagehide', this.#keep);
    if (!this.isSaved) this.#keep();
    window.clearTimeout(this.#keepTimer);
  }

  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    if (!this.isSaved) event.preventDefault();
  };

  readonly #keep = (): void => {
    const { file, text, say } = this.#options;
    window.clearTimeout(this.#keepTimer);
    this.#keepTimer = undefined;
    if (this.isSaved) {
      forgetUnsent(file);
      return;
    }
    const version = this.#version;
    const unsent = { raw: text.raw, atMs: Date.now(), ...(version === undefined ? {} : { version }) };
    if (!keepUnsent(file, unsent)) say(words('This browser has no room to keep what you write. Save soon.'));
  };

  /** @param version that may be replaced */
  async #write(version: string | undefined): Promise<void> {
    const { store, file, text, say } = this.#options;
    const { raw } = text;
    const answer = await store.save(file, raw, version);
    switch (answer.kind) {
      case 'saved':
        this.#become(answer.version, raw);
        say();
        return;
      case 'refused':
        say(knownWords(answer.message));
        return;
      case 'conflict':
        this.#showConflict(answer.stored);
    }
  }

  #become(version: string | undefined, raw: string): void {
    this.#version = version;
    this.#savedRaw = raw;
    if (this.isSaved) forgetUnsent(this.#options.file);
  }

  #showConflict(stored: { readonly raw: string; readonly version: string } | undefined): void {
    const { text, say, attempt, replaced } = this.#options;
    if (stored?.raw === text.raw) {
      this.#become(stored.version, stored.raw);
      say();
      return;
    }
    conflictView({
      mine: text.raw,
      theirs: stored?.raw,
      keepMine: () => void attempt(() => this.#write(stored?.version)),
      takeTheirs: () => {
        text.replaceWith(stored?.raw ?? '');
        this.#become(stored?.version, stored?.raw ?? '');
        replaced();
        say();
      },
    });
    say(words('Not saved: the file has changed on the disk.'));
  }
}
