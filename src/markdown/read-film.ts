/**
 * One image of the Markdown whose address is that of a hosted film. The text in its brackets is the film's title, which
 * readers hear and see; the picture until it plays is a photo beside the story, or a card with the title.
 */

import type Token from 'markdown-it/lib/token.mjs';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { defined } from '../text/defined.ts';
import type { FigureBlock, FilmBlock } from './block.ts';
import type { FilmReading } from './film-address.ts';
import { type BraceWords, type ImageContext, readImageTexts } from './image-texts.ts';
import { judgePhoto } from './link-target.ts';

const braces: BraceWords = {
  kind: 'a film',
  names: ['credit', 'source', 'poster', 'date'],
  hint: 'Braces may hold {poster=1.jpg}, a photo beside the story, {credit="LI Hua"}, {source=ai} and {date=2024-05-01}, the day on which the film appeared.',
};

export function readFilm(
  image: Token,
  reading: FilmReading,
  context: ImageContext,
): { readonly film: FilmBlock | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const { folder, file, place } = context;
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Pick<Diagnostic, 'code' | 'message' | 'hint'>) =>
    diagnostics.push({ ...diagnostic, severity: 'error', file, ...place });
  if (!reading.ok) {
    report({ code: 'film-address', message: reading.message, hint: reading.hint });
    return { film: undefined, diagnostics };
  }
  const { alt: title, caption, attributes, diagnostics: found } = readImageTexts(image, context, braces);
  const { film } = reading;
  if (title === '') {
    report({
      code: 'film-title',
      message: 'The film has no title: readers would not know what they play.',
      hint: `Write its title between the brackets: ![Title of the film](${film.page})`,
    });
  }
  const credited = { ...caption, ...defined({ credit: attributes?.credit, source: attributes?.source }) };
  let poster: FigureBlock | undefined;
  if (attributes?.poster !== undefined) {
    const judged = judgePhoto(attributes.poster, folder);
    if (judged.ok)
      poster = {
        kind: 'figure',
        media: 'photo',
        file: judged.file,
        alt: title,
        decorative: false,
        ...credited,
        place,
      };
    else
      report({
        code: judged.code,
        message: judged.message,
        hint: 'Write the file beside the story: {poster=1.jpg}',
      });
  }
  const date = attributes?.date;
  if (date !== undefined && !isDay(date)) {
    report({
      code: 'invalid-date',
      message: `"${date}" is no day on which the film can have appeared.`,
      hint: 'Write year, month and day: {date=2024-05-01}',
    });
  }
  return {
    film: {
      kind: 'film',
      film,
      title,
      ...credited,
      ...defined({ poster, date: date !== undefined && isDay(date) ? date : undefined }),
      place,
    },
    diagnostics: [...found, ...diagnostics],
  };
}

function isDay(date: string): boolean {
  const timeMs = Date.parse(`${date}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/u.test(date) && new Date(timeMs).toISOString().startsWith(date);
}
