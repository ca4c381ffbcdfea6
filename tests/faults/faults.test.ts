/**
 * What goes wrong around a build and a publish. After each fault readers see the old site or the new one, never a mixture;
 * what editors wrote is as it was; the next run puts everything right; and the message says what happened.
 */

import {
  appendFile,
  cp,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { exitCode } from '../../src/cli/exit-code.ts';
import { random } from '../fixed-seed.ts';
import {
  hashesIn,
  moments,
  momentsTried,
  type Newsroom,
  openNewsroom,
  type State,
  smallDisk,
  Tally,
} from './newsroom.ts';

const yearMs = 365 * 86_400_000;
/** With many moments the suite takes as long as it takes. */
const timeout = 180_000 + momentsTried * 20_000;

let room: Newsroom;

beforeAll(async () => {
  room = await openNewsroom();
});

const tally = new Tally();

afterAll(async () => {
  if (process.env.NEWS_FAULT_MOMENTS !== undefined) process.stdout.write(tally.print());
  await room?.close();
});

/** The old site is built and published. */
beforeEach(async () => {
  await room.show('old');
  expect((await room.build()).code).toBe(exitCode.good);
  expect((await room.publish()).code).toBe(exitCode.good);
});

/** The next build and publish make everything as if nothing had happened. */
async function expectHealed(state: State): Promise<void> {
  const built = await room.build();
  expect(built.code, built.said).toBe(exitCode.good);
  expect(await room.siteIn(room.output)).toBe(state);
  const published = await room.publish();
  expect(published.code, published.said).toBe(exitCode.good);
  expect(await room.siteIn(room.siteOfReaders())).toBe(state);
  expect(await room.litter()).toEqual([]);
}

const other = (state: State): State => (state === 'old' ? 'new' : 'old');

describe('a build', () => {
  test('that is killed at any moment leaves readers their site, and the next makes a whole one', {
    timeout,
  }, async () => {
    await room.show('new');
    const { writes } = await room.buildStruck({ kind: 'count' });
    expect(writes).toBeGreaterThan(20);
    let built: State = 'new';
    for (const at of moments(writes)) {
      const next = other(built);
      await room.show(next);
      const content = await room.contentHash();
      const { code } = await room.buildStruck({ kind: 'kill', at });
      expect([-1, exitCode.good], `write ${at}`).toContain(code);
      expect(await room.contentHash()).toBe(content);
      expect(await room.siteIn(room.siteOfReaders()), `write ${at}`).toBe('old');
      // Cut in the middle of moving files in, the output is refused; before and after, it is one of the two.
      if (await room.isPublishable())
        expect(await room.siteIn(room.output), `write ${at}`).not.toContain('mixture');
      const left = (await room.isPublishable()) ? 'whole' : 'refused until the next build';
      tally.note('build killed', `output ${left}`);
      // By turns the same content is built again, or the content is taken back.
      built = at % 2 === 0 ? next : built;
      await room.show(built);
      const healed = await room.build();
      expect(healed.code, healed.said).toBe(exitCode.good);
      expect(await room.siteIn(room.output), `after write ${at}`).toBe(built);
    }
    await expectHealed(built);
  });

  test('on a disk that is full says so and leaves the site as it was', { timeout }, async () => {
    await room.show('new');
    await rm(room.inside('cache'), { recursive: true });
    const { writes } = await room.buildStruck({ kind: 'count' });
    await rm(room.output, { recursive: true });
    await room.show('old');
    await room.build();
    for (const at of moments(writes)) {
      await room.show('new');
      await rm(room.inside('cache'), { recursive: true });
      const { code, stderr } = await room.buildStruck({ kind: 'full', at });
      // What can do without the disk goes on: a cache is no reason to stop.
      if (code !== exitCode.good) {
        expect(code, stderr).toBe(exitCode.machine);
        expect(stderr).toMatch(/no space left/u);
        expect(stderr).not.toMatch(/\n\s+at .*\.js:/u);
      }
      if (await room.isPublishable())
        expect(await room.siteIn(room.output), `write ${at}`).not.toContain('mixture');
      expect(await room.siteIn(room.siteOfReaders())).toBe('old');
      tally.note(
        'disk full in a build',
        code === exitCode.good ? 'built without the cache' : 'stopped, and said so',
      );
      await room.show('old');
      expect((await room.build()).code).toBe(exitCode.good);
      expect(await room.siteIn(room.output), `after write ${at}`).toBe('old');
    }
    await room.show('new');
    await expectHealed('new');
  });

  test('whose cache cannot be written goes on without it, and says so', { timeout }, async () => {
    await writeFile(room.inside('no-folder'), 'A file stands where the cache would be.');
    await room.show('new');
    const folders = room.folders.map((folder) =>
      folder === room.inside('cache') ? room.inside('no-folder/cache') : folder,
    );
    const { code, said } = await room.run('build', '--output', room.output, ...folders);
    expect(code, said).toBe(exitCode.good);
    expect(said).toContain('cannot be written');
    expect(await room.siteIn(room.output)).toBe('new');
    await expectHealed('new');
  });

  test('reads a cache that can only be read', { timeout }, async (context) => {
    const disk = await smallDisk(20_000);
    if (disk === undefined) return context.skip('This process may not mount a disk.');
    try {
      await cp(room.inside('cache'), disk.folder, { recursive: true });
      disk.makeReadOnly();
      await rm(room.output, { recursive: true });
      const folders = room.folders.map((folder) => (folder === room.inside('cache') ? disk.folder : folder));
      const { code, said } = await room.run('build', '--output', room.output, ...folders);
      expect(code, said).toBe(exitCode.good);
      expect(said).toContain('cannot be written');
      expect(said).toContain('0 renditions encoded');
      expect(await room.siteIn(room.output)).toBe('old');
    } finally {
      await disk.remove();
    }
  });

  test('does not believe a damaged cache', { timeout }, async () => {
    const damage: readonly ((file: string) => Promise<void>)[] = [
      (file) => truncate(file, 10),
      (file) => writeFile(file, ''),
      (file) => appendFile(file, 'x'),
      async (file) => {
        const bytes = await readFile(file);
        bytes.writeUInt8((bytes[bytes.length >> 1] ?? 0) ^ 0xff, bytes.length >> 1);
        await writeFile(file, bytes);
      },
    ];
    for (const [index, spoil] of damage.entries()) {
      const files = [...(await hashesIn(room.inside('cache'))).keys()];
      expect(files.length).toBeGreaterThan(10);
      for (const file of files) await spoil(room.inside('cache', file));
      await rm(room.output, { recursive: true });
      const { code, said } = await room.build();
      expect(code, said).toBe(exitCode.good);
      expect(await room.siteIn(room.output), `damage ${index}`).toBe('old');
      tally.note('every file of the cache damaged', 'made anew, byte for byte');
    }
    await expectHealed('old');
  });

  test('beside another waits for it, and the site is one of the two', { timeout }, async () => {
    for (let round = 0; round < Math.ceil(momentsTried / 3); round += 1) {
      await room.show('new');
      const first = room.buildStruck({ clockMs: 0 });
      const second = room.buildStruck({ clockMs: 0 });
      for (const { code, stderr } of await Promise.all([first, second]))
        expect(code, stderr).toBe(exitCode.good);
      expect(await room.siteIn(room.output)).toBe('new');
      tally.note('two builds at once', 'both whole, one after the other');
      await room.show('old');
      await room.build();
    }
    await room.show('new');
    await expectHealed('new');
  });

  test('whose clock is wrong by a year makes what it should once the clock is right', {
    timeout,
  }, async () => {
    for (const clockMs of momentsTried > 1 ? [-yearMs, yearMs] : [random() < 0.5 ? -yearMs : yearMs]) {
      await room.show('new');
      const { code, stderr } = await room.buildStruck({ clockMs });
      expect(code, stderr).toBe(exitCode.good);
      const published = await room.publishStruck({ clockMs });
      expect(published.code, published.stderr).toBe(exitCode.good);
      expect(await room.siteIn(room.siteOfReaders())).toBe('new');
      tally.note('clock wrong by a year', 'built and published the same');
      await room.show('old');
      await expectHealed('old');
    }
  });

  test('under which a photo is deleted says which, or is done before', { timeout }, async () => {
    await room.show('new');
    const { writes } = await room.buildStruck({ kind: 'count' });
    for (const at of moments(writes)) {
      await room.show('old');
      await room.build();
      await room.show('new');
      await rm(room.inside('cache'), { recursive: true });
      const file = room.inside('content/articles/2024/harvest/1.jpg');
      const { code, stderr, stdout } = await room.buildStruck({ kind: 'delete', at, file });
      if (code !== exitCode.good) {
        expect(code, stderr).toBe(exitCode.content);
        expect(stderr + stdout).toContain('articles/2024/harvest/1.jpg');
      }
      expect(await room.siteIn(room.output), `write ${at}`).toBe(code === exitCode.good ? 'new' : 'old');
      tally.note(
        'photo deleted during the build',
        code === exitCode.good ? 'the new site' : 'the old site, photo named',
      );
    }
    await room.show('new');
    await expectHealed('new');
  });
});

describe('a publish', () => {
  test('that is killed at any moment shows the old site or the new one, and the next completes it', {
    timeout,
  }, async () => {
    await room.show('new');
    await room.build();
    const { writes } = await room.publishStruck({ kind: 'count' });
    expect(writes).toBeGreaterThan(20);
    let shown: State = 'new';
    // The last writes show the release and clear up.
    for (const at of [...(momentsTried > 1 ? [...moments(writes), writes - 3] : []), writes - 1]) {
      const next = other(shown);
      await room.show(next);
      await room.build();
      const { code } = await room.publishStruck({ kind: 'kill', at });
      expect([-1, exitCode.good], `write ${at}`).toContain(code);
      const seen = await room.siteIn(room.siteOfReaders());
      expect([shown, next], `write ${at}`).toContain(seen);
      tally.note('publish killed', seen === next ? 'readers see the new site' : 'readers see the old site');
      const { code: healed, said } = await room.publish();
      expect(healed, said).toBe(exitCode.good);
      expect(await room.siteIn(room.siteOfReaders()), `after write ${at}`).toBe(next);
      expect(await room.litter(), `after write ${at}`).toEqual([]);
      shown = next;
    }
  });

  test('onto a disk that is full says so, and readers keep their site', { timeout }, async () => {
    await room.show('new');
    await room.build();
    const { writes } = await room.publishStruck({ kind: 'count' });
    for (const at of moments(writes)) {
      await room.show('old');
      await room.build();
      await room.publish();
      await room.show('new');
      await room.build();
      const { code, stderr } = await room.publishStruck({ kind: 'full', at });
      const shown = await room.siteIn(room.siteOfReaders());
      expect(['old', 'new'], `write ${at}`).toContain(shown);
      tally.note('disk full in a publish', `readers see the ${shown} site`);
      if (code === exitCode.good) expect(shown).toBe('new');
      else expect(stderr).toMatch(/disk is full/u);
    }
    await expectHealed('new');
  });

  test('onto a small disk, a real one, says so', { timeout }, async (context) => {
    const disk = await smallDisk(100);
    if (disk === undefined) return context.skip('This process may not mount a disk.');
    try {
      const address = `file:${disk.folder}`;
      const { code, said } = await room.run('publish', address, '--output', room.output, ...room.folders);
      expect(code).toBe(exitCode.machine);
      expect(said).toMatch(/disk is full/u);
      expect(await readdir(path.join(disk.folder, 'releases'))).toEqual([]);
    } finally {
      await disk.remove();
    }
  });

  test('beside another does not mix with it', { timeout }, async () => {
    await room.show('new');
    await room.build();
    const both = await Promise.all([room.publishStruck({ clockMs: 0 }), room.publishStruck({ clockMs: 0 })]);
    expect(both.map(({ code }) => code)).toContain(exitCode.good);
    for (const { code, stderr } of both)
      if (code !== exitCode.good) expect(stderr).toContain('Another publish');
    expect(await room.siteIn(room.siteOfReaders())).toBe('new');
    const isRefused = both.some(({ code }) => code !== exitCode.good);
    tally.note('two publishes at once', isRefused ? 'one published, one refused' : 'one after the other');
    await expectHealed('new');
  });

  test('into a folder that an older tool has half written makes a whole release beside it', {
    timeout,
  }, async () => {
    const www = room.inside('www');
    await rm(path.join(www, 'current'));
    await mkdir(path.join(www, 'releases/2019-05-06-old'), { recursive: true });
    await writeFile(path.join(www, 'releases/2019-05-06-old/index.html'), 'half of');
    await mkdir(path.join(www, 'releases/.incoming-00000000/2024'), { recursive: true });
    await writeFile(path.join(www, 'index.html'), 'An old page.');
    await symlink('releases/2019-05-06-old', path.join(www, 'current'));
    await room.show('new');
    await room.build();
    const { code, said } = await room.publish();
    expect(code, said).toBe(exitCode.good);
    expect(await room.siteIn(room.siteOfReaders())).toBe('new');
    expect(await readFile(path.join(www, 'index.html'), 'utf8')).toBe('An old page.');
    expect(await readdir(path.join(www, 'releases'))).toContain('2019-05-06-old');
    await rm(path.join(www, 'index.html'));
    await expectHealed('new');
  });

  test('of a site that has lost most of its pages is refused, unless it is meant', { timeout }, async () => {
    const manyStories = Array.from({ length: 40 }, (_, index) => `content/articles/2023/story-${index}`);
    for (const [index, folder] of manyStories.entries()) {
      await mkdir(room.inside(folder), { recursive: true });
      await writeFile(
        room.inside(folder, 'index.md'),
        `---\ntitle: Story number ${index}\ndate: 2023-01-01\ntopics: [Research]\n---\n\nText.\n`,
      );
    }
    await room.build();
    expect((await room.publish()).code).toBe(exitCode.good);
    for (const folder of manyStories) await rm(room.inside(folder), { recursive: true });
    await room.build();
    const address = `file:${room.inside('www')}`;
    const { code, said } = await room.run('publish', address, '--output', room.output, ...room.folders);
    expect(code).toBe(exitCode.content);
    expect(said).toMatch(/4\d of \d+ published pages would be gone/u);
    expect((await stat(path.join(room.siteOfReaders(), '2023/01/story-7/index.html'))).isFile()).toBe(true);
    await expectHealed('old');
  });
});
