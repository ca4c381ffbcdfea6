/** What captions of photos, films and sounds say alike: the words, whose work it is, and whether a machine made it. */

import { textOfHtml } from '../../src/text/html.ts';
import { directionWithin } from '../../src/text/text-direction.ts';
import type { RenderContext } from '../page-template.ts';
import { SafeHtml } from './safe-html.tsx';
import { Said } from './said.tsx';

interface CaptionPartsProps {
  readonly caption: string | undefined;
  readonly credit: string | undefined;
  /** A word of the interface, and the text that it gives. */
  readonly mark: { readonly word: string; readonly text: string } | undefined;
  readonly context: RenderContext;
}

export function CaptionParts({ caption, credit, mark, context: { edition } }: CaptionPartsProps) {
  return (
    <>
      {caption !== undefined && (
        <SafeHtml
          tag="span"
          className="caption-text"
          html={caption}
          {...directionWithin(textOfHtml(caption), edition.direction)}
        />
      )}
      {caption !== undefined && credit !== undefined && ' '}
      {credit !== undefined && (
        <span class="caption-credit">
          <Said word="photoCredit" edition={edition}>
            {edition.messages.photoCredit(credit)}
          </Said>
        </span>
      )}
      {mark !== undefined && (
        <>
          {' '}
          <span class="caption-source">
            <Said word={mark.word} edition={edition}>
              {mark.text}
            </Said>
          </span>
        </>
      )}
    </>
  );
}
