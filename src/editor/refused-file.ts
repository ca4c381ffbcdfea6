/** What an editor is told who adds a file that is no photo: what it is, and how its content comes into the story. Pure. */

import { startOf } from '../diagnostics/diagnostic.ts';
import { photoDiagnostic } from '../photos/photo-fault.ts';
import type { OtherFormat } from '../photos/recognize-format.ts';

const beside = 'Put it into the folder of the story by hand, and write';
const alone = 'on a line of its own';

/** By ending, which tells more than the first bytes of an archive. */
const advice: readonly (readonly [endings: RegExp, what: string, hint: string])[] = [
  [
    /\.docx$/iu,
    'is a Word file, not a photo',
    'Copy its text in Word and paste it here; its pictures come as files of their own.',
  ],
  [
    /\.(?:docm?|dotx?|odt|rtf|wps|pages)$/iu,
    'is a document, not a photo',
    'Copy its text in the program that made it and paste it here; its pictures come as files of their own.',
  ],
  [
    /\.(?:xlsx?|xlsm|ods|numbers)$/iu,
    'is a spreadsheet, not a photo',
    'Copy its cells and paste them here as a table, or save them as CSV for a chart.',
  ],
  [
    /\.(?:csv|tsv)$/iu,
    'is a table of figures, not a photo',
    `For a chart: ${beside} ![What it shows](figures.csv) ${alone}.`,
  ],
  [/\.pdf$/iu, 'is a PDF, not a photo', `${beside} a link: [The programme](programme.pdf)`],
  [
    /\.(?:mp4|webm)$/iu,
    'is a film, not a photo',
    `${beside} ![What is to be seen](film.mp4 "Caption") ${alone}.`,
  ],
  [
    /\.(?:mp3|m4a)$/iu,
    'is a recording, not a photo',
    `${beside} ![What is heard](talk.mp3 "Caption") ${alone}.`,
  ],
  [/\.(?:mov|avi|mkv|wmv|mpe?g|3gp)$/iu, 'is a film that browsers do not play', 'Export it as MP4 first.'],
  [/\.(?:wav|aiff?|ogg|flac|wma)$/iu, 'is a recording that pages do not play', 'Export it as MP3 first.'],
  [/\.(?:html?|mht|mhtml)$/iu, 'is a web page, not a photo', 'Copy its text in a browser and paste it here.'],
  [/\.(?:txt|md|markdown)$/iu, 'is a text, not a photo', 'Copy its text and paste it here.'],
];

/** @param name as the editor knows it @param format by its bytes */
export function refusedFile(name: string, format: OtherFormat): string {
  const fit = isToldByEnding(format) ? advice.find(([endings]) => endings.test(name)) : undefined;
  if (fit !== undefined) return `"${name}" ${fit[1]}. ${fit[2]}`;
  const { message, hint } = photoDiagnostic({ kind: 'format', format }, name, startOf(name));
  return [message, hint].filter((one) => one !== undefined).join(' ');
}

/** An empty file, one that was not fetched, and a picture of another kind are what their bytes say. */
function isToldByEnding(format: OtherFormat): boolean {
  return ['pdf', 'video', 'zip', 'text', 'html', 'unknown'].includes(format);
}
