/**
 * Reads what is said in recordings, from files beside the stories: Markdown, plain text, or captions with times. Says which
 * recordings and transcripts are not there.
 */

import path from 'node:path/posix';
import type { Body, Html } from '../markdown/block.ts';
import { parseBody } from '../markdown/parse-body.ts';
import { escapeHtml } from '../text/html.ts';
import type { DocumentReader } from './document-reader.ts';
import { knownIfSame, missingBeside } from './files-beside.ts';
import { readTimedText } from './timed-text.ts';

export interface Transcript {
  /** Safe to print once its links are resolved. */
  readonly html: Html;
  /** Without markup. */
  readonly text: string;
  /** Stands for the text of the file. */
  readonly hash: string;
}

/** By file relative to `content/`. */
export type Transcripts = ReadonlyMap<string, Transcript>;

export const noTranscripts: Transcripts = new Map();

interface Recorded {
  readonly file: string;
  readonly body: Pick<Body, 'figures'>;
}

/** @param known of the load before: the same object comes back where nothing has changed */
export function loadTranscripts(
  documents: DocumentReader,
  recorded: readonly Recorded[],
  files: ReadonlySet<string>,
  known: Transcripts = noTranscripts,
): Transcripts {
  const transcripts = new Map<string, Transcript>();
  const read = new Set<string>();
  for (const { file, body } of recorded) {
    for (const figure of body.figures) {
      if (figure.media !== 'photo' && !files.has(figure.file)) {
        const name = path.basename(figure.file);
        const message = `There is no file ${name} beside the story.`;
        documents.report([missingBeside(figure.place, message, documents.displayPath(file))]);
      }
      const { transcript } = figure;
      if (transcript === undefined || read.has(transcript)) continue;
      if (!files.has(transcript)) {
        const message = `There is no file ${path.basename(transcript)} beside the story, in which the words of ${path.basename(figure.file)} would stand.`;
        documents.report([missingBeside(figure.place, message, documents.displayPath(file))]);
        continue;
      }
      read.add(transcript);
      const found = readTranscript(documents, transcript, known);
      if (found !== undefined) transcripts.set(transcript, found);
    }
  }
  return knownIfSame(transcripts, known);
}

function readTranscript(documents: DocumentReader, file: string, known: Transcripts): Transcript | undefined {
  const source = documents.readText(file);
  if (source === undefined) return undefined;
  const { text, hash } = source;
  const before = known.get(file);
  if (before?.hash === hash) return before;
  const displayPath = documents.displayPath(file);
  const ending = path.extname(file).toLowerCase();
  if (ending === '.vtt' || ending === '.srt') {
    const reading = readTimedText(text, ending === '.vtt', displayPath);
    if (!reading.ok) {
      documents.report(reading.diagnostics);
      return undefined;
    }
    const { paragraphs } = reading;
    const html = paragraphs.map(({ speaker, text: said }) => {
      const who = speaker === undefined ? '' : `<strong>${escapeHtml(speaker)}:</strong> `;
      return `<p>${who}${escapeHtml(said)}</p>`;
    });
    return { html: [html.join('\n')], text: paragraphs.map(({ text: said }) => said).join('\n\n'), hash };
  }
  // A text file is Markdown without marks.
  const parsed = parseBody(text, { file: displayPath, folder: path.dirname(file), firstLine: 1 });
  documents.report(parsed.diagnostics);
  const html = parsed.body.blocks.flatMap((block) =>
    block.kind === 'prose' || block.kind === 'footnotes' || block.kind === 'quote' ? block.html : [],
  );
  return { html, text: parsed.body.text, hash };
}
