/** `news photos` as an editor and as CI call it. */

import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import { noise } from '../photos/pictures.ts';
import { published, revealingJpeg } from '../photos/revealing-photo.ts';
import { startS3 } from '../photos/store/s3-double.ts';
import { runNewsHere } from './generator.ts';
import { runNews } from './run-news.ts';
import {
  goodFrontMatter,
  photo,
  story,
  type TemporaryContent,
  temporaryContent,
} from './temporary-content.ts';

let content: TemporaryContent | undefined;

afterEach(async () => {
  await content?.remove();
  content = undefined;
});

const file = 'articles/2024/fair/index.md';

interface Machine {
  readonly env?: Readonly<Record<string, string>>;
  readonly cache?: string;
  readonly run?: typeof runNews;
}

/** Caches of its own, so that nothing of it is found in the project's. */
function news(
  folder: string,
  args: readonly string[],
  { env = {}, cache = 'cache', run = runNewsHere }: Machine = {},
) {
  return run([...args, '--content', 'content', '--cache', path.join(folder, cache)], { cwd: folder, env });
}

describe('an article’s photos', () => {
  const body =
    '![](1.jpg)\n\nText with a line  \nbreak.\n\n![Seen](2.jpg "Said *so*"){credit="ZHAO Li"}\n\n![](3.jpg){decorative}\n';

  test('are listed with what they have, where it is from and what is missing', async () => {
    content = await temporaryContent({
      [file]: story(`${goodFrontMatter}\nphotos: {2.jpg: {focus: [0.2, 0.8]}}`, body),
      'articles/2024/fair/1.jpg': await revealingJpeg(),
      'articles/2024/fair/2.jpg': await photo(),
      'articles/2024/fair/3.jpg': await photo(),
      'articles/2024/fair/4.jpg': await revealingJpeg(),
    });
    const { code, stdout } = await news(content.folder, ['photos', '2024/fair']);
    expect(code).toBe(0);
    for (const words of [
      '1.jpg  120 x 80, line 9',
      `caption  ${published.caption} (from the photo itself)`,
      `alt      ${published.alt} (from the photo itself)`,
      `credit   ${published.credit} (from the photo itself)`,
      'taken    2024-05-01 10:11:12',
      '2.jpg  900 x 600, line 14',
      'credit   ZHAO Li\n    focus    0.2, 0.8',
      '4.jpg  120 x 80, not in the article',
      'Nothing was written. Add --write',
    ])
      expect(stdout).toContain(words);
    expect(stdout).toMatch(/3\.jpg.*\n {4}caption {2}decorative/u);
    expect(await readFile(path.join(content.folder, 'content', file), 'utf8')).toContain('![](1.jpg)\n');
  });

  test('write what they say of themselves into the article, and not one byte beside it', async () => {
    // A byte order mark and Windows line ends stay, trailing spaces too.
    const before = `\uFEFF${story(goodFrontMatter, body).replaceAll('\n', '\r\n')}`;
    content = await temporaryContent({
      [file]: before,
      'articles/2024/fair/1.jpg': await revealingJpeg(),
      'articles/2024/fair/2.jpg': await revealingJpeg(),
      'articles/2024/fair/3.jpg': await revealingJpeg(),
    });
    const { code, stdout } = await news(content.folder, ['photos', 'content/articles/2024/fair', '--write']);
    expect(stdout).toContain(
      `+ ![${published.alt}](1.jpg "${published.caption}"){credit="${published.credit}"}`,
    );
    expect(code).toBe(0);
    const after = await readFile(path.join(content.folder, 'content', file), 'utf8');
    expect(after).toBe(
      before.replace(
        '![](1.jpg)',
        `![${published.alt}](1.jpg "${published.caption}"){credit="${published.credit}"}`,
      ),
    );
    const again = await news(content.folder, ['photos', '2024/fair', '--write']);
    expect(again.stdout).toContain('say nothing of themselves that the article misses');
  });

  test('an article that is not there is guessed', async () => {
    content = await temporaryContent({ [file]: story(goodFrontMatter, 'Text.') });
    const { code, stderr } = await news(content.folder, ['photos', '2024/fare']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('Did you mean 2024/fair?')]);
  });

  test('a call that says nothing or two things is explained', async () => {
    content = await temporaryContent({ [file]: story(goodFrontMatter, 'Text.') });
    for (const args of [['photos'], ['photos', '2024/fair', '--prune'], ['photos', '--shard', '9/8']]) {
      const { code, stderr } = await news(content.folder, args);
      expect([code, stderr]).toEqual([2, expect.stringMatching(/Say one thing|the third of eight/u)]);
    }
  });
});

describe('the photo cache', () => {
  test('four machines encode an archive into one store, and the build that follows encodes nothing', async () => {
    const names = Array.from({ length: 12 }, (_, at) => `${at + 1}.jpg`);
    const photos = await Promise.all(
      names.map(
        async (name, at) =>
          [
            `articles/2024/fair/${name}`,
            await noise(700, 500, at + 1)
              .jpeg()
              .toBuffer(),
          ] as const,
      ),
    );
    content = await temporaryContent({
      [file]: story(
        goodFrontMatter,
        names.map((name) => `![A pattern](${name} "Pattern ${name}")`).join('\n\n'),
      ),
      ...Object.fromEntries(photos),
    });
    const { folder } = content;
    const s3 = await startS3();
    try {
      const env = { ...s3.environment, NEWS_PHOTO_STORE: `s3://${s3.bucket}/archive` };
      for (const part of [1, 2, 3, 4]) {
        const { code, stderr } = await news(folder, ['photos', '--shard', `${part}/4`], {
          env,
          cache: `cache-${part}`,
        });
        expect(stderr).toContain(
          `Part ${part} of 4: 3 photos, 9 renditions encoded into s3://news-photos/archive`,
        );
        expect(code).toBe(0);
      }
      // In a process of its own it knows nothing but what is in the store.
      const build = await news(folder, ['build', '--output', '_site'], { env, run: runNews });
      expect(build.stderr).toContain('12 photos (0 renditions encoded)');
      expect(build.code).toBe(0);
      const published = await readdir(path.join(folder, '_site/photos'));
      expect(published.filter((name) => /\.(?:webp|jpg)$/u.test(name)).length).toBeGreaterThanOrEqual(36);
    } finally {
      await s3.stop();
    }
  });

  test('a damaged entry is made anew in the same build, and pruning keeps what is needed', async () => {
    content = await temporaryContent({
      [file]: story(goodFrontMatter, '![A pattern](1.jpg "Pattern")\n\n[For the press](2.jpg)'),
      'articles/2024/fair/1.jpg': await noise(700, 500).jpeg().toBuffer(),
      'articles/2024/fair/2.jpg': await noise(300, 200).jpeg().toBuffer(),
    });
    const { folder } = content;
    const build = (output = '_site') => news(folder, ['build', '--output', output]);
    expect((await build()).stderr).toContain('(3 renditions encoded)');
    const renditions = path.join(folder, 'cache/photos/renditions');
    const stored = (await readdir(renditions, { recursive: true })).filter((name) => name.endsWith('.webp'));
    const [damaged = ''] = stored;
    const bytes = await readFile(path.join(renditions, damaged));
    bytes[bytes.length - 5] = (bytes[bytes.length - 5] ?? 0) ^ 255;
    await writeFile(path.join(renditions, damaged), bytes);
    // What is published already is not looked at again: another output asks for all of it.
    expect((await build('_other')).stderr).toContain('(1 rendition encoded)');

    await writeFile(
      path.join(renditions, path.dirname(damaged), 'ffffffffffff-640.3-0123456789abcdef.webp'),
      'old',
    );
    const prune = await news(folder, ['photos', '--prune']);
    expect(prune.stderr).toContain('1 file of 0.0 MB removed');
    const after = await build();
    expect(after.stderr).toContain('(0 renditions encoded)');
    expect(after.stderr).toContain('nothing changed');
    expect((await sharp(path.join(renditions, damaged)).stats()).channels).toHaveLength(3);
  });

  test('nothing is pruned while the content has errors', async () => {
    content = await temporaryContent({ [file]: story(goodFrontMatter, '![A](gone.jpg "B")') });
    const { code, stderr } = await news(content.folder, ['photos', '--prune']);
    expect([code, stderr]).toEqual([1, expect.stringContaining('Nothing was removed')]);
  });
});
