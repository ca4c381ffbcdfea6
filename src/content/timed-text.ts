/**
 * What is said in a recording, from a file of captions: WebVTT, or SubRip as many programs save it. Cues of one speaker that
 * follow each other are one paragraph; times are not shown. Pure.
 */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';

interface SpokenParagraph {
  readonly speaker?: string;
  readonly text: string;
}

export type TimedTextReading =
  | { readonly ok: true; readonly paragraphs: readonly SpokenParagraph[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

const time = String.raw`(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{3}`;
const timing = new RegExp(String.raw`^\s*(${time})\s*-->\s*(${time})(?:\s.*)?$`, 'u');
/** `<v Fred>` and `<v.loud Fred>` say who speaks; all other tags say how it looks. */
const voice = /<v(?:\.[^\s>]*)?\s+([^>]+)>/u;
const tag = /<\/?[a-z][^>]*>|<\d[\d:.]*>|\{\\[^}]*\}/giu;
/** A pause from which a new paragraph begins, where nothing says who speaks. */
const pauseSeconds = 2.5;
/** Nobody reads a paragraph that never ends. */
const longParagraph = 600;

interface Cue extends SpokenParagraph {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** @param text with `\n` line ends @param isWebVtt whether the file must say so in its first line @param file as diagnostics show it */
export function readTimedText(text: string, isWebVtt: boolean, file: string): TimedTextReading {
  const diagnostics: Diagnostic[] = [];
  const report = (line: number, length: number, message: string, hint: string) =>
    diagnostics.push({
      ...{ code: 'transcript-text', severity: 'error', file, line, column: 1, endColumn: length + 1 },
      ...{ message, hint },
    });
  const lines = text.split('\n');
  if (isWebVtt && !/^WEBVTT(?:[ \t].*)?$/u.test(lines[0] ?? '')) {
    report(
      1,
      (lines[0] ?? '').length,
      'A file that ends with .vtt begins with the word WEBVTT.',
      'Put a line WEBVTT and an empty line above all others, or rename the file to .srt if it is SubRip.',
    );
  }
  const cues: Cue[] = [];
  for (const [index, line] of lines.entries()) {
    if (!line.includes('-->')) continue;
    const [, from = '', to = ''] = timing.exec(line) ?? [];
    if (from === '') {
      report(index + 1, line.length, 'This is no time of a caption.', 'Write 00:00:01.000 --> 00:00:04.500');
      continue;
    }
    const [fromSeconds, toSeconds] = [secondsOf(from), secondsOf(to)];
    if (toSeconds <= fromSeconds)
      report(index + 1, line.length, 'This caption ends before it begins.', 'Put the earlier time first.');
    const said = lines.slice(index + 1, endOfCue(lines, index + 1)).join(' ');
    const words = plain(said);
    if (words === '') continue;
    const speaker = voice.exec(said)?.[1]?.trim();
    cues.push({ ...(speaker === undefined ? {} : { speaker }), text: words, fromSeconds, toSeconds });
  }
  if (cues.length === 0 && diagnostics.length === 0)
    report(1, 1, 'The file says nothing.', 'Write down what is said, or leave the file out.');
  return diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, paragraphs: paragraphsOf(cues) };
}

function endOfCue(lines: readonly string[], start: number): number {
  const end = lines.findIndex(
    (line, index) => index >= start && (line.trim() === '' || line.includes('-->')),
  );
  return end === -1 ? lines.length : end;
}

function plain(said: string): string {
  return said
    .replace(tag, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', ' ')
    .replace(/&(?:lrm|rlm);/gu, '')
    .replaceAll('&amp;', '&')
    .replace(/\s+/gu, ' ')
    .trim();
}

function secondsOf(moment: string): number {
  return moment
    .replace(',', '.')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0);
}

function paragraphsOf(cues: readonly Cue[]): readonly SpokenParagraph[] {
  const paragraphs: Cue[] = [];
  for (const cue of cues) {
    const last = paragraphs.at(-1);
    const goesOn =
      last !== undefined &&
      last.speaker === cue.speaker &&
      last.text.length < longParagraph &&
      (cue.speaker !== undefined || cue.fromSeconds - last.toSeconds < pauseSeconds);
    if (goesOn) {
      // Between letters of Chinese and Japanese there is no space.
      const isJoined =
        /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]$/u.test(last.text);
      paragraphs[paragraphs.length - 1] = {
        ...last,
        text: `${last.text}${isJoined ? '' : ' '}${cue.text}`,
        toSeconds: cue.toSeconds,
      };
    } else paragraphs.push(cue);
  }
  return paragraphs.map(({ speaker, text }) => ({ ...(speaker === undefined ? {} : { speaker }), text }));
}
