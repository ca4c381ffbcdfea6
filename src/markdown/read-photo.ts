/** One image of the Markdown as a figure, with its three texts: description, caption, credit. */

import type Token from 'markdown-it/lib/token.mjs';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean, meantWords } from '../diagnostics/did-you-mean.ts';
import { defined } from '../text/defined.ts';
import type { FigureBlock } from './block.ts';
import { figureSizes, readFigureSize } from './figure-size.ts';
import { type BraceWords, type ImageContext, readImageTexts } from './image-texts.ts';
import { judgeLink, judgePhoto, type PhotoFile } from './link-target.ts';
import { readLocation } from './read-location.ts';

const videos = /\.(?:mp4|webm|mov|m4v)$/iu;
const sounds = /\.(?:mp3|m4a|ogg|oga|opus|wav|flac)$/iu;

const photoBraces: BraceWords = {
  kind: 'a photo',
  names: ['credit', 'source', 'size', 'decorative', 'place', 'geo'],
  hint: 'Braces may hold {credit="LI Hua"}, with the name in quotes, {source=ai}, {size=half} and {decorative}; of a map {place="Main Building" geo="39.9905,116.3526"}.',
};
const recordingBraces: BraceWords = {
  kind: 'a recording',
  names: ['credit', 'source', 'size', 'decorative', 'transcript'],
  hint: 'Braces may hold {credit="LI Hua"}, with the name in quotes, {source=ai}, and {transcript=talk.vtt}, the file with what is said.',
};
const transcripts = /\.(?:vtt|srt|txt|md)$/iu;

export function readPhoto(
  image: Token,
  context: ImageContext,
): { readonly figure: FigureBlock | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const { folder, file: displayPath, place } = context;
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Pick<Diagnostic, 'code' | 'severity' | 'message' | 'hint'>) =>
    diagnostics.push({ ...diagnostic, file: displayPath, ...place });
  const judged = judgePhoto(String(image.attrGet('src') ?? ''), folder);
  if (!judged.ok) {
    report({ code: judged.code, severity: 'error', message: judged.message, hint: judged.hint });
    return { figure: undefined, diagnostics };
  }
  const { file } = judged;
  const media = videos.test(file) ? 'video' : sounds.test(file) ? 'audio' : 'photo';
  const braces = media === 'photo' ? photoBraces : recordingBraces;
  const { alt, caption, attributes, diagnostics: found } = readImageTexts(image, context, braces);
  const size = attributes?.size === undefined ? undefined : readFigureSize(attributes.size);
  if (attributes?.size !== undefined && size === undefined) {
    const guess = didYouMean(attributes.size, figureSizes);
    report({
      code: 'unknown-attribute',
      severity: 'error',
      message: `"${attributes.size}" is no size of a photo.${meantWords(guess)}`,
      hint: `Write one of: ${figureSizes.map((name) => `{size=${name}}`).join(', ')}; without any, its shape decides.`,
    });
  }
  const located = readLocation(attributes?.place, attributes?.geo);
  if (!located.ok && media === 'photo')
    report({ code: 'wrong-value', severity: 'error', message: located.message, hint: located.hint });
  const transcript =
    media === 'photo' || attributes?.transcript === undefined
      ? undefined
      : transcriptFile(attributes.transcript, folder);
  if (transcript !== undefined && !transcript.ok)
    report({ code: transcript.code, severity: 'error', message: transcript.message, hint: transcript.hint });
  const figure: FigureBlock = {
    kind: 'figure',
    media,
    file,
    alt,
    decorative: attributes?.isDecorative ?? false,
    ...caption,
    ...defined({
      credit: attributes?.credit,
      source: attributes?.source,
      size,
      location: located.ok && media === 'photo' ? located.location : undefined,
      transcript: transcript?.ok === true ? transcript.file : undefined,
    }),
    place,
  };
  return { figure, diagnostics: [...found, ...diagnostics] };
}

function transcriptFile(typed: string, folder: string): PhotoFile {
  const hint = 'Write the file beside the story: {transcript=talk.vtt}; also .srt, .txt and .md.';
  if (!transcripts.test(typed))
    return {
      ok: false,
      code: 'unknown-attribute',
      message: `"${typed}" is no file that a transcript can be read from.`,
      hint,
    };
  const judged = judgeLink(typed.replace(/\.md$/iu, '.txt'), folder);
  const isBeside = judged.kind === 'target' && judged.target.kind === 'attachment';
  if (!isBeside)
    return {
      ok: false,
      code: judged.kind === 'refused' ? judged.code : 'missing-file',
      message: judged.kind === 'refused' ? judged.message : 'The transcript lies on another site.',
      hint,
    };
  const { file } = judged.target;
  return { ok: true, file: /\.md$/iu.test(typed) ? file.replace(/\.txt$/iu, '.md') : file };
}
