/** Shows the text as what it is: the front matter folded away, photos as thumbnails, boxes as boxes. */

import { type Extension, RangeSetBuilder, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view';
import { frontMatterBlock } from '../../../src/editor/front-matter-edit.ts';
import { element } from '../preview-toolbar/element.ts';
import { showThumbnail } from './thumbnail.ts';

export const setFolded = StateEffect.define<boolean>();

interface Fold {
  readonly isFolded: boolean;
  /** End of the front matter. */
  readonly end: number;
  readonly decorations: DecorationSet;
}

/** Where the body begins; 0 where there is no front matter. */
export function bodyStart(text: string): number {
  const block = frontMatterBlock(text);
  if (block === undefined) return 0;
  const end = block.start + block.yaml.length;
  const fence = text.indexOf('\n', end);
  return fence < 0 ? text.length : fence;
}

class FoldWidget extends WidgetType {
  readonly #label: string;

  constructor(label: string) {
    super();
    this.#label = label;
  }

  toDOM(view: EditorView): HTMLElement {
    const button = element('button', { type: 'button', class: 'fold' }, this.#label);
    button.addEventListener('click', () => view.dispatch({ effects: setFolded.of(false) }));
    return element('div', {}, button);
  }

  override eq(): boolean {
    return true;
  }
}

export function foldedFrontMatter(label: string): Extension {
  const decorationsOf = (end: number): DecorationSet => {
    if (end === 0) return Decoration.none;
    return Decoration.set(Decoration.replace({ widget: new FoldWidget(label), block: true }).range(0, end));
  };
  const field = StateField.define<Fold>({
    create: (state) => {
      const end = bodyStart(state.doc.toString());
      return { isFolded: true, end, decorations: decorationsOf(end) };
    },
    update: (fold, transaction) => {
      const asked = transaction.effects.find((one) => one.is(setFolded));
      const isFolded = asked === undefined ? fold.isFolded : asked.value === true;
      if (isFolded === fold.isFolded && !transaction.docChanged) return fold;
      // What is typed in the body leaves the front matter where it was.
      const isBody = fold.end > 0 && transaction.changes.touchesRange(0, fold.end) === false;
      const end = isBody ? fold.end : bodyStart(transaction.state.doc.toString());
      if (isFolded === fold.isFolded && end === fold.end) return fold;
      return { isFolded, end, decorations: isFolded ? decorationsOf(end) : Decoration.none };
    },
    provide: (one) => [
      EditorView.decorations.from(one, ({ decorations }) => decorations),
      EditorView.atomicRanges.of((view) => view.state.field(one).decorations),
    ],
  });
  return field;
}

const photoLine = /^!\[[^\]]*\]\((?:<([^>]+)>|([^\s)"']+))/u;
const boxLine = /^:::/u;
/** Letters of scripts that are written from the right. */
const fromRight = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const lineByFirstLetter = Decoration.line({ attributes: { dir: 'auto' } });

class PhotoWidget extends WidgetType {
  readonly #name: string;
  readonly #thumbnailOf: (name: string) => Promise<string>;

  constructor(name: string, thumbnailOf: (name: string) => Promise<string>) {
    super();
    this.#name = name;
    this.#thumbnailOf = thumbnailOf;
  }

  toDOM(): HTMLElement {
    // What is to be seen stands in the text beside it.
    const image = element('img', { alt: '', class: 'thumbnail', loading: 'lazy' });
    image.addEventListener('error', () => image.remove());
    showThumbnail(image, this.#thumbnailOf(this.#name));
    return image;
  }

  override eq(other: PhotoWidget): boolean {
    return other.#name === this.#name;
  }
}

/** @param thumbnailOf the address of a photo's thumbnail, by the name in the text */
export function dialectDecorations(thumbnailOf: (name: string) => Promise<string>): Extension {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;

      constructor(view: EditorView) {
        this.decorations = this.#build(view);
      }

      update({ docChanged, viewportChanged, view }: ViewUpdate): void {
        if (docChanged || viewportChanged) this.decorations = this.#build(view);
      }

      #build(view: EditorView): DecorationSet {
        const builder = new RangeSetBuilder<Decoration>();
        for (const { from, to } of view.visibleRanges) {
          for (let at = from; at <= to; ) {
            const line = view.state.doc.lineAt(at);
            if (fromRight.test(line.text)) builder.add(line.from, line.from, lineByFirstLetter);
            if (boxLine.test(line.text))
              builder.add(line.from, line.from, Decoration.line({ class: 'box-line' }));
            const [, spaced, plain = ''] = photoLine.exec(line.text) ?? [];
            const name = spaced ?? plain;
            if (name !== '' && !/^[a-z]+:/iu.test(name))
              builder.add(
                line.to,
                line.to,
                Decoration.widget({ widget: new PhotoWidget(name, thumbnailOf), side: 1 }),
              );
            at = line.to + 1;
          }
        }
        return builder.finish();
      }
    },
    { decorations: ({ decorations }) => decorations },
  );
}
