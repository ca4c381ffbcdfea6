/** Finds pictures that a machine made or changed, by their file or name, whose captions do not say so. */

import { saidSource } from '../content/said-source.ts';
import { machineShare } from '../photos/provenance/source-type.ts';
import { nameOf, resolveFigure } from './resolved-figure.ts';
import type { DocumentRule } from './rule.ts';

/** Names that picture generators give to their files. */
const MACHINE_NAME =
  /(?:^|[^a-z])(?:midjourney|dall-?e|stable-?diffusion|sdxl|firefly|chatgpt|gpt-image|gemini_generated|imagen|ideogram|ai[-_ ]generated|generated[-_ ]by[-_ ]ai)(?:[^a-z]|$)/iu;

/** Words with which captions of the languages here say it. */
const TOLD =
  /(?:^|[^\p{L}])(?:AI|A\.I\.|KI|IA|ИИ|ШІ)(?:$|[^\p{L}])|artificial intelligence|künstliche|intelligence artificielle|inteligencia artificial|intelligenza artificiale|inteligência artificial|yapay zek|искусственн|штучн|人工智能|人工知能|AI|인공지능|ذكاء|هوش مصنوعی|בינה מלאכותית/u;

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'unmarked-ai': true;
  }
}

export const unmarkedAi: DocumentRule = {
  code: 'unmarked-ai',
  level: 'warning',
  readsFrontMatter: true,
  explanation: 'A machine made or changed a picture, and its caption does not say so.',
  check: (document, context) =>
    document.figures.flatMap((figure) => {
      const photo = context.photos.get(figure.file);
      if (photo === undefined) return [];
      const name = nameOf(figure.file);
      const isMarked = machineShare(photo.metadata.sourceType) !== 'none';
      if (!isMarked && (saidSource(figure, document.article) !== undefined || !MACHINE_NAME.test(name)))
        return [];
      const { caption, credit } = resolveFigure(figure, document, context);
      if (TOLD.test(`${caption} ${credit}`)) return [];
      return [
        {
          file: document.displayPath,
          ...figure.place,
          message: isMarked
            ? `The file "${name}" says that a machine made or changed it; its caption does not.`
            : `"${name}" is named like a picture that a machine has made; nothing tells readers so.`,
          hint: isMarked
            ? 'Say in the caption what was made or changed, and with what.'
            : `Say it in the caption, or in the front matter: photos: {${name}: {source: ai}}. If a camera made it: source: camera.`,
        },
      ];
    }),
};
