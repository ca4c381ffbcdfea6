/**
 * Saves a story and keeps what is not saved: what was typed is in this browser a moment later, a file that has changed
 * meanwhile is shown beside one's own text, and nothing is lost.
 */

import { defined } from '../../../src/text/defined.ts';
import { conflictView } from './conflict-view.ts';
import { markOpen, openIds } from './open-window.ts';
import type { StoryStore } from './stores/story-store.ts';
import type { TextView } from './text-view.ts';
import { type OfferedText, unsentBar } from './unsent-bar.ts';
import {
  forgetUnsent,
  freshCopy,
  keepUnsent,
  keyOfCopy,
  type UnsentCopy,
  type UnsentText,
  unsentOf,
} from './unsent-text.ts';
import { hasWaiting } from './waiting-files.ts';
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
  /** Takes into the text what is still being typed in a field. */
  readonly takeTyped: () => void;
  /** Time zone of the site. */
  readonly zone: string;
  readonly notify: (bar: HTMLElement) => void;
}

export class StorySaving {
  readonly #options: StorySavingOptions;
  #version: string | undefined;
  /** As it is on the disk. */
  #savedRaw: string;
  #keepTimer: number | undefined;
  #isKept = true;
  /** The saving that is under way. */
  #saving: Promise<void> | undefined;
  /** Whether it was asked for once more meanwhile. */
  #isAskedAgain = false;
  /** Where this window keeps its text: each has its own. */
  readonly #copy;
  readonly #endMark: () => void;

  constructor(options: StorySavingOptions) {
    this.#options = options;
    this.#version = options.version;
    this.#savedRaw = options.raw;
    window.addEventListener('beforeunload', this.#onLeave);
    window.addEventListener('pagehide', this.#keep);
    window.addEventListener('storage', this.#onStorage);
    this.#copy = freshCopy(options.file);
    this.#endMark = markOpen(this.#copy.id);
  }

  get isSaved(): boolean {
    const { text, store, file } = this.#options;
    return text.raw === this.#savedRaw && store.hasUnsaved?.(file) !== true;
  }

  /** Whether this browser keeps what is not saved. */
  get isKept(): boolean {
    return this.#isKept;
  }

  changed(): void {
    this.#keepTimer ??= window.setTimeout(() => this.#keep(), keepDelayMs);
  }

  /** Ends when all is saved that stood there at the last call, or when that cannot be. */
  save(): Promise<void> {
    this.#isAskedAgain = true;
    this.#saving ??= this.#saveAll().finally(() => {
      this.#saving = undefined;
    });
    return this.#saving;
  }

  async #saveAll(): Promise<void> {
    const { takeTyped, say, attempt } = this.#options;
    let isStored = true;
    while (isStored && this.#isAskedAgain) {
      this.#isAskedAgain = false;
      isStored = false;
      takeTyped();
      say(words('Saving…'));
      await attempt(async () => {
        isStored = await this.#write(this.#version);
      }, this.#saveAgain);
    }
  }

  readonly #saveAgain = (): void => void this.save();

  /** Offers what was typed here before and not saved, but for that of windows that are still open. */
  async offerUnsent(): Promise<void> {
    const ofOpenWindows = await openIds();
    const seen = new Set([this.#savedRaw]);
    for (const one of unsentOf(this.#options.file)) {
      if (ofOpenWindows.has(one.id)) continue;
      if (seen.has(one.raw)) forgetUnsent(one);
      else this.#offer(one);
      seen.add(one.raw);
    }
  }

  #offer(offered: OfferedText): void {
    const { zone, notify } = this.#options;
    const restore = (one: OfferedText): void => this.#restore(one);
    notify(unsentBar(offered, { zone, restore, discard: forgetUnsent }));
  }

  /** Brings a kept text back; what stands in its place and is not saved is kept and offered in turn. */
  #restore(offered: OfferedText): void {
    const { text, replaced } = this.#options;
    this.#options.takeTyped();
    if (text.raw !== this.#savedRaw) {
      const own = this.#ownText();
      if (!this.#put(own, own)) {
        this.#offer(offered);
        return;
      }
      this.#offer(own);
    }
    // The version that it was written on: when the file has changed since, saving shows both.
    this.#version = offered.version;
    text.replaceWith(offered.raw);
    replaced();
    if (this.#keep()) forgetUnsent(offered);
    else this.#offer(offered);
    text.focus();
  }

  close(): void {
    window.removeEventListener('beforeunload', this.#onLeave);
    window.removeEventListener('pagehide', this.#keep);
    window.removeEventListener('storage', this.#onStorage);
    this.#keep();
    this.#endMark();
  }

  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    this.#options.takeTyped();
    if (!this.isSaved || hasWaiting()) event.preventDefault();
  };

  /** Another window may have emptied what this browser keeps. */
  readonly #onStorage = ({ key, newValue }: StorageEvent): void => {
    if (key === null || (key === keyOfCopy(this.#copy) && newValue === null)) this.#keep();
  };

  /** @returns whether what is not saved is kept */
  readonly #keep = (): boolean => {
    const { text, takeTyped } = this.#options;
    takeTyped();
    window.clearTimeout(this.#keepTimer);
    this.#keepTimer = undefined;
    if (text.raw !== this.#savedRaw) return this.#put(this.#copy, this.#unsent());
    forgetUnsent(this.#copy);
    return true;
  };

  /** What stands there, as a copy that outlives it. */
  #ownText(): OfferedText {
    return { ...freshCopy(this.#options.file), ...this.#unsent() };
  }

  #unsent(): UnsentText {
    return { raw: this.#options.text.raw, atMs: Date.now(), ...defined({ version: this.#version }) };
  }

  #put(copy: UnsentCopy, { raw, version, atMs }: UnsentText): boolean {
    const wasKept = this.#isKept;
    this.#isKept = keepUnsent(copy, { raw, atMs, ...defined({ version }) });
    if (this.#isKept !== wasKept) this.#options.say();
    return this.#isKept;
  }

  /** @param version that may be replaced @returns whether it is stored */
  async #write(version: string | undefined): Promise<boolean> {
    const { store, file, text, say } = this.#options;
    const { raw } = text;
    const answer = await store.save(file, raw, version);
    switch (answer.kind) {
      case 'saved':
        this.#become(answer.version, raw);
        say();
        return true;
      case 'refused':
        say(knownWords(answer.message));
        return false;
      case 'conflict':
        this.#showConflict(answer.stored);
        return false;
    }
  }

  #become(version: string | undefined, raw: string): void {
    this.#version = version;
    this.#savedRaw = raw;
    if (this.#options.text.raw === raw) forgetUnsent(this.#copy);
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
      keepMine: () =>
        void attempt(async () => {
          await this.#write(stored?.version);
        }),
      takeTheirs: () => {
        const own = this.#ownText();
        this.#put(own, own);
        this.#offer(own);
        text.replaceWith(stored?.raw ?? '');
        this.#become(stored?.version, stored?.raw ?? '');
        replaced();
        say();
      },
    });
    say(words('Not saved: the file has changed on the disk.'));
  }
}
