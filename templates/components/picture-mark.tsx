/** On a picture without a caption: that a machine made or changed it. */

import { machineMark, markWord } from '../../src/site/machine-mark.ts';
import type { Picture } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { Said } from './said.tsx';

interface PictureMarkProps {
  readonly picture: Picture;
  readonly context: RenderContext;
}

export function PictureMark({ picture: { sourceType }, context: { edition } }: PictureMarkProps) {
  const word = markWord(sourceType);
  const mark = machineMark(sourceType, edition.messages);
  if (word === undefined || mark === undefined) return null;
  return (
    <span class="picture-mark">
      <Said word={word} edition={edition}>
        {mark}
      </Said>
    </span>
  );
}
