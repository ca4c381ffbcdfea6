import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { measureSounds } from '../../src/build/measure-sounds.ts';
import { story, temporaryContent } from '../builds/temporary-content.ts';
import { assembled } from '../site/assembled.ts';

test('the sounds of stories are measured where they are published, and nothing else', async () => {
  const { site } = await assembled({
    'articles/2024/one/index.md': story(
      'title: One\ndate: 2024-01-02\ntopics: [Research]',
      '![A talk](talk.mp3 "Talk")\n\n[Paper](paper.pdf)',
    ),
    'articles/2024/one/talk.mp3': 'x',
    'articles/2024/one/paper.pdf': 'x',
  });
  const { folder, remove } = await temporaryContent();
  const file = path.join(folder, 'talk.mp3');
  await writeFile(file, Buffer.alloc(4321));
  const measured = measureSounds(
    site,
    new Map([
      ['2024/01/one/talk.mp3', file],
      ['2024/01/one/paper.pdf', file],
    ]),
  );
  expect(measured.soundBytes).toEqual(new Map([['/2024/01/one/talk.mp3', 4321]]));
  expect(measureSounds(site, new Map())).toBe(site);
  await remove();
});
