/**
 * Finds by what picture generators note of themselves in a file that a machine made the picture, where nothing says it in
 * a term of the IPTC: names of programs in EXIF and XMP, and settings in the texts of a PNG. Pure.
 */

import type { SourceType } from './source-type.ts';

/** A text of a PNG. */
export interface PictureComment {
  readonly keyword: string;
  readonly text: string;
}

interface Notes {
  /** What the file was written with. */
  readonly programs: readonly string[];
  readonly comments: readonly PictureComment[];
  /** EXIF as the file holds it: some keep their settings in its comment. */
  readonly exif?: Buffer;
}

/** Programs that do nothing else; names that are words of a language are none. */
const GENERATOR =
  /(?:^|[^a-z])(?:midjourney|dall[-. ·]?e|stable[ _-]?diffusion|sdxl|comfyui|automatic1111|novelai|invokeai|adobe firefly|ideogram|leonardo\.ai|bing image creator)(?:[^a-z]|$)/iu;

/** Settings as generators write them: `Steps: 20, Sampler: Euler a, CFG scale: 7`. */
const SETTINGS = /\bSteps: \d+,.{0,40}\bSampler: /su;

/** Keywords under which one program keeps its settings, and no other anything. */
const OWN_KEYWORDS: ReadonlySet<string> = new Set(['invokeai_metadata', 'sd-metadata', 'Dream']);

export function sourceOfNotes({ programs, comments, exif }: Notes): SourceType | undefined {
  const isGenerated =
    programs.some((program) => GENERATOR.test(program)) ||
    comments.some(isOfGenerator) ||
    (exif !== undefined && SAMPLERS.some((sampler) => exif.includes(sampler)));
  return isGenerated ? 'trainedAlgorithmicMedia' : undefined;
}

function isOfGenerator({ keyword, text }: PictureComment): boolean {
  switch (keyword) {
    case 'parameters':
      return SETTINGS.test(text);
    case 'prompt':
    case 'workflow':
      return text.includes('"class_type"') || text.includes('"KSampler');
    case 'Software':
    case 'Source':
    case 'Description':
      return GENERATOR.test(text);
    default:
      return OWN_KEYWORDS.has(keyword);
  }
}

/** EXIF's comment is of one byte or two for each letter. */
const SAMPLERS: readonly Buffer[] = [
  Buffer.from(', Sampler: ', 'latin1'),
  Buffer.from(', Sampler: ', 'utf16le'),
  Buffer.from(', Sampler: ', 'utf16le').swap16(),
];
