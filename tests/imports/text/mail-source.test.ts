/** Mails that were saved as they were sent. */

import { expect, test } from 'vitest';
import { LabelWords } from '../../../src/imports/facts/label-words.ts';
import { SourceFiles } from '../../../src/imports/source-files.ts';
import { readTextPage } from '../../../src/imports/text/read-text-page.ts';
import { config } from '../import-config.ts';

function read(text: string) {
  const { articles, issues } = readTextPage(text, {
    file: 'mail.txt',
    displayPath: 'mail.txt',
    labels: new LabelWords(config),
    sourceFiles: new SourceFiles([]),
    taglines: [],
  });
  const [article] = articles;
  const body = (article?.blocks ?? [])
    .map((block) => (block.kind === 'markdown' ? block.text : ''))
    .join('\n\n');
  return { title: article?.title?.value, date: article?.date?.value, body, issues };
}

const head = (encoding: string, charset: string, subject: string) =>
  `Received: from a.example.edu\n\tby b.example.edu; Tue, 12 Mar 2019 10:12:00 +0100\nFrom: =?utf-8?Q?J=C3=B6rg?= <ida@example.edu>\nTo: news@example.edu\nDate: Tue, 12 Mar 2019 10:12:00 +0100\nSubject: ${subject}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=${charset}\nContent-Transfer-Encoding: ${encoding}\nX-Mailer: Any\n\n`;
const story =
  'Die neue Brücke über den Kanal wurde am Freitag eröffnet, nach zwei Jahren Arbeit und viel Regen.';

test.each([
  [
    'quoted signs',
    `${head('quoted-printable', 'utf-8', '=?utf-8?Q?Br=C3=BCcke_?=\n =?utf-8?Q?=C3=B6ffnet?=')}Die neue Br=C3=BCcke =C3=BCber den Kanal wurde am Freitag er=C3=B6ffnet, n=\nach zwei Jahren Arbeit und viel Regen.\n\nSie kostet nichts=2E\n`,
  ],
  [
    'quoted signs of an old encoding',
    `${head('quoted-printable', 'iso-8859-1', '=?iso-8859-1?Q?Br=FCcke_=F6ffnet?=')}Die neue Br=FCcke =FCber den Kanal wurde am Freitag er=F6ffnet, nach zwei =\nJahren Arbeit und viel Regen.\n\nSie kostet nichts.\n`,
  ],
  [
    'letters for bytes',
    `${head('base64', 'utf-8', `=?utf-8?B?${Buffer.from('Brücke öffnet').toString('base64')}?=`)}${Buffer.from(`${story}\n\nSie kostet nichts.\n`).toString('base64').replace(/.{60}/gu, '$&\n')}\n`,
  ],
  ['plain signs', `${head('8bit', 'utf-8', 'Brücke öffnet')}${story}\n\nSie kostet nichts.\n`],
])('in %s are read', (_name, text) => {
  const { title, date, body, issues } = read(text);
  expect(title).toBe('Brücke öffnet');
  expect(date).toBe('2019-03-12');
  expect(body).toBe(`${story}\n\nSie kostet nichts.`);
  expect(
    issues.filter(({ message }) => message.startsWith('This line belongs to the mail')).length,
  ).toBeGreaterThan(5);
});

test('a text that speaks of a mail is none', () => {
  const text =
    'Subject: fairs\n\nMIME-Version: 1.0 is what mails begin with, and =C3=BC is how they write a letter of German.\n';
  expect(read(text).body).toContain('=C3=BC');
});
