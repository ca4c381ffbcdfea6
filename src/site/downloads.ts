/**
 * Which files a story may offer for download. An allow-list: a page, a drawing or a program that lies on the site's own
 * host would run in readers' browsers with the rights of the site. Pure.
 */

import path from 'node:path/posix';
import type { LinkExplanation } from './explain-link.ts';

const endings: ReadonlySet<string> = new Set(
  (
    'pdf doc docx xls xlsx ppt pptx odt ods odp rtf txt csv tsv json geojson epub ics vcf bib ris ' +
    'zip gz tgz 7z jpg jpeg png gif webp avif tif tiff heic heif psd ai eps dng cr2 cr3 nef arw ' +
    'mp3 m4a ogg oga opus wav flac mp4 m4v webm ogv mov srt vtt'
  ).split(' '),
);

/** @param file with its ending; what its bytes say does not matter, because browsers go by the name */
export function isDownload(file: string): boolean {
  return endings.has(endingOf(file));
}

/** What a file is called where it is offered: a phone's photo becomes a JPEG, and says so. */
export function downloadEnding(file: string): string {
  const { ext } = path.parse(file);
  return /^\.hei[cf]$/iu.test(ext) ? `${ext}.jpg` : ext;
}

export function refuseDownload(file: string): LinkExplanation {
  return {
    message: `Files that end with .${endingOf(file)} are not offered to readers: a browser could run what stands in them.`,
    hint: 'Offer the file as a PDF, or pack it into a ZIP.',
  };
}

function endingOf(file: string): string {
  return path.extname(file).slice(1).toLowerCase();
}
