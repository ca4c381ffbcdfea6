/** One story: its text, details, photos, page and check side by side. */

import type { DataPath } from '../../../src/editor/data-steps.ts';
import { editFrontMatter, readFrontMatter } from '../../../src/editor/front-matter-edit.ts';
import type { PlainData } from '../../../src/editor/plain-data.ts';
import type { EditorSettings, Finding, OpenedStory, StoryEntry } from '../../../src/editor/store-messages.ts';
import { applyToRaw, plainTextOf } from '../../../src/editor/story-text.ts';
import { element } from '../preview-toolbar/element.ts';
import { CheckList } from './check-list.ts';
import { openCommitDialog } from './commit-dialog.ts';
import { Connection, notConnected } from './connection.ts';
import { fixEdits } from './finding-edits.ts';
import { HeadForm } from './head-form.ts';
import { messageBar, notesBar, takeNotes } from './import-notes.ts';
import { languageTabs } from './language-tabs.ts';
import { PageView } from './page-view.ts';
import { PhotoSheet } from './photo-sheet.ts';
import type { PreviewTools } from './preview-tools.ts';
import { RenderLoop } from './render-loop.ts';
import { type ReviewButton, reviewButton } from './review-button.ts';
import type { StoryStore } from './stores/story-store.ts';
import { storyHeader } from './story-header.ts';
import { StoryIntake } from './story-intake.ts';
import { StorySaving } from './story-saving.ts';
import { type Tabs, tabs } from './tabs.ts';
import { textTools } from './text-tools.ts';
import { TextView } from './text-view.ts';
import { type EditorWords, knownWords, words } from './words.ts';

export interface StoryViewOptions {
  readonly file: string;
  readonly store: StoryStore;
  readonly settings: EditorSettings;
  readonly stories: readonly StoryEntry[];
  readonly opened: OpenedStory;
  readonly tools?: PreviewTools;
}

export class StoryView {
  readonly element = element('main', { class: 'story' });
  readonly #options: StoryViewOptions;
  readonly #text: TextView;
  readonly #form: HeadForm;
  readonly #photos: PhotoSheet;
  readonly #page: PageView;
  readonly #check: CheckList;
  readonly #notices = element('div', { class: 'notices' });
  readonly #status = element('p', { class: 'status', role: 'status' });
  readonly #tabs: Tabs;
  readonly #saving: StorySaving;
  readonly #intake: StoryIntake;
  readonly #connection: Connection;
  readonly #review: ReviewButton | undefined;
  readonly #loop = new RenderLoop(() => this.#render());
  #isClosed = false;

  constructor(options: StoryViewOptions) {
    const { opened, store, file, settings, stories } = options;
    this.#options = options;
    this.#page = new PageView(options.tools !== undefined);
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    const thumbnailOf = (name: string): Promise<string> => store.thumbnailOf(folder + name);
    this.#text = new TextView(opened.raw, {
      thumbnailOf,
      onChange: () => this.#changed(),
      onPaste: (html, plain) => void this.#intake.paste(html, plain),
      onFiles: (files) => void this.#intake.takeFiles(files),
      onLine: (line) => this.#page.showLine(line),
    });
    this.#connection = new Connection({
      say: (message) => this.#say(message),
      retry: () => this.#loop.schedule(),
    });
    this.#saving = new StorySaving({
      ...{ file, store, text: this.#text, version: opened.version, raw: opened.raw },
      say: (message) => this.#say(message),
      attempt: (work, again) => this.#connection.attempt(work, again),
      replaced: () => this.#drawData(),
      takeTyped: () => this.#takeTyped(),
      zone: settings.timeZone,
      notify: (bar) => this.#notices.append(bar),
    });
    this.#intake = new StoryIntake({
      ...{ file, store, tools: options.tools, text: this.#text, photos: opened.photos },
      say: (message) => this.#say(message),
      attempt: (work, again) => this.#connection.attempt(work, again),
      refused: (message) => this.#refuse(message),
      notify: (bar) => this.#notices.append(bar),
      changed: () => {
        this.#drawData();
        this.#loop.schedule();
      },
    });
    const change = (path: DataPath, value: PlainData | undefined): void => this.#changeData(path, value);
    this.#form = new HeadForm({
      settings,
      stories,
      photoNames: () => this.#intake.photos.map(({ name }) => name),
      change,
    });
    this.#photos = new PhotoSheet({
      thumbnailOf,
      change,
      text: () => this.#text.text,
      apply: (edits) => this.#text.apply(edits),
      insert: (block) => this.#text.insertBlock(block),
      add: (files) =>
        void this.#intake.addPhotos(
          files.map((file) => ({ name: file.name, file })),
          false,
        ),
    });
    this.#check = new CheckList({
      goTo: (one) => this.#goTo(one),
      fix: (one) => this.#fix(one),
      describe: (one) => this.#describe(one),
    });
    this.#review = this.#makeReview();
    this.#tabs = this.#makeTabs();
    this.element.append(this.#notices, this.#makeHeader(), ...this.#tabs.elements);
    document.addEventListener('keydown', this.#onKey);
    this.#drawData();
    this.#loop.schedule();
    const notes = takeNotes(file);
    if (notes !== undefined) this.#notices.append(notesBar(notes));
    void this.#saving.offerUnsent();
    void this.#intake.takeWaiting();
    this.#say();
  }

  /** Ctrl+S saves, wherever the keyboard is: also where a button has gone that had it. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    if (document.querySelector('dialog[open]') === null) void this.#saving.save();
  };

  #takeTyped(): void {
    this.#form.flush();
    this.#photos.flush();
  }

  #makeTabs(): Tabs {
    const { store, opened, settings } = this.#options;
    const text = element(
      'div',
      { class: 'text-panel' },
      textTools(this.#text, (at) => this.#showPhotos(at)),
      this.#text.element,
    );
    return tabs([
      { name: 'text', label: words('Text'), panel: text, isNarrow: true },
      { name: 'page', label: words('Page'), panel: this.#page.element },
      { name: 'details', label: words('Details'), panel: element('div', {}, this.#form.element) },
      { name: 'photos', label: words('Photos'), panel: this.#photos.element },
      { name: 'check', label: words('Check'), panel: this.#check.element },
      ...languageTabs(store, opened.translations, settings),
    ]);
  }

  #makeReview(): ReviewButton | undefined {
    const { store, file } = this.#options;
    return (
      store.review &&
      reviewButton({
        ...{ review: store.review, file },
        title: () => this.#title(),
        save: async () => {
          await this.#saving.save();
          return this.#saving.isSaved;
        },
        attempt: (work) => this.#connection.attempt(work),
      })
    );
  }

  /** Beside the choice of photos where that is seen, else above the story. @returns takes the message away */
  #refuse(message: string): () => void {
    if (this.#photos.element.classList.contains('chosen')) return this.#photos.say(message);
    const bar = messageBar(knownWords(message));
    this.#notices.append(bar);
    return () => bar.remove();
  }

  #showPhotos(at: 'files' | 'gallery'): void {
    this.#tabs.select('photos');
    document.getElementById(at === 'files' ? 'photo-files' : 'photo-gallery')?.focus();
  }

  /** As it is written; the name of the folder while there is none. */
  #title(): string {
    const { file } = this.#options;
    const written = readFrontMatter(this.#text.text)?.title;
    return typeof written === 'string' && written !== '' ? written : (file.split('/').at(-2) ?? file);
  }

  #makeHeader(): HTMLElement {
    const { file, settings, opened, tools } = this.#options;
    const save = element('button', { type: 'button', class: 'primary' }, words('Save'));
    save.addEventListener('click', () => void this.#saving.save());
    const commit = element('button', { type: 'button' }, words('Commit…'));
    if (tools !== undefined) commit.addEventListener('click', () => void this.#commit(tools));
    return storyHeader({
      file,
      settings,
      title: this.#title(),
      translations: opened.translations,
      translate: (other) => void this.#translate(other),
      controls: [
        this.#status,
        ...(tools === undefined ? [] : [commit]),
        save,
        ...(this.#review?.elements ?? []),
      ],
    });
  }

  /** A copy that is not published until it is translated. */
  async #translate(other: string): Promise<void> {
    const { raw } = this.#text;
    const edit = editFrontMatter(plainTextOf(raw), ['draft'], true, this.#keyOrder());
    const copy = edit.ok ? edit.edits.reduce((made, one) => applyToRaw(made, [one]), raw) : raw;
    await this.#connection.attempt(async () => {
      const answer = await this.#options.store.save(other, copy, undefined);
      if (answer.kind === 'refused') this.#say(knownWords(answer.message));
      else location.hash = `#/${other}`;
    });
  }

  #keyOrder(): readonly string[] {
    return Object.keys(this.#options.settings.schema.properties ?? {});
  }

  #changeData(path: DataPath, value: PlainData | undefined): void {
    const edit = editFrontMatter(this.#text.text, path, value, this.#keyOrder());
    if (edit.ok) this.#text.apply(edit.edits);
    else this.#say(words('This could not be changed here. Change it in the text.'));
    // Once the keyboard has moved on to the next field.
    window.setTimeout(() => this.#drawData());
  }

  #changed(): void {
    this.#saving.changed();
    this.#say();
    this.#loop.schedule(this.#text.length);
  }

  async #render(): Promise<void> {
    this.#drawData();
    await this.#connection.attempt(async () => {
      const { text } = this.#text;
      const { findings, page } = await this.#options.store.render(this.#options.file, text);
      if (this.#isClosed) return;
      this.#page.show(page);
      // Places of a text that has changed since would be wrong.
      if (text === this.#text.text) this.#showFindings(findings);
    });
  }

  #showFindings(findings: readonly Finding[]): void {
    const isOwn = ({ file }: Finding): boolean => file.endsWith(this.#options.file);
    this.#check.show(findings, isOwn);
    this.#text.mark(findings.filter(isOwn), (one) => this.#fix(one));
    const errorCount = findings.filter(({ severity }) => severity === 'error').length;
    this.#review?.show(errorCount);
    const hasError = errorCount > 0;
    const count = findings.length === 0 ? '' : ` (${findings.length}${hasError ? '!' : ''})`;
    this.#tabs.relabel('check', words('Check') + count);
    this.element.dataset.findings = String(findings.length);
  }

  #drawData(): void {
    const { text } = this.#text;
    const data = readFrontMatter(text);
    this.#form.show(data);
    this.#photos.show(this.#intake.photos, text, data);
    if (data === undefined) this.#text.showFrontMatter();
  }

  #goTo({ line, column }: Finding): void {
    this.#tabs.select('text');
    this.#text.goTo(line, column);
  }

  /** Opens the contact sheet at the photo of a line. */
  #describe({ line }: Finding): void {
    const before = this.#text.text.split('\n').slice(0, line - 1);
    const start = before.reduce((sum, one) => sum + one.length + 1, 0);
    this.#tabs.select('photos');
    this.#photos.focus(start);
  }

  #fix(finding: Finding): void {
    this.#text.apply(fixEdits(this.#text.text, finding));
  }

  async #commit(tools: PreviewTools): Promise<void> {
    await this.#saving.save();
    if (!this.#saving.isSaved) return;
    await this.#connection.attempt(() => openCommitDialog(tools, this.#options.file, this.#title()));
  }

  #say(message?: string): void {
    const said = message ?? words(this.#state());
    // The same words anew would be read out at each letter.
    if (this.#status.textContent !== said) this.#status.textContent = said;
  }

  #state(): EditorWords {
    if (!this.#saving.isKept && !this.#saving.isSaved)
      return 'This browser has no room to keep what you write. Save soon.';
    if (this.#connection.isLost) return notConnected;
    return this.#saving.isSaved ? 'Saved' : 'Not saved yet; kept in this browser';
  }

  close(): void {
    this.#isClosed = true;
    document.removeEventListener('keydown', this.#onKey);
    this.#loop.close();
    this.#saving.close();
    this.#connection.close();
    this.#text.close();
  }
}
