/**
 * For every kind of mistake one example of it and how it is done right: the handbook shows both, and a test sees that
 * the first really gives the code and the second nothing at all.
 */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { printLedger } from '../../src/content/address-ledger.ts';
import type { DiagnosticCode, teamCodes } from '../../src/diagnostics/codes.ts';
import { xmpPacket } from '../../src/photos/metadata/embed-metadata.ts';
import { smallSite } from '../checks/small-world.ts';

export type Example =
  /** Markdown below a front matter that is good. */
  | { readonly kind: 'body'; readonly wrong: string; readonly right: string }
  /** Lines that take the place of those of the same keys in a good front matter, or of site.yaml. */
  | { readonly kind: 'front matter' | 'site.yaml'; readonly wrong: string; readonly right: string }
  /** A whole article. */
  | { readonly kind: 'article'; readonly wrong: string; readonly right: string }
  /** What cannot be shown as text: said in words, and made by the test. */
  | {
      readonly kind: 'words';
      readonly wrong: string;
      readonly right: string;
      /** What of the small world is another file, or none, when it is wrong; by path relative to `content/`. */
      readonly wrongFiles: Readonly<Record<string, string | Uint8Array | undefined>>;
      readonly rightFiles: Readonly<Record<string, string | Uint8Array | undefined>>;
    };

const fair = 'articles/2024/fair/index.md';
const story = (body: string, keys = 'credits: {draft: YANG Lindi, photos: LI Hua}') =>
  `---\ntitle: A fair on the green\ndate: 2024-05-06\ntopics: [Research]\n${keys}\n---\n\n${body}\n`;
const plain = story('The fair opened on Monday.');
const retitled = (title: string, text: string, more: string) =>
  story(text, more).replace('A fair on the green', title);
const namesakes = {
  'people/chen-yu.md': '---\nname: CHEN Yu\n---\n',
  'people/chen-yu-chemistry.md': '---\nname: CHEN Yu\n---\n',
};
const held = story(
  'The fair opened on Monday.',
  'credits: {draft: YANG Lindi}\nembargoUntil: 2030-05-09T08:00+08:00',
);
const photo = '![A red stall between two trees](stall.jpg "The stall of the chess club")';
const body = (wrong: string, right: string): Example => ({ kind: 'body', wrong, right });
const keys = (wrong: string, right: string): Example => ({ kind: 'front matter', wrong, right });
const words = (
  wrong: string,
  right: string,
  wrongFiles: Readonly<Record<string, string | Uint8Array | undefined>>,
  rightFiles: Readonly<Record<string, string | Uint8Array | undefined>> = {},
): Example => ({ kind: 'words', wrong, right, wrongFiles, rightFiles });

const noisy = sharp(
  Buffer.from(Array.from({ length: 1200 * 800 * 3 }, (_, at) => (at * 7919 + Math.imul(at, at)) & 255)),
  { raw: { width: 1200, height: 800, channels: 3 } },
);
const withHole = await noisy.jpeg({ quality: 40 }).toBuffer();
// A marker in the middle of the pixels: the decoder takes it for their end and fills up the rest.
withHole.writeUInt16BE(0xffd9, withHole.length >> 1);
const animation = await sharp(
  Buffer.from(Array.from({ length: 900 * 1600 * 3 }, (_, at) => (at < 900 * 800 * 3 ? 40 : 200))),
  {
    raw: { width: 900, height: 1600, channels: 3, pageHeight: 800 },
  },
)
  .gif()
  .toBuffer();

const generated = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#456789' } })
  .withXmp(xmpPacket({ sourceType: 'trainedAlgorithmicMedia' }) ?? '')
  .jpeg()
  .toBuffer();

const signed = await readFile(path.join(import.meta.dirname, '..', 'fixtures', 'photos', 'signed-stall.jpg'));
/** A quantisation table is behind the manifest: the picture comes out a little otherwise. */
const changedSince = Buffer.from(signed);
const table = changedSince.lastIndexOf(Buffer.from([0xff, 0xdb]));
changedSince.writeUInt8((changedSince[table + 10] ?? 0) + 1, table + 10);

const ledger = printLedger({
  addresses: new Map([['/2024/05/green/', 'articles/2024/green/index.md']]),
  stories: new Map(),
});
const ledgerAt = (site: string) => printLedger({ site, addresses: new Map(), stories: new Map() });
const ledgerOfFair = printLedger({
  addresses: new Map([['/2024/05/fair/', fair]]),
  stories: new Map([[fair, { title: 'another', date: '2024-05-06', text: '', quotes: [], captions: {} }]]),
});

const ownSite = (email: string) =>
  `${smallSite.replace('https://news.example.edu', 'https://news.university.test')}contact: {email: ${email}}\n`;

const visitorsChart = '![Visitors of the fair: 1,204 in 2024](visitors.csv "Visitors of the fair")';
const talk = '![A man talks of lamps](talk.mp3 "The lamplighter"){transcript=talk.vtt}';
const cue = '00:00:01.000 --> 00:00:04.000\nWe lit them at six.\n';
const peertubeFilm = '![The bridge race](https://video.example.org/w/kkGMgK9ZtnKfYAgnEtQxbv)';

/** The web team's own code is not the editors' business. */
export type ContentCode = Exclude<DiagnosticCode, keyof typeof teamCodes>;

export const examples: Readonly<Record<ContentCode, Example>> = {
  'no-articles': words('The folder `content/articles/` is empty.', 'It has one story or more.', {
    [fair]: undefined,
    'articles/2024/good/index.md': undefined,
  }),
  'file-too-large': words(
    'A story of three million letters: somebody has pasted a spreadsheet or a photo into it.',
    'Put the spreadsheet beside the story and link to it: `[All results](results.xlsx)`',
    { [fair]: story('word '.repeat(600_000)) },
  ),
  'not-utf-8': words(
    'Saved by an old editor as GBK or Latin-1: `Caf?`',
    'Save it again as UTF-8 (in most editors: “Save with encoding”).',
    { [fair]: Buffer.concat([Buffer.from(plain), Buffer.from([0xe9, 0x0a])]) },
  ),
  'unsafe-path': body('[The plan](../../../../plan.pdf)', '[The plan](plan.pdf)'),
  'misplaced-file': words('`content/articles/fair.md`', '`content/articles/2024/fair/index.md`', {
    'articles/fair.md': plain,
  }),
  'unsafe-download': words(
    '`[The programme](programme.html)` or `[The map](map.svg)`',
    '`[The programme](programme.pdf)`, or all of it in a ZIP: `[The map](map.zip)`',
    {
      [fair]: story('[The programme](programme.html)'),
      'articles/2024/fair/programme.html': '<p>Monday</p>',
    },
    { [fair]: story('[The programme](programme.pdf)'), 'articles/2024/fair/programme.pdf': '%PDF-1.4' },
  ),
  'missing-file': words('There is no `content/site.yaml`.', 'Take it back from git.', {
    'site.yaml': undefined,
  }),
  'missing-front-matter': {
    kind: 'article',
    wrong: 'A fair on the green\n\nThe fair opened on Monday.',
    right: plain.trimEnd(),
  },
  'unclosed-front-matter': {
    kind: 'article',
    wrong:
      '---\ntitle: A fair on the green\ndate: 2024-05-06\ntopics: [Research]\n\nThe fair opened on Monday.',
    right:
      '---\ntitle: A fair on the green\ndate: 2024-05-06\ntopics: [Research]\n---\n\nThe fair opened on Monday.',
  },
  'invalid-yaml': keys('title: Bamboo: a new start', 'title: "Bamboo: a new start"'),
  'invalid-json': words(
    '`content/views.json` was edited by hand and is damaged.',
    'Take it back from git; `news views` writes it.',
    { 'views.json': '{"articles": ' },
  ),
  'duplicate-key': keys('title: A fair on the green\ntitle: The fair', 'title: A fair on the green'),
  'unknown-key': keys('sumary: Forty stalls and no rain.', 'summary: Forty stalls and no rain.'),
  'missing-key': {
    kind: 'article',
    wrong: '---\ntitle: A fair on the green\ntopics: [Research]\n---\n\nThe fair opened on Monday.',
    right:
      '---\ntitle: A fair on the green\ndate: 2024-05-06\ntopics: [Research]\n---\n\nThe fair opened on Monday.',
  },
  'wrong-value': keys('draft: YANG Lindi', 'credits:\n  draft: YANG Lindi'),
  'invalid-date': keys('date: May 06,2024', 'date: 2024-05-06'),
  'unknown-topic': keys('topics: [Reserch]', 'topics: [Research]'),
  'unknown-role': keys('credits:\n  writer: YANG Lindi', 'credits:\n  draft: YANG Lindi'),
  'unknown-person': keys('credits:\n  draft: yang-lindy', 'credits:\n  draft: yang-lindi'),
  'unknown-language': keys('lang: fr', 'lang: zh'),
  'missing-messages': {
    kind: 'site.yaml',
    wrong: 'defaultLanguage: sw\nlanguages:\n  sw: {name: Kiswahili, locale: sw-KE}',
    right:
      'defaultLanguage: en\nlanguages:\n  en: {name: English, locale: en-US}\n  zh: {name: 中文, locale: zh-CN}',
  },
  'missing-name': {
    kind: 'site.yaml',
    wrong: 'credits:\n  draft: {}\n  photos: {}\n  layout: {zh: 版式}',
    right: 'credits:\n  draft: {}\n  photos: {}\n  layout: {en: Layout, zh: 版式}',
  },
  'low-contrast': {
    kind: 'site.yaml',
    wrong: 'theme: {accent: "#ffd500"}',
    right: 'theme: {accent: "#0b3d91"}',
  },
  'unknown-article': keys('related: [2024/god]', 'related: [2024/good]'),
  'duplicate-permalink': keys('slug: good', 'slug: fair-on-the-green'),
  'future-date': keys(
    'date: 2024-12-31T20:00+08:00',
    'date: 2024-12-31T20:00+08:00\npublishAt: 2024-12-31T20:00+08:00',
  ),
  'uneven-times': words(
    'The story waits for `embargoUntil: 2030-05-09T08:00+08:00`, its Chinese version says nothing of it.',
    'Both say `embargoUntil: 2030-05-09T08:00+08:00`.',
    {
      [fair]: held,
      'articles/2024/fair/index.zh.md': plain,
    },
    {
      [fair]: held,
      'articles/2024/fair/index.zh.md': held,
    },
  ),
  'silent-edit': {
    kind: 'words',
    wrong: 'The headline of a published story is a new one, and the story does not say so.',
    right:
      'Add `updated: 2024-06-01`, or say what was wrong: `corrections: [{date: 2024-06-01, text: The fair had forty stalls, not fourteen.}]`',
    wrongFiles: { '.addresses.json': ledgerOfFair },
    rightFiles: {
      '.addresses.json': ledgerOfFair,
      [fair]: story('The fair opened on Monday.', 'credits: {draft: YANG Lindi}\nupdated: 2024-06-01'),
    },
  },
  'reused-address': words(
    'A story gets `slug: spring-fair`, and a new one of the same month `slug: fair`, the address that readers know as that of the first.',
    'The new story has another address: `slug: autumn-fair`.',
    {
      '.addresses.json': printLedger({ addresses: new Map([['/2024/05/fair/', fair]]), stories: new Map() }),
      [fair]: story('The fair opened on Monday.', 'credits: {draft: YANG Lindi}\nslug: spring-fair'),
      'articles/2024/new/index.md': story(
        'Another fair opened on Tuesday.',
        'credits: {draft: YANG Lindi}\nslug: fair',
      ),
    },
    {
      '.addresses.json': printLedger({ addresses: new Map([['/2024/05/fair/', fair]]), stories: new Map() }),
      [fair]: story('The fair opened on Monday.', 'credits: {draft: YANG Lindi}\nslug: spring-fair'),
      'articles/2024/new/index.md': story(
        'Another fair opened on Tuesday.',
        'credits: {draft: YANG Lindi}\nslug: autumn-fair',
      ),
    },
  ),
  'lost-address': words(
    'A published story was deleted, and readers who kept its address find nothing.',
    'Say so in `content/tombstones.yaml`: `tombstones: [{path: /2024/05/green/, reason: The event did not take place., date: 2024-06-01}]`, or, if the story moved, in the one that it is now: `aliases: [/2024/05/green/]`',
    { '.addresses.json': ledger },
    {
      '.addresses.json': ledger,
      'tombstones.yaml':
        'tombstones: [{path: /2024/05/green/, reason: The event did not take place., date: 2024-06-01}]\n',
    },
  ),
  'moved-site': words(
    'The site was published at `https://www.example.edu/news/`, and site.yaml says `baseUrl: https://news.example.edu` now.',
    'It says what it said. Or, when it has moved: the web server of the old address redirects, and `npx news addresses --update` has noted the new one.',
    { '.addresses.json': ledgerAt('https://www.example.edu/news/') },
    { '.addresses.json': ledgerAt('https://news.example.edu/') },
  ),
  'taken-down': words(
    'A story was deleted and has a tombstone, and another branch has added its Chinese version, `index.zh.md`.',
    'Delete `index.zh.md` too. Or, if readers are to see it, say so in the tombstone: `{path: /2024/05/green/, reason: The figures were wrong., date: 2024-06-01, keep: [zh]}`',
    {
      'articles/2024/green/index.zh.md': plain,
      'tombstones.yaml':
        'tombstones: [{path: /2024/05/green/, reason: The figures were wrong., date: 2024-06-01}]\n',
    },
    {
      'articles/2024/green/index.zh.md': plain,
      'tombstones.yaml':
        'tombstones: [{path: /2024/05/green/, reason: The figures were wrong., date: 2024-06-01, keep: [zh]}]\n',
    },
  ),
  'duplicate-slug': {
    kind: 'site.yaml',
    wrong: 'topics:\n  - {name: Research, slug: research}\n  - {name: Field work, slug: research}',
    right: 'topics:\n  - {name: Research, slug: research}\n  - {name: Field work, slug: field-work}',
  },
  'duplicate-name': {
    kind: 'site.yaml',
    wrong: 'topics:\n  - {name: Research, slug: research}\n  - {name: Research, slug: science}',
    right: 'topics:\n  - {name: Research, slug: research}\n  - {name: Science, slug: science}',
  },
  'photo-not-found': body(
    '![A red stall between two trees](stall.jpeg "The stall of the chess club")',
    photo,
  ),
  'photo-unreadable': words(
    'A photo that did not arrive whole: the file `stall.jpg` is empty.',
    'Copy the photo again from the camera.',
    { [fair]: story(photo), 'articles/2024/fair/stall.jpg': Buffer.alloc(0) },
  ),
  'photo-too-large': words(
    'A scanned map of 20,000 × 9,000 pixels.',
    'Save a smaller copy: 10,000 × 4,500 is plenty.',
    { [fair]: story('![A map of the green](huge.jpg "The green in 1952")') },
  ),
  'photo-format': body('![A red stall between two trees](report.docx "The stall of the chess club")', photo),
  'photo-damaged': words(
    'A photo from a broken memory card: `stall.jpg` has lost some of its middle, which shows as grey blocks.',
    'Copy the photo again from the camera.',
    { 'articles/2024/fair/stall.jpg': withHole, [fair]: story(photo) },
    { [fair]: story(photo) },
  ),
  'photo-signature': words(
    'The photographer’s camera signed `stall.jpg` (C2PA); somebody has brightened it since.',
    'Take the file as it came from the camera, or brighten it with a program that signs again.',
    { 'articles/2024/fair/stall.jpg': changedSince, [fair]: story(photo) },
    { 'articles/2024/fair/stall.jpg': signed, [fair]: story(photo) },
  ),
  'photo-frames': words(
    'An animation of two pictures: `stall.gif`.',
    'Export one of them as JPEG, or save the animation as a video.',
    { 'articles/2024/fair/stall.gif': animation, [fair]: story(photo.replace('.jpg', '.gif')) },
    { [fair]: story(photo) },
  ),
  'unmarked-ai': words(
    'The file `stall.jpg` says in its IPTC metadata that AI made it; its caption says “The stall of the chess club”.',
    'The caption says: “The stall of the chess club, drawn by AI after a photo of 1952”.',
    { 'articles/2024/fair/stall.jpg': generated, [fair]: story(photo) },
    {
      'articles/2024/fair/stall.jpg': generated,
      [fair]: story(
        photo.replace(
          'The stall of the chess club',
          'The stall of the chess club, drawn by AI after a photo of 1952',
        ),
      ),
    },
  ),
  'unmarked-ai-text': keys(
    'credits: {draft: ChatGPT, photos: LI Hua}',
    'credits: {draft: YANG Lindi, photos: LI Hua}\nai: generated',
  ),
  'missing-alt': body('![](stall.jpg "The stall of the chess club")', photo),
  'missing-caption': body('![A red stall between two trees](stall.jpg)', photo),
  'alt-is-caption': body('![The stall of the chess club](stall.jpg "The stall of the chess club")', photo),
  'image-in-text': body(`The stall ${photo} was red.`, `The stall was red.\n\n${photo}`),
  'remote-image': body(
    '![A red stall between two trees](https://example.com/stall.jpg "The stall of the chess club")',
    photo,
  ),
  'chart-data': words(
    'In `visitors.csv`: `2024,"1,204 (about)"`',
    '`2024,1204`',
    {
      [fair]: story(visitorsChart),
      'articles/2024/fair/visitors.csv': 'Year,Visitors\n2024,"1,204 (about)"\n',
    },
    { [fair]: story(visitorsChart), 'articles/2024/fair/visitors.csv': 'Year,Visitors\n2024,1204\n' },
  ),
  'transcript-text': words(
    'A file `talk.vtt` that begins with its first caption',
    'It begins with a line `WEBVTT` and an empty line',
    { [fair]: story(talk), 'articles/2024/fair/talk.mp3': 'ID3', 'articles/2024/fair/talk.vtt': cue },
    {
      [fair]: story(talk),
      'articles/2024/fair/talk.mp3': 'ID3',
      'articles/2024/fair/talk.vtt': `WEBVTT\n\n${cue}`,
    },
  ),
  'film-address': body(
    '![The bridge race](https://www.youtube.com/@campus)',
    '![The bridge race](https://www.youtube.com/watch?v=dQw4w9WgXcQ)',
  ),
  'film-title': body(
    '![](https://vimeo.com/76979871)',
    '![The bridge race in two minutes](https://vimeo.com/76979871)',
  ),
  'film-host': words(
    '`![The bridge race](https://video.example.org/w/kkGMgK9ZtnKfYAgnEtQxbv)`, and `site.yaml` does not list the machine',
    'In `site.yaml`: `films: {peertube: [video.example.org]}`',
    { [fair]: story(peertubeFilm) },
    { [fair]: story(peertubeFilm), 'site.yaml': `${smallSite}films: {peertube: [video.example.org]}\n` },
  ),
  'broken-link': body('[last year’s story](../god/index.md)', '[last year’s story](../good/index.md)'),
  'unsafe-link': body('[the list](file:///C:/list.pdf)', '[the list](plan.pdf)'),
  'raw-html': body('The stall was <b>red</b>.', 'The stall was **red**.'),
  'unknown-block': body(
    '::: qoute "LI Hua, visitor"\nIt was red.\n:::',
    '::: quote "LI Hua, visitor"\nIt was red.\n:::',
  ),
  'misplaced-block': body(
    '- First\n\n  ::: note\n  Bring a coat.\n  :::',
    '- First\n\n::: note\nBring a coat.\n:::',
  ),
  'unclosed-block': body('::: note\nBring a coat.', '::: note\nBring a coat.\n:::'),
  'empty-block': body('::: note\n:::', '::: note\nBring a coat.\n:::'),
  'gallery-content': body(
    `::: gallery\nThe stalls:\n\n${photo}\n:::`,
    `The stalls:\n\n::: gallery\n${photo}\n:::`,
  ),
  'heading-level': body(
    '## The fair\n\nIt was red.\n\n#### The stalls\n\nThey too.',
    '## The fair\n\nIt was red.\n\n### The stalls\n\nThey too.',
  ),
  'unknown-attribute': body(`${photo}{by="LI Hua"}`, `${photo}{credit="LI Hua"}`),
  'unknown-footnote': body('It was red.[^1]', 'It was red.[^1]\n\n[^1]: Mostly.'),
  'unreadable-markdown': words(
    'A paragraph of a million brackets: something went wrong while pasting.',
    'Delete the paragraph and type it anew.',
    { [fair]: story('['.repeat(1_000_000)) },
  ),
  'missing-credit': {
    kind: 'article',
    wrong: story(photo, 'credits: {draft: YANG Lindi}').trimEnd(),
    right: story(`${photo}{credit="LI Hua"}`, 'credits: {draft: YANG Lindi}').trimEnd(),
  },
  'missing-place': keys(
    'event: {from: 2099-05-12T18:00+08:00}',
    'event: {from: 2099-05-12T18:00+08:00, place: Lecture Hall 3}',
  ),
  'small-photo': body('![A red stall between two trees](small.jpg "The stall, from a chat")', photo),
  'camera-name': body(
    '![Two people sign papers](DSC_2375.jpg "The signing ceremony")',
    '![Two people sign papers](signing-ceremony.jpg "The signing ceremony")',
  ),
  'unused-photo': words(
    'Seven photos lie in the folder, and the story shows six.',
    'Delete the seventh, or show it.',
    { 'articles/2024/fair/seventh.jpg': 'x' },
  ),
  'name-variant': body('Yang Lindi and YANG LinDi spoke.', 'YANG Lindi spoke.'),
  'series-variant': words(
    'Two stories say `series: Pond life`, a third says `series: Pond Life`.',
    'All three say `series: Pond life`.',
    {
      [fair]: story('The fair opened.', 'series: Pond Life'),
      'articles/2024/one/index.md': retitled('One', 'It rained.', 'series: Pond life'),
      'articles/2024/two/index.md': retitled('Two', 'It snowed.', 'series: Pond life'),
    },
    {
      [fair]: story('The fair opened.', 'series: Pond life'),
      'articles/2024/one/index.md': retitled('One', 'It rained.', 'series: Pond life'),
      'articles/2024/two/index.md': retitled('Two', 'It snowed.', 'series: Pond life'),
    },
  ),
  'two-people': words(
    'A story says `credits: {draft: CHEN Yu}`, and the name stands in `people/chen-yu.md` and in `people/chen-yu-chemistry.md`.',
    'The story says `credits: {draft: chen-yu-chemistry}`.',
    { [fair]: story('The fair opened.', 'credits: {draft: CHEN Yu}'), ...namesakes },
    { [fair]: story('The fair opened.', 'credits: {draft: chen-yu-chemistry}'), ...namesakes },
  ),
  'copied-story': words(
    'The story lies in `articles/2024/fair/` and, copied, in `articles/2024/fair-copy/`.',
    'One of the two folders is deleted, or its copy says `draft: true` until it is another story.',
    { [fair]: plain, 'articles/2024/fair-copy/index.md': plain },
    {
      [fair]: plain,
      'articles/2024/fair-copy/index.md': story('The fair opened on Monday.', 'draft: true'),
    },
  ),
  'repeated-text': body(
    'The fair opened on Monday, and four thousand people came to see it.\n\nIt rained.\n\nThe fair opened on Monday, and four thousand people came to see it.',
    'The fair opened on Monday, and four thousand people came to see it.\n\nIt rained.',
  ),
  'person-title': body('Mr. YANG Renshu spoke.', 'Prof. YANG Renshu spoke.'),
  'date-contradiction': body('It opened on Sunday, May 6, 2024.', 'It opened on Monday, May 6, 2024.'),
  'date-style': body('It opened on May 06,2024.', 'It opened on May 6, 2024.'),
  'double-space': body('It  was red.', 'It was red.'),
  'placeholder-text': body(
    '::: quote "LI Hua, chess club"\nWhat was said.\n:::',
    '::: quote "LI Hua, chess club"\nEverybody may play.\n:::',
  ),
  'straight-quotes': body('"It\'s red," she said.', '“It’s red,” she said.'),
  'punctuation-style': body('In Beijing，it was red ,too.', 'In Beijing, it was red, too.'),
  'wall-of-text': words(
    'A paragraph of 300 words.',
    'Three paragraphs of 100 words.',
    { [fair]: story('The stall was red. '.repeat(75)) },
    {
      [fair]: story(
        ['red', 'green', 'blue'].map((colour) => `The stall was ${colour}. `.repeat(25).trim()).join('\n\n'),
      ),
    },
  ),
  'invisible-character': words(
    'A zero-width space came along when the text was pasted.',
    'Delete it, or let the check do it (`--fix`).',
    { [fair]: story('The fa\u200bir opened.') },
  ),
  'text-direction': words(
    'A hidden mark in a pasted headline turns its letters around.',
    'Type the headline anew.',
    { [fair]: story('The \u202enaf\u202c opened.') },
  ),
  'unread-markup': body('[the programme](plan of the day.pdf)', '[the programme](plan.pdf)'),
  'unread-photo': body('![A red stall between two trees](stall.jpg “The stall of the chess club”)', photo),
  'pasted-address': body(
    '[the list](https://www.google.com/url?q=https://example.org/list&sa=D)',
    '[the list](https://example.org/list)',
  ),
  'several-names': keys(
    'credits:\n  draft: LI Hua and YANG Lindi',
    'credits:\n  draft: [LI Hua, YANG Lindi]',
  ),
  'empty-story': {
    kind: 'article',
    wrong: story('').trimEnd(),
    right: plain.trimEnd(),
  },
  'hidden-text': body('It was red.\n\n[^1]: Mostly.', 'It was red.[^1]\n\n[^1]: Mostly.'),
  'credit-place': body(
    '![A red stall between two trees](stall.jpg "The stall of the chess club (Photo: WANG Wei)")',
    '![A red stall between two trees](stall.jpg "The stall of the chess club"){credit="WANG Wei"}',
  ),
  'html-comment': body('The fair opened.\n\n<!-- ask the dean first -->', 'The fair opened.'),
  'unfinished-merge': {
    kind: 'article',
    wrong: plain
      .replace(
        'The fair opened on Monday.',
        '<<<<<<< HEAD\nForty stalls.\n=======\nFourteen stalls.\n>>>>>>> li-hua',
      )
      .trimEnd(),
    right: plain.replace('The fair opened on Monday.', 'Forty stalls.').trimEnd(),
  },
  'demo-text': words(
    'At the foot of a newsroom with an address of its own: `contact: {email: news@example.edu}`',
    '`contact: {email: news@university.test}`',
    { 'site.yaml': ownSite('news@example.edu') },
    { 'site.yaml': ownSite('news@university.test') },
  ),
  'own-address': body(
    '[last year’s story](https://news.example.edu/2024/05/good/)',
    '[last year’s story](../good/index.md)',
  ),
};

/** The files around an example, by path relative to `content/`. */
export function filesOf(
  example: Example,
  which: 'wrong' | 'right',
  world: (article: string) => Map<string, string | Uint8Array>,
  site: string,
): Map<string, string | Uint8Array> {
  const text = example[which];
  switch (example.kind) {
    case 'body':
      return world(story(text));
    case 'article':
      return world(`${text}\n`);
    case 'front matter':
      return world(
        `---\n${replaceKeys('title: A fair on the green\ndate: 2024-05-06\ntopics: [Research]', text)}\n---\n\nThe fair opened.\n`,
      );
    case 'site.yaml':
      return new Map([...world(plain), ['site.yaml', replaceKeys(site, text)]]);
    case 'words': {
      const changes = which === 'wrong' ? example.wrongFiles : example.rightFiles;
      const article = changes[fair];
      const files = world(typeof article === 'string' ? article : plain);
      for (const [file, bytes] of Object.entries(changes)) {
        if (bytes === undefined) files.delete(file);
        else files.set(file, bytes);
      }
      return files;
    }
  }
}

/** Top-level keys of `lines` stand for those of `yaml`. */
function replaceKeys(yaml: string, lines: string): string {
  const keysOf = (text: string) => [...text.matchAll(/^(\w+):/gmu)].map(([, key]) => key);
  const replaced = keysOf(lines);
  const kept = yaml.split(/^(?=\w+:)/mu).filter((part) => !replaced.includes(keysOf(part)[0]));
  return `${kept.join('').trimEnd()}\n${lines}`;
}
