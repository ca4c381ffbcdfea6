/** The text of a story: CodeMirror over the whole file, whose bytes are kept beside it and edited by the same changes. */

import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { type Diagnostic as LintMark, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { openSearchPanel, search, searchKeymap } from '@codemirror/search';
import { EditorSelection, EditorState, type Text, Transaction } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import type { Finding } from '../../../src/editor/store-messages.ts';
import { applyToRaw, plainTextOf, type TextEdit } from '../../../src/editor/story-text.ts';
import { element } from '../preview-toolbar/element.ts';
import { dialectLanguage } from './dialect-language.ts';
import { droppedFiles } from './dropped-files.ts';
import type { NamedFile } from './preview-tools.ts';
import { bodyStart, dialectDecorations, foldedFrontMatter, setFolded } from './text-decorations.ts';
import { textTheme } from './text-theme.ts';
import { words } from './words.ts';

export interface TextViewOptions {
  readonly thumbnailOf: (name: string) => Promise<string>;
  readonly onChange: () => void;
  /** Called with what was pasted, and with the same without formats. */
  readonly onPaste: (html: string, plain: string) => void;
  readonly onFiles: (files: readonly NamedFile[]) => void;
  /** Called with the line that the cursor has come to. */
  readonly onLine: (line: string) => void;
}

export class TextView {
  readonly element = element('div', { class: 'text' });
  readonly #view: EditorView;
  readonly #options: TextViewOptions;
  #raw: string;

  constructor(raw: string, options: TextViewOptions) {
    this.#raw = raw;
    this.#options = options;
    // Styles of the text are adopted by its own root: the page's policy allows no style elements.
    const root = this.element.attachShadow({ mode: 'open' });
    const text = plainTextOf(raw);
    this.#view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: text,
        selection: { anchor: bodyStart(text) },
        extensions: this.#extensions(),
      }),
    });
  }

  #extensions() {
    const { thumbnailOf, onChange, onPaste, onFiles, onLine } = this.#options;
    return [
      history(),
      EditorView.lineWrapping,
      EditorView.perLineTextDirection.of(true),
      dialectLanguage,
      search({ top: true }),
      lintGutter(),
      foldedFrontMatter(words('Front matter: edited under Details. Show it here.')),
      dialectDecorations(thumbnailOf),
      textTheme,
      EditorView.contentAttributes.of({ 'aria-label': words('Text of the story'), spellcheck: 'true' }),
      keymap.of([
        { key: 'Mod-b', run: does(() => this.wrap('**', '**')) },
        { key: 'Mod-i', run: does(() => this.wrap('*', '*')) },
        { key: 'Mod-k', run: does(() => this.wrap('[', '](https://)')) },
        ...searchKeymap,
        ...lintKeymap,
        ...historyKeymap,
        ...defaultKeymap,
      ]),
      EditorView.domEventHandlers({
        paste: (event) => {
          const files = [...(event.clipboardData?.files ?? [])];
          const given = (type: string): string => event.clipboardData?.getData(type) ?? '';
          const plain = given('text/plain');
          // A picture that was copied from a page comes with the HTML that shows it there.
          const isPicture = files.length > 0 && plain.trim() === '';
          // Editors of code copy what is Markdown already, with its colours.
          const isSource = given('vscode-editor-data') !== '';
          if (given('text/html') !== '' && !isPicture && !isSource) {
            onPaste(given('text/html'), plain);
            return true;
          }
          if (files.length === 0) return false;
          onFiles(files.map((file) => ({ name: file.name, file })));
          return true;
        },
        drop: (event) => {
          if ((event.dataTransfer?.files.length ?? 0) === 0) return false;
          event.preventDefault();
          void droppedFiles(event.dataTransfer).then(onFiles);
          return true;
        },
      }),
      EditorView.updateListener.of((update) => {
        const { doc, selection } = update.state;
        const line = doc.lineAt(selection.main.head);
        const before = update.startState.doc.lineAt(update.startState.selection.main.head);
        if (line.number !== before.number) onLine(writtenAt(doc, line.number));
        if (!update.docChanged) return;
        const edits: TextEdit[] = [];
        update.changes.iterChanges((from, to, _fromNew, _toNew, inserted) => {
          edits.push({ from, to, insert: inserted.toString() });
        });
        this.#raw = applyToRaw(this.#raw, edits);
        onChange();
      }),
    ];
  }

  /** As its bytes have it. */
  get raw(): string {
    return this.#raw;
  }

  get text(): string {
    return this.#view.state.doc.toString();
  }

  get length(): number {
    return this.#view.state.doc.length;
  }

  /** Another text in its place, as one change that can be undone. */
  replaceWith(raw: string): void {
    const text = plainTextOf(raw);
    this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: text } });
    this.#raw = raw;
  }

  /** Edits that apply one after the other. */
  apply(edits: readonly TextEdit[]): void {
    for (const { from, to, insert } of edits)
      this.#view.dispatch({
        changes: { from, to, insert },
        annotations: Transaction.userEvent.of('input.form'),
      });
  }

  /** Puts a block between paragraphs where the cursor is. */
  insertBlock(block: string): void {
    const { state } = this.#view;
    const start = bodyStart(state.doc.toString());
    const line = state.doc.lineAt(Math.max(state.selection.main.head, start));
    const isEmpty = line.text.trim() === '';
    const at = Math.max(isEmpty ? line.from : line.to, start);
    const before = state.doc.sliceString(Math.max(0, at - 2), at);
    const after = state.doc.sliceString(at, at + 2);
    const lead = at === 0 || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
    const tail = after.startsWith('\n\n') || after === '' ? '' : after.startsWith('\n') ? '\n' : '\n\n';
    const insert = `${lead}${block}${tail === '' && after === '' ? '\n' : tail}`;
    this.#view.dispatch({
      changes: { from: at, insert },
      selection: { anchor: at + lead.length + block.length },
      scrollIntoView: true,
    });
  }

  insertInline(text: string): void {
    this.#view.dispatch(this.#view.state.replaceSelection(text));
    this.#view.focus();
  }

  wrap(before: string, after: string): void {
    const { state } = this.#view;
    this.#view.dispatch(
      state.changeByRange((range) => ({
        changes: [
          { from: range.from, insert: before },
          { from: range.to, insert: after },
        ],
        range: EditorSelection.range(range.from + before.length, range.to + before.length),
      })),
    );
    this.#view.focus();
  }

  prefixLines(prefix: string): void {
    const { state } = this.#view;
    const { from, to } = state.selection.main;
    const changes = [];
    for (let at = from; at <= to; ) {
      const line = state.doc.lineAt(at);
      changes.push({ from: line.from, insert: prefix });
      at = line.to + 1;
    }
    this.#view.dispatch({ changes });
    this.#view.focus();
  }

  showFrontMatter(): void {
    this.#view.dispatch({ effects: setFolded.of(false) });
  }

  find(): void {
    openSearchPanel(this.#view);
  }

  mark(findings: readonly Finding[], onFix: (finding: Finding) => void): void {
    const { doc } = this.#view.state;
    const marks = findings.flatMap((finding): LintMark[] => {
      if (finding.line < 1 || finding.line > doc.lines) return [];
      const line = doc.line(finding.line);
      const from = Math.min(line.from + finding.column - 1, line.to);
      const to = Math.max(from, Math.min(line.from + finding.endColumn - 1, line.to));
      return [
        {
          from,
          to,
          severity: finding.severity,
          message: finding.hint === undefined ? finding.message : `${finding.message} ${finding.hint}`,
          ...(finding.fix === undefined
            ? {}
            : { actions: [{ name: words('Fix'), apply: () => onFix(finding) }] }),
        },
      ];
    });
    this.#view.dispatch(setDiagnostics(this.#view.state, marks));
  }

  goTo(lineNumber: number, column: number): void {
    const { doc } = this.#view.state;
    const line = doc.line(Math.min(Math.max(lineNumber, 1), doc.lines));
    if (line.from < bodyStart(doc.toString())) this.showFrontMatter();
    const anchor = Math.min(line.from + column - 1, line.to);
    this.#view.dispatch({
      selection: { anchor },
      effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
    });
    this.#view.focus();
  }

  focus(): void {
    this.#view.focus();
  }

  close(): void {
    this.#view.destroy();
  }
}

/** The text of a line; of an empty one, that of the last line before it which is none. */
function writtenAt(doc: Text, lineNumber: number): string {
  for (let number = lineNumber; number > 0; number -= 1) {
    const { text } = doc.line(number);
    if (text.trim() !== '') return text;
  }
  return '';
}

/** A command that has always something to do. */
function does(act: () => void): () => boolean {
  return () => {
    act();
    return true;
  };
}
