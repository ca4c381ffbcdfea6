/**
 * What can be wrong with a photo, apart from any place in an article, and how it is put to an editor.
 */

import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import { meantWords } from '../diagnostics/did-you-mean.ts';
import { lfsAdvice } from '../text/lfs-pointer.ts';
import type { OtherFormat } from './recognize-format.ts';
import { MAX_FILE_BYTES, MAX_PIXELS } from './sharp.ts';

export type PhotoFault =
  | { readonly kind: 'not-found'; readonly suggestion?: string }
  | { readonly kind: 'outside-content' }
  | { readonly kind: 'not-a-file'; readonly what: string }
  | { readonly kind: 'no-permission' }
  | { readonly kind: 'too-many-bytes'; readonly bytes: number }
  | {
      readonly kind: 'too-many-pixels';
      readonly widthPx: number;
      readonly heightPx: number;
      /** The limit, where a format has one of its own. */
      readonly most?: number;
      /** Which format that is: `an AVIF`. */
      readonly variant?: string;
    }
  | { readonly kind: 'damaged'; readonly reason: string }
  /** Of a format that is read, in a variant that is not. */
  | { readonly kind: 'variant'; readonly variant: string }
  | { readonly kind: 'changed' }
  | { readonly kind: 'format'; readonly format: OtherFormat }
  /** Offered for download, or a film or a sound, and without a byte. */
  | { readonly kind: 'empty-download' }
  /** Offered for download, and what it tells of its owner cannot be taken out of it. */
  | { readonly kind: 'private-download'; readonly format: 'camera-raw' };

type Words = Pick<Diagnostic, 'code' | 'message' | 'hint'>;

/** `file` is relative to `content/`, as editors know it. */
export function photoDiagnostic(fault: PhotoFault, file: string, place: Place): Diagnostic {
  const said = faultWords(fault, file);
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const isElsewhere = fault.kind === 'not-found' && fault.suggestion === undefined;
  if (!isElsewhere || place.file.includes(`/${folder}`)) return { severity: 'error', ...place, ...said };
  const name = file.slice(folder.length);
  const hint = `Copy ${name} into the folder of the story and write only its file name: ![…](${name})`;
  return { severity: 'error', ...place, ...said, hint };
}

function faultWords(fault: PhotoFault, file: string): Words {
  const photo = `"${file}"`;
  switch (fault.kind) {
    case 'not-found':
      return notFoundWords(photo, fault.suggestion);
    case 'outside-content':
      return words(
        'unsafe-path',
        `${photo} leads out of the content folder.`,
        'Copy the photo itself beside the article.',
      );
    case 'not-a-file':
      return words(
        'photo-unreadable',
        `${photo} is ${fault.what}, not a file.`,
        'Put the photo itself in its place.',
      );
    case 'no-permission':
      return words(
        'photo-unreadable',
        `${photo} may not be read.`,
        'Give the user who builds the site permission to read it.',
      );
    case 'too-many-bytes':
      return words(
        'photo-too-large',
        `${photo} has ${Math.ceil(fault.bytes / 1e6)} MB; the most is ${Math.floor(MAX_FILE_BYTES / 1e6)} MB.`,
        'Save it as a JPEG.',
      );
    case 'too-many-pixels':
      return words(
        'photo-too-large',
        `${photo} has ${fault.widthPx} x ${fault.heightPx} pixels, ${megapixels(fault.widthPx * fault.heightPx)}; ` +
          `the most ${fault.variant === undefined ? '' : `for ${fault.variant} `}is ${megapixels(fault.most ?? MAX_PIXELS)}.`,
        fault.variant === undefined
          ? 'Scale it down in a photo program. Readers are sent at most a few thousand pixels across.'
          : `Save it as an ordinary (baseline) JPEG, of which ${megapixels(MAX_PIXELS)} can be read, or scale it down.`,
      );
    case 'damaged':
      return words(
        'photo-unreadable',
        `${photo} is damaged: ${fault.reason}.`,
        'Copy it from the camera or the photographer once more.',
      );
    case 'variant':
      return words(
        'photo-format',
        `${photo} is ${fault.variant}, which cannot be read here.`,
        EXPORT_AS_JPEG,
      );
    case 'changed':
      return words(
        'photo-unreadable',
        `${photo} changed while the site was being built.`,
        'Build once more.',
      );
    case 'format':
      return formatWords(photo, fault.format);
    case 'empty-download':
      return words(
        'missing-file',
        `${photo} is empty (0 bytes), so readers would get nothing.`,
        'Copy the file here once more, from where it is whole.',
      );
    case 'private-download':
      return words(
        'photo-format',
        `${photo} cannot be offered for download: it may tell where it was taken and by which camera.`,
        `Offer a JPEG instead, from which that is taken out. ${EXPORT_AS_JPEG}`,
      );
  }
}

function notFoundWords(photo: string, suggestion: string | undefined): Words {
  const message = `There is no photo ${photo}.`;
  return suggestion === undefined
    ? words('photo-not-found', message, 'Put the photo beside the article, or correct its name here.')
    : words('photo-not-found', `${message}${meantWords(suggestion)}`, `Write "${suggestion}".`);
}

const EXPORT_AS_JPEG = 'Open it in the program that made it and export it as JPEG.';

const FORMATS: Readonly<Record<OtherFormat, readonly [what: string, hint: string]>> = {
  empty: ['is empty (0 bytes)', 'Copy it from the camera or the photographer once more.'],
  svg: ['is an SVG drawing, not a photo', 'Export the drawing as PNG, 2000 pixels wide or more.'],
  html: ['is a web page, not a photo', 'Save the picture itself, not the page that shows it.'],
  pdf: ['is a PDF, not a photo', 'Export the page as JPEG or PNG, or link to the PDF instead.'],
  jxl: ['is a JPEG XL file, which most browsers cannot show', EXPORT_AS_JPEG],
  'jpeg-2000': ['is a JPEG 2000 file, which most browsers cannot show', EXPORT_AS_JPEG],
  photoshop: ['is a Photoshop document', 'In Photoshop: File > Export > Export As, Format: JPG.'],
  bmp: ['is a BMP file', EXPORT_AS_JPEG],
  'camera-raw': ['is a camera raw file, which is not developed yet', EXPORT_AS_JPEG],
  video: ['is a video, not a photo', 'Name the file .mp4 or .webm, so that it is shown as a video.'],
  zip: ['is a ZIP archive or an office document, not a photo', 'Unpack it and use the photo inside.'],
  'lfs-pointer': ['is only a Git LFS pointer: the file itself was not fetched', lfsAdvice],
  'text-mode': [
    'is damaged: a program took it for text and changed its bytes',
    'Copy it once more, in a way that leaves bytes alone: FTP in binary mode, git with "*.jpg binary" in .gitattributes.',
  ],
  text: ['is a text file, not a photo', 'Put the photo itself in its place.'],
  unknown: ['is not in a photo format that is known here', 'Export it as JPEG or PNG.'],
};

function formatWords(photo: string, format: OtherFormat): Words {
  const [what, hint] = FORMATS[format];
  const code =
    format === 'empty' ||
    format === 'text' ||
    format === 'text-mode' ||
    format === 'unknown' ||
    format === 'lfs-pointer'
      ? 'photo-unreadable'
      : 'photo-format';
  return words(code, `${photo} ${what}.`, hint);
}

function words(code: DiagnosticCode, message: string, hint: string): Words {
  return { code, message, hint };
}

function megapixels(pixels: number): string {
  return `${Math.round(pixels / 1e6)} megapixels`;
}
