/** What documents offer beside their photos is examined when the content is checked. */

import { describe, expect, test } from 'vitest';
import { diagnose } from '../checks/diagnose.ts';
import { smallWorld } from '../checks/small-world.ts';

const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12345\n`;
const merge = 'a;b\n<<<<<<< HEAD\n1;2\n=======\n1;3\n>>>>>>> other\n';
const head = 'title: D\ndate: 2024-05-06\ntopics: [Research]\n';

async function found(name: string, bytes: string | Uint8Array, body: string, keys = '') {
  const world = smallWorld(`---\n${head}${keys}---\n\n${body}\n`);
  world.set(`articles/2024/fair/${name}`, bytes);
  const { diagnostics } = await diagnose(world);
  return diagnostics
    .filter(({ file, code }) => file.endsWith(`/${name}`) && code !== 'unused-photo')
    .map(({ code, severity, line }) => ({ code, severity, line }));
}

describe('a file that a story offers', () => {
  test.each([
    ['plan-a.pdf', pointer, 'photo-unreadable'],
    ['plan-a.zip', pointer, 'photo-unreadable'],
    ['photo.jpeg', pointer, 'photo-unreadable'],
    ['plan-a.pdf', '', 'missing-file'],
    ['table.csv', '', 'missing-file'],
    ['raw.nef', 'IIRO1234567890123456', 'photo-format'],
  ])('is refused where a build would refuse it: %s', async (name, bytes, code) => {
    const body = `See [this](${name}).`;
    expect(await found(name, bytes, body)).toEqual([{ code, severity: 'error', line: 1 }]);
    expect(await found(name, bytes, body, 'draft: true\n')).toEqual([{ code, severity: 'warning', line: 1 }]);
    expect(await found(name, bytes, 'See nothing.')).toEqual([]);
  });

  test.each([
    ['film.mp4', pointer, 'photo-unreadable'],
    ['film.mp4', '', 'missing-file'],
    ['sound.mp3', '', 'missing-file'],
  ])('is refused as a film or a sound, too: %s', async (name, bytes, code) => {
    expect(await found(name, bytes, `![A film](${name} "A film")`)).toEqual([
      { code, severity: 'error', line: 1 },
    ]);
  });

  test.each(['csv', 'tsv', 'txt', 'json', 'geojson', 'ics', 'vcf', 'bib', 'srt', 'vtt'])(
    'may not hold an unfinished merge: .%s',
    async (ending) => {
      for (const text of [merge, merge.replaceAll('\n', '\r\n'), `\uFEFF${merge}`])
        expect(await found(`data.${ending}`, text, `See [data](data.${ending}).`)).toEqual([
          { code: 'unfinished-merge', severity: 'error', line: 2 },
        ]);
    },
  );

  test('may hold what only looks like one', async () => {
    for (const text of ['a|b\n|||||||\n', 'Title\n=======\n', '<<<<<<<<<<\n', 'x <<<<<<< y\n'])
      expect(await found('data.txt', text, 'See [data](data.txt).')).toEqual([]);
    expect(await found('plan-a.pdf', '%PDF-1.4', 'See [it](plan-a.pdf).')).toEqual([]);
  });

  test('is said once where a chart shows it', async () => {
    expect(
      await found('data.csv', merge, '![Visitors by year](data.csv "Visitors")\n\nSee [data](data.csv).'),
    ).toEqual([{ code: 'unfinished-merge', severity: 'error', line: 2 }]);
  });
});

test('a drawing of the theme may not hold an unfinished merge', async () => {
  const world = smallWorld(`---\n${head}---\n\nText.\n`);
  world.set('theme/logo.svg', `<svg xmlns="http://www.w3.org/2000/svg">\n${merge}</svg>\n`);
  const { diagnostics } = await diagnose(world);
  expect(diagnostics).toMatchObject([{ code: 'unfinished-merge', file: 'content/theme/logo.svg', line: 3 }]);
});
