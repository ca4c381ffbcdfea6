/** Takes what an editor drops or pastes into a story: photos, Word files and pages, and text of other programs. */

import type { StoryPhoto } from '../../../src/editor/store-messages.ts';
import { isImportable } from './dropped-files.ts';
import { notesBar } from './import-notes.ts';
import { photoMarkdown } from './photo-markdown.ts';
import type { NamedFile, PreviewTools } from './preview-tools.ts';
import type { StoryStore } from './stores/story-store.ts';
import type { TextView } from './text-view.ts';
import { words } from './words.ts';

export interface StoryIntakeOptions {
  readonly file: string;
  readonly store: StoryStore;
  readonly tools: PreviewTools | undefined;
  readonly text: TextView;
  readonly photos: readonly StoryPhoto[];
  /** Shows a message; undefined shows the ordinary state again. */
  readonly say: (message?: string) => void;
  readonly attempt: (work: () => Promise<void>) => Promise<unknown>;
  /** Told of a photo that was not taken. */
  readonly refused: (message: string) => void;
  readonly notify: (bar: HTMLElement) => void;
  /** Called when photos have come. */
  readonly changed: () => void;
}

export class StoryIntake {
  readonly #options: StoryIntakeOptions;
  #photos: readonly StoryPhoto[];

  constructor(options: StoryIntakeOptions) {
    this.#options = options;
    this.#photos = options.photos;
  }

  /** All that lie beside the story. */
  get photos(): readonly StoryPhoto[] {
    return this.#photos;
  }

  /** Photos come into the text as they are, other files by an import. */
  async takeFiles(files: readonly NamedFile[]): Promise<void> {
    const { tools, file, store, text, say, attempt, notify, changed } = this.#options;
    if (tools === undefined || !files.some(({ name }) => isImportable(name)))
      return await this.addPhotos(
        files.map((one) => one.file),
        true,
      );
    say(words('Reading the files…'));
    await attempt(async () => {
      const { inserted, notes } = await tools.importFiles(files, file);
      this.#photos = (await store.open(file)).photos;
      if (inserted !== undefined) text.insertBlock(inserted.markdown);
      notify(notesBar(notes));
      say();
    });
    changed();
  }

  /** @param isIntoText whether they are shown where the cursor is: several together are a gallery */
  async addPhotos(files: readonly File[], isIntoText: boolean): Promise<void> {
    const { file: story, store, text, say, attempt, refused, changed } = this.#options;
    const pictures: StoryPhoto[] = [];
    for (const [index, file] of files.entries()) {
      say(`${words('Adding photos')}: ${index + 1} / ${files.length}`);
      await attempt(async () => {
        const { photo, message } = await store.addPhoto(story, file);
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

  async paste(html: string): Promise<void> {
    const { store, text, say, attempt } = this.#options;
    await attempt(async () => {
      const { markdown, left } = await store.paste(html);
      if (markdown.includes('\n')) text.insertBlock(markdown);
      else text.insertInline(markdown);
      say(left.length === 0 ? undefined : left.join(' '));
    });
  }
}
