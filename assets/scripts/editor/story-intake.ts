/** Takes what an editor drops or pastes into a story: photos, Word files and pages, and text of other programs. */

import { withFreeFootnotes } from '../../../src/editor/footnote-labels.ts';
import type { StoryPhoto } from '../../../src/editor/store-messages.ts';
import { isImportable } from './dropped-files.ts';
import { notesBar } from './import-notes.ts';
import { photoMarkdown } from './photo-markdown.ts';
import type { NamedFile, PreviewTools } from './preview-tools.ts';
import { StoreError, type StoryStore } from './stores/story-store.ts';
import type { TextView } from './text-view.ts';
import { letWait, takeWaiting } from './waiting-files.ts';
import { knownWords, words } from './words.ts';

export interface StoryIntakeOptions {
  readonly file: string;
  readonly store: StoryStore;
  readonly tools: PreviewTools | undefined;
  readonly text: TextView;
  readonly photos: readonly StoryPhoto[];
  /** Shows a message; undefined shows the ordinary state again. */
  readonly say: (message?: string) => void;
  /** Runs work that needs the store; `again` is done when a lost connection may be back. */
  readonly attempt: (work: () => Promise<void>, again?: () => void) => Promise<unknown>;
  /** Told of a photo that was not taken; gives what takes the message away. */
  readonly refused: (message: string) => () => void;
  readonly notify: (bar: HTMLElement) => void;
  /** Called when photos have come. */
  readonly changed: () => void;
}

export class StoryIntake {
  readonly #options: StoryIntakeOptions;
  #photos: readonly StoryPhoto[];
  /** Files that the editor was told to wait for, with what takes the message away. */
  readonly #told = new Map<File, () => void>();

  constructor(options: StoryIntakeOptions) {
    this.#options = options;
    this.#photos = options.photos;
  }

  /** All that lie beside the story. */
  get photos(): readonly StoryPhoto[] {
    return this.#photos;
  }

  /** Takes what was chosen while there was no connection. */
  readonly takeWaiting = async (): Promise<void> => {
    for (const { files, isIntoText } of takeWaiting(this.#options.file))
      await (isIntoText ? this.takeFiles(files) : this.addPhotos(files, false));
  };

  /** Photos come into the text as they are, other files by an import. */
  async takeFiles(files: readonly NamedFile[]): Promise<void> {
    const { tools, file, store, text, say, notify, changed } = this.#options;
    if (tools === undefined || !files.some(({ name }) => isImportable(name)))
      return await this.addPhotos(files, true);
    say(words('Reading the files…'));
    let unused: readonly NamedFile[] = [];
    await this.#take(files, true, async () => {
      const { inserted, notes, unused: names = [] } = await tools.importFiles(files, file);
      unused = files.filter(({ name }) => names.includes(name));
      // The text first: it is there already, and a lost connection must not ask for it again.
      if (inserted !== undefined) text.insertBlock(withFreeFootnotes(inserted.markdown, text.text));
      notify(notesBar(notes));
      say();
    });
    await this.#options.attempt(async () => {
      this.#photos = (await store.open(file)).photos;
    });
    changed();
    // Pictures that were dropped with a text, and that it does not show.
    if (unused.length > 0) await this.addPhotos(unused, true);
  }

  /** @param isIntoText whether they are shown where the cursor is: several together are a gallery */
  async addPhotos(files: readonly NamedFile[], isIntoText: boolean): Promise<void> {
    const { file: story, store, text, say, refused, changed } = this.#options;
    const pictures: StoryPhoto[] = [];
    for (const [index, given] of files.entries()) {
      say(`${words('Adding photos')}: ${index + 1} / ${files.length}`);
      await this.#take([given], isIntoText, async () => {
        const { photo, message } = await store.addPhoto(story, given.file);
        if (message !== undefined) refused(message);
        if (photo === undefined) return;
        pictures.push(photo);
        this.#photos = [...this.#photos.filter(({ name }) => name !== photo.name), photo];
      });
    }
    if (isIntoText && pictures.length > 0) {
      const lines = pictures.map(({ name, alt = '', caption = '', credit = '' }) =>
        photoMarkdown(name, { alt, caption, credit }),
      );
      text.insertBlock(lines.join('\n'));
    }
    say();
    changed();
  }

  /** Takes files; those that cannot be taken are named, and wait where it is for want of a connection. */
  async #take(files: readonly NamedFile[], isIntoText: boolean, work: () => Promise<void>): Promise<void> {
    const { file, attempt, refused } = this.#options;
    const names = files.map(({ name }) => name).join(', ');
    await attempt(async () => {
      try {
        await work();
        for (const one of files) this.#told.get(one.file)?.();
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        if (error.isOffline) {
          letWait(file, { files, isIntoText });
          if (files.some((one) => !this.#told.has(one.file))) {
            const takeAway = refused(
              `${names}: ${words('not added yet, for there is no connection. It will be when there is.')}`,
            );
            for (const one of files) this.#told.set(one.file, takeAway);
          }
        } else refused(`${names}: ${knownWords(error.message)}`);
        throw error;
      }
    }, this.#again);
  }

  readonly #again = (): void => void this.takeWaiting();

  /** @param plain the same text without its formats, for where no formats can be read */
  async paste(html: string, plain: string): Promise<void> {
    const { store, text, say, attempt } = this.#options;
    const isDone = await attempt(async () => {
      const { markdown: pasted, left } = await store.paste(html);
      // Where no words are seen in the formats, the plain text may have some.
      const markdown = pasted.trim() === '' ? plain : withFreeFootnotes(pasted, text.text);
      if (markdown.includes('\n')) text.insertBlock(markdown);
      else text.insertInline(markdown);
      say(left.length === 0 ? undefined : left.join(' '));
    });
    if (isDone === false) text.insertInline(plain);
  }
}
