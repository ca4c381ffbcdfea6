/** One story: its text, details, photos, page and check, and what becomes of them when they are saved. */

import type { DataPath } from '../../../src/editor/data-steps.ts';
import { editFrontMatter, readFrontMatter } from '../../../src/editor/front-matter-edit.ts';
import type { PlainData } from '../../../src/editor/plain-data.ts';
import type {
  EditorSettings,
  Finding,
  OpenedStory,
  StoryEntry,
  StoryPhoto,
} from '../../../src/editor/store-messages.ts';
import { applyToRaw, plainTextOf } from '../../../src/editor/story-text.ts';
import { element } from '../preview-toolbar/element.ts';
import { CheckList } from './check-list.ts';
import { conflictView } from './conflict-view.ts';
import { HeadForm } from './head-form.ts';
import { PageView } from './page-view.ts';
import { photoMarkdown } from './photo-markdown.ts';
import { PhotoSheet } from './photo-sheet.ts';
import { StoreError, type StoryStore } from './stores/story-store.ts';
import { tabs } from './tabs.ts';
import { textTools } from './text-tools.ts';
import { TextView } from './text-view.ts';
import { forgetUnsent, keepUnsent, unsentOf } from './unsent-text.ts';
import { words } from './words.ts';

export interface StoryViewOptions {
  readonly file: string;
  readonly store: StoryStore;
  readonly settings: EditorSettings;
  readonly stories: readonly StoryEntry[];
  readonly opened: OpenedStory;
}

/** Pause after which a text is checked and its page rendered; a page that loads slowly waits for a longer one. */
const renderDelayMs = 40;
const longestDelayMs = 1500;
/** What is typed is kept at least so often. */
const keepDelayMs = 250;
/** How often a lost connection is tried again. */
const retryMs = 5000;

export class StoryView {
  readonly element = element('main', { class: 'story' });
  readonly #options: StoryViewOptions;
  readonly #text: TextView;
  readonly #form: HeadForm;
  readonly #photos: PhotoSheet;
  readonly #page = new PageView();
  readonly #check: CheckList;
  readonly #status = element('p', { class: 'status', role: 'status' });
  readonly #save = element('button', { type: 'button', class: 'primary' }, words('Save'));
  readonly #selectTab: (name: string, label: string) => void;
  #photoList: StoryPhoto[];
  #version: string | undefined;
  /** As it is on the disk. */
  #savedRaw: string;
  #timer: number | undefined;
  #keepTimer: number | undefined;
  #retry: number | undefined;
  #isRendering = false;
  #mustRender = false;
  #isSaving = false;
  #isClosed = false;

  constructor(options: StoryViewOptions) {
    const { opened, store, file } = options;
    this.#options = options;
    this.#photoList = [...opened.photos];
    this.#version = opened.version;
    this.#savedRaw = opened.raw;
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    const thumbnailOf = (name: string): Promise<string> => store.thumbnailOf(folder + name);
    this.#text = new TextView(opened.raw, {
      thumbnailOf,
      onChange: () => this.#changed(),
      onSave: () => void this.save(),
      onPaste: (html) => void this.#paste(html),
      onFiles: (files) => void this.#addPhotos(files, true),
      onScroll: () => this.#page.scrollTo(this.#text.scrolled),
    });
    const change = (path: DataPath, value: PlainData | undefined): void => this.#changeData(path, value);
    this.#form = new HeadForm({
      settings: options.settings,
      stories: options.stories,
      photoNames: () => this.#photoList.map(({ name }) => name),
      change,
    });
    this.#photos = new PhotoSheet({
      thumbnailOf,
      change,
      text: () => this.#text.text,
      apply: (edits) => this.#text.apply(edits),
      insert: (block) => this.#text.insertBlock(block),
      add: (files) => void this.#addPhotos(files, false),
    });
    this.#check = new CheckList({ goTo: (one) => this.#goTo(one), fix: (one) => this.#fix(one) });
    const panels = tabs([
      {
        name: 'text',
        label: words('Text'),
        panel: element('div', { class: 'text-panel' }, textTools(this.#text), this.#text.element),
        isNarrow: true,
      },
      { name: 'page', label: words('Page'), panel: this.#page.element },
      { name: 'details', label: words('Details'), panel: this.#form.element },
      { name: 'photos', label: words('Photos'), panel: this.#photos.element },
      { name: 'check', label: words('Check'), panel: this.#check.element },
    ]);
    this.#selectTab = panels.relabel;
    this.#save.addEventListener('click', () => void this.save());
    this.element.append(this.#header(), ...panels.elements);
    window.addEventListener('beforeunload', this.#onLeave);
    window.addEventListener('pagehide', this.#keep);
    this.#drawData();
    this.#schedule();
    this.#offerUnsent();
    this.#say();
  }

  #header(): HTMLElement {
    const { file, settings, opened, stories } = this.#options;
    const back = element('a', { href: '#' }, words('Stories'));
    const folder = file.slice(0, file.lastIndexOf('/'));
    const title = stories.find((one) => one.file === file)?.title ?? folder.split('/').at(-1) ?? file;
    const own = /index\.(.+)\.md$/u.exec(file)?.[1] ?? settings.defaultLanguage;
    const others = settings.languages
      .filter(({ lang }) => lang !== own)
      .map(({ lang, name }) => {
        const other = lang === settings.defaultLanguage ? `${folder}/index.md` : `${folder}/index.${lang}.md`;
        if (opened.translations.includes(other)) return element('a', { href: `#/${other}` }, name);
        const make = element('button', { type: 'button' }, `${words('Translate')}: ${name}`);
        make.addEventListener('click', () => void this.#translate(other));
        return make;
      });
    return element(
      'header',
      { class: 'story-head' },
      element('nav', { 'aria-label': words('Stories') }, back),
      element('h1', { title: file }, title),
      this.#status,
      element('span', { class: 'languages' }, ...others),
      this.#save,
    );
  }

  /** A copy that is not published until it is translated. */
  async #translate(other: string): Promise<void> {
    const text = plainTextOf(this.#text.raw);
    const edit = editFrontMatter(text, ['draft'], true, this.#keyOrder());
    const raw = edit.ok
      ? edit.edits.reduce((made, one) => applyToRaw(made, [one]), this.#text.raw)
      : this.#text.raw;
    await this.#attempt(async () => {
      const answer = await this.#options.store.save(other, raw, undefined);
      if (answer.kind === 'refused') this.#say(answer.message);
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
    this.#keepTimer ??= window.setTimeout(() => this.#keep(), keepDelayMs);
    this.#say();
    this.#schedule();
  }

  readonly #keep = (): void => {
    window.clearTimeout(this.#keepTimer);
    this.#keepTimer = undefined;
    const isSaved = this.#text.raw === this.#savedRaw;
    const isKept = isSaved || keepUnsent(this.#options.file, this.#kept());
    if (isSaved) forgetUnsent(this.#options.file);
    this.#say(isKept ? undefined : words('This browser has no room to keep what you write. Save soon.'));
  };

  #kept() {
    const version = this.#version;
    return { raw: this.#text.raw, atMs: Date.now(), ...(version === undefined ? {} : { version }) };
  }

  #schedule(): void {
    this.#mustRender = true;
    window.clearTimeout(this.#timer);
    const isLong = this.#page.loadMs > 100;
    const pause = isLong ? Math.min(2 * this.#page.loadMs, longestDelayMs) : renderDelayMs;
    this.#timer = window.setTimeout(() => void this.#render(), pause);
  }

  /** One request at a time; what was typed meanwhile is in the next. */
  async #render(): Promise<void> {
    if (this.#isRendering || !this.#mustRender || this.#isClosed) return;
    this.#isRendering = true;
    this.#mustRender = false;
    this.#drawData();
    await this.#attempt(async () => {
      const text = this.#text.text;
      const { findings, page } = await this.#options.store.render(this.#options.file, text);
      if (this.#isClosed) return;
      this.#page.show(page);
      // Places of a text that has changed since would be wrong.
      if (text === this.#text.text) this.#showFindings(findings);
    });
    this.#isRendering = false;
    if (this.#mustRender) this.#schedule();
  }

  #showFindings(findings: readonly Finding[]): void {
    const isOwn = ({ file }: Finding): boolean => file.endsWith(this.#options.file);
    this.#check.show(findings, isOwn);
    this.#text.mark(findings.filter(isOwn), (one) => this.#fix(one));
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    this.#selectTab(
      'check',
      findings.length === 0
        ? words('Check')
        : `${words('Check')} (${findings.length}${errors > 0 ? '!' : ''})`,
    );
    this.element.dataset.findings = String(findings.length);
  }

  #drawData(): void {
    const data = readFrontMatter(this.#text.text);
    this.#form.show(data);
    this.#photos.show(this.#photoList, this.#text.text, data ?? {});
    if (data === undefined) this.#text.showFrontMatter();
  }

  #goTo({ line, column }: Finding): void {
    document.querySelector<HTMLElement>('[data-tab="text"]')?.click();
    this.#text.goTo(line, column);
  }

  #fix({ fix = [] }: Finding): void {
    const lines = this.#text.text.split('\n');
    const starts = [0];
    for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
    const edits = fix
      .map(({ line, column, endColumn, text }) => {
        const start = starts[line - 1] ?? 0;
        return { from: start + column - 1, to: start + endColumn - 1, insert: text };
      })
      .sort((a, b) => b.from - a.from);
    this.#text.apply(edits);
  }

  async #addPhotos(files: readonly File[], isIntoText: boolean): Promise<void> {
    const pictures: StoryPhoto[] = [];
    for (const [index, file] of files.entries()) {
      this.#say(`${words('Adding photos')}: ${index + 1} / ${files.length}`);
      await this.#attempt(async () => {
        const { photo, message } = await this.#options.store.addPhoto(this.#options.file, file);
        if (message !== undefined) this.#photos.say(message);
        if (photo === undefined) return;
        pictures.push(photo);
        this.#photoList = [...this.#photoList.filter(({ name }) => name !== photo.name), photo];
      });
    }
    if (isIntoText && pictures.length > 0) {
      const lines = pictures.map(({ name, alt = '', caption = '', credit = '' }) =>
        photoMarkdown(name, { alt, caption, credit }),
      );
      this.#text.insertBlock(lines.join('\n'));
    }
    this.#say();
    this.#drawData();
    this.#schedule();
  }

  async #paste(html: string): Promise<void> {
    await this.#attempt(async () => {
      const { markdown, left } = await this.#options.store.paste(html);
      if (markdown.includes('\n')) this.#text.insertBlock(markdown);
      else this.#text.insertInline(markdown);
      this.#say(left.length === 0 ? undefined : left.join(' '));
    });
  }

  async save(): Promise<void> {
    if (this.#isSaving) return;
    this.#isSaving = true;
    this.#say(words('Saving…'));
    await this.#attempt(() => this.#write(this.#version));
    this.#isSaving = false;
  }

  /** @param version that may be replaced */
  async #write(version: string | undefined): Promise<void> {
    const { store, file } = this.#options;
    const raw = this.#text.raw;
    const answer = await store.save(file, raw, version);
    switch (answer.kind) {
      case 'saved':
        this.#version = answer.version;
        this.#savedRaw = raw;
        if (this.#text.raw === raw) forgetUnsent(file);
        this.#say();
        return;
      case 'refused':
        this.#say(answer.message);
        return;
      case 'conflict':
        this.#showConflict(answer.stored);
    }
  }

  #showConflict(stored: { readonly raw: string; readonly version: string } | undefined): void {
    if (stored?.raw === this.#text.raw) {
      this.#version = stored.version;
      this.#savedRaw = stored.raw;
      forgetUnsent(this.#options.file);
      this.#say();
      return;
    }
    conflictView({
      mine: this.#text.raw,
      theirs: stored?.raw,
      keepMine: () => void this.#attempt(() => this.#write(stored?.version)),
      takeTheirs: () => {
        this.#version = stored?.version;
        this.#savedRaw = stored?.raw ?? '';
        this.#text.replaceWith(this.#savedRaw);
        forgetUnsent(this.#options.file);
        this.#drawData();
        this.#say();
      },
    });
    this.#say(words('Not saved: the file has changed on the disk.'));
  }

  #offerUnsent(): void {
    const { file } = this.#options;
    const unsent = unsentOf(file);
    if (unsent === undefined) return;
    if (unsent.raw === this.#savedRaw) {
      forgetUnsent(file);
      return;
    }
    const restore = element('button', { type: 'button' }, words('Bring it back'));
    const discard = element('button', { type: 'button' }, words('Discard it'));
    const when = new Date(unsent.atMs).toLocaleString();
    const bar = element(
      'p',
      { class: 'unsent', role: 'alert' },
      `${words('What was written here was not saved')} (${when}). `,
      restore,
      discard,
    );
    restore.addEventListener('click', () => {
      // The version that it was written on: when the file has changed since, saving shows both.
      this.#version = unsent.version;
      this.#text.replaceWith(unsent.raw);
      this.#drawData();
      bar.remove();
    });
    discard.addEventListener('click', () => {
      forgetUnsent(file);
      bar.remove();
    });
    this.element.prepend(bar);
  }

  /** Says a failure to the editor; a lost connection is tried again. */
  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      if (this.#retry !== undefined) this.#say();
      window.clearTimeout(this.#retry);
      this.#retry = undefined;
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      this.#say(
        error.isOffline
          ? words(
              'Not connected: the preview does not answer. You can go on writing; your text is kept in this browser.',
            )
          : error.message,
      );
      window.clearTimeout(this.#retry);
      if (error.isOffline && !this.#isClosed)
        this.#retry = window.setTimeout(() => this.#schedule(), retryMs);
    }
  }

  #say(message?: string): void {
    const state = words(this.#text.raw === this.#savedRaw ? 'Saved' : 'Not saved yet; kept in this browser');
    this.#status.textContent = message ?? state;
  }

  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    if (this.#text.raw !== this.#savedRaw) event.preventDefault();
  };

  close(): void {
    this.#isClosed = true;
    window.clearTimeout(this.#timer);
    window.clearTimeout(this.#retry);
    window.removeEventListener('beforeunload', this.#onLeave);
    window.removeEventListener('pagehide', this.#keep);
    if (this.#text.raw !== this.#savedRaw) this.#keep();
    window.clearTimeout(this.#keepTimer);
    this.#text.close();
  }
}
