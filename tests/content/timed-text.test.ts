/** Captions as programs write them become paragraphs; what is broken is told with its line. */

import { expect, test } from 'vitest';
import { readTimedText } from '../../src/content/timed-text.ts';

const said = (text: string, isWebVtt = true) => {
  const reading = readTimedText(text, isWebVtt, 'content/talk.vtt');
  return reading.ok
    ? reading.paragraphs.map(({ speaker, text: words }) =>
        speaker === undefined ? words : `${speaker}: ${words}`,
      )
    : reading.diagnostics.map(({ line, message }) => `! ${line} ${message}`);
};

test('cues of one speaker are one paragraph, without times, settings, styles and notes', () => {
  expect(
    said(`WEBVTT - The lamplighter

NOTE made by hand

STYLE
::cue { color: lime }

1
00:00:01.000 --> 00:00:04.000 align:start
<v PEI Lanxin>We lit them <i>at six</i>,

00:04.000 --> 00:08.500
<v PEI Lanxin>every evening &amp; in the rain.

00:09.000 --> 00:10.000
<v.loud Mr. ZHAI>Always?
`),
  ).toEqual(['PEI Lanxin: We lit them at six, every evening & in the rain.', 'Mr. ZHAI: Always?']);
});

test('without speakers a pause begins a paragraph; Chinese has no spaces between cues', () => {
  expect(
    said(
      'WEBVTT\n\n00:01.000 --> 00:02.000\n六点点灯，\n\n00:02.100 --> 00:03.000\n天天如此。\n\n00:09.000 --> 00:10.000\n下雨也是。\n',
    ),
  ).toEqual(['六点点灯，天天如此。', '下雨也是。']);
});

test('SubRip is read too', () => {
  expect(
    said('1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:02,000 --> 00:00:03,000\n{\\an8}Two.\n', false),
  ).toEqual(['One. Two.']);
});

test('what is no caption is told with its line', () => {
  expect(said('00:01.000 --> 00:02.000\nOne.\n')).toEqual([
    '! 1 A file that ends with .vtt begins with the word WEBVTT.',
  ]);
  expect(said('WEBVTT\n\n00:01 --> 00:02\nOne.\n\n00:05.000 --> 00:04.000\nTwo.\n')).toEqual([
    '! 3 This is no time of a caption.',
    '! 6 This caption ends before it begins.',
  ]);
  expect(said('WEBVTT\n')).toEqual(['! 1 The file says nothing.']);
});

test('words that look like marks are words', () => {
  expect(said('WEBVTT\n\n00:01.000 --> 00:02.000\n&lt;script&gt; is a tag\n')).toEqual(['<script> is a tag']);
});
