/** Files that are dropped into the editor: they become drafts in the content, or text of the story. */

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importDropped } from '../../src/preview/import-dropped.ts';
import { StoryFiles } from '../../src/preview/story-files.ts';
import { config } from '../imports/import-config.ts';
import { photo } from '../imports/test-photos.ts';
import { makeDocx } from '../imports/word/make-docx.ts';

let content: string;
let files: StoryFiles;

beforeEach(async () => {
  content = await mkdtemp(path.join(os.tmpdir(), 'news-drop-'));
  files = new StoryFiles(content);
});

afterEach(() => rm(content, { recursive: true }));

const drop = (dropped: Readonly<Record<string, Uint8Array>>, into?: string) =>
  importDropped({
    dropped: Object.entries(dropped).map(([name, bytes]) => ({ name, bytes })),
    config,
    today: '2026-03-04',
    files,
    ...(into === undefined ? {} : { into }),
  });
const read = (file: string) => readFile(path.join(content, file), 'utf8');

const word = async () =>
  await makeDocx({
    parts: [
      { style: 'Title', text: 'A Bridge of Bamboo' },
      { text: 'Students have built a bridge that carries a lorry, and two hundred guests came to see it.' },
      { picture: 'one.jpg', alt: 'A bridge' },
      { style: 'Caption', text: 'The bridge in May' },
      { text: 'It will stand until autumn.' },
    ],
    pictures: { 'one.jpg': await photo() },
    header: 'Confidential',
  });

test('a Word file becomes a draft with its photos, and what was left out is told', async () => {
  const { stories, notes } = await drop({ 'Bridge final (2).docx': await word() });
  const [story = ''] = stories;
  expect(stories).toHaveLength(1);
  const text = await read(story);
  expect(text).toMatch(/^---\ntitle: A Bridge of Bamboo\n/u);
  expect(text).toContain('\ndraft: true\n');
  expect(text).toContain('The bridge in May');
  expect(await readdir(path.join(content, path.dirname(story)))).toHaveLength(2);
  expect(notes.join('\n')).toMatch(/no date/iu);
  // Nothing but the story came into the content.
  expect(await readdir(content)).toEqual(['articles']);
});

test('the same file dropped twice makes two drafts: the first may have been worked on', async () => {
  const [first] = (await drop({ 'a.docx': await word() })).stories;
  const [second] = (await drop({ 'a.docx': await word() })).stories;
  expect(second).toBe(first?.replace('/index.md', '-2/index.md'));
});

test('a saved page brings the pictures of its folder', async () => {
  const html = `<html><head><title>An Old Story</title></head><body><article><h1>An Old Story</h1><p>${'The school opened its new laboratory by the river. '.repeat(6)}</p><p><img src="page_files/lab.jpg" alt="A laboratory"></p><p>${'Guests from nine countries came to see it. '.repeat(4)}</p></article></body></html>`;
  const { stories } = await drop({ 'page.html': Buffer.from(html), 'page_files/lab.jpg': await photo() });
  const [story = ''] = stories;
  expect(await read(story)).toMatch(/!\[A laboratory\]\([a-z-]+\.jpg/u);
  expect(await readdir(path.join(content, path.dirname(story)))).toHaveLength(2);
});

test('a file dropped into a story gives its text and photos, whose names do not meet others', async () => {
  const story = 'articles/2026/bridge/index.md';
  await mkdir(path.join(content, path.dirname(story)), { recursive: true });
  await writeFile(path.join(content, story), '---\ntitle: Bridge\n---\n');
  await writeFile(path.join(content, path.dirname(story), 'one.jpg'), 'another photo');
  const first = await drop({ 'a.docx': await word() }, story);
  const [name = ''] = first.inserted?.photos ?? [];
  expect(name).not.toBe('one.jpg');
  expect(first.stories).toEqual([]);
  expect(first.inserted?.markdown).toContain(`](${name} "The bridge in May")`);
  expect(first.inserted?.markdown).not.toContain('---');
  expect(await read(story)).toBe('---\ntitle: Bridge\n---\n');
});

test('a file dropped into a story says what the story has its own words for, and nothing of drafts', async () => {
  const story = 'articles/2026/bridge/index.md';
  await mkdir(path.join(content, path.dirname(story)), { recursive: true });
  await writeFile(path.join(content, story), '---\ntitle: Bridge\n---\n');
  const { notes, unused } = await drop(
    { 'a.docx': await word(), 'IMG_1.jpg': await photo(), 'plan.pdf': Buffer.from('%PDF-1.7') },
    story,
  );
  expect(notes[0]).toBe(
    'Not put into the story, which has its own under Details: headline: A Bridge of Bamboo.',
  );
  expect(notes.join('\n')).toContain('Confidential');
  expect(notes.join('\n')).toContain('plan.pdf: not taken.');
  expect(notes.join('\n')).not.toMatch(/draft|no date|IMG_1/iu);
  // The editor adds it as a photo.
  expect(unused).toEqual(['IMG_1.jpg']);
});

test('names that lead elsewhere stay below, and what is no story is refused in words', async () => {
  const { stories } = await drop({ '../../evil.docx': await word() });
  expect(stories).toEqual(['articles/2026/a-bridge-of-bamboo/index.md']);
  expect(await readdir(path.dirname(content))).not.toContain('evil.docx');
  expect(await drop({ 'a.jpg': await photo() })).toEqual({
    stories: [],
    notes: [expect.stringContaining('Drop a Word file')],
  });
  const broken = await drop({ 'b.docx': Buffer.from('no archive') });
  expect(broken.stories).toEqual([]);
  expect(broken.notes.length).toBeGreaterThan(0);
  expect(await readdir(path.join(content, 'articles/2026'))).toEqual(['a-bridge-of-bamboo']);
});

test('of several files each note names its own, and none is passed over without a word', async () => {
  const { stories, notes } = await drop({
    'a.docx': await word(),
    'b: draft.docx': Buffer.from('no archive'),
    'IMG_1234.jpg': await photo(),
    'plan.pdf': Buffer.from('%PDF-1.7'),
  });
  expect(stories).toHaveLength(1);
  expect(notes).toContain(
    'b: draft.docx: This is not a Word file, or it is damaged. Open it in Word and save it as .docx once more.',
  );
  expect(notes.filter((note) => note.startsWith('a.docx: ')).join('\n')).toMatch(/no date/iu);
  expect(notes.find((note) => note.startsWith('IMG_1234.jpg: '))).toContain('drop it there');
  expect(notes.find((note) => note.startsWith('plan.pdf: '))).toContain('not taken');
});
