/** What is particular to releases on another machine: a real OpenSSH server and rsync, on loopback. */

import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BuiltSite, builtSite, firstSite, secondSite } from './built-site.ts';
import { type SshServer, startSsh } from './ssh-double.ts';
import { publishTo, type TargetDouble } from './target-double.ts';

let server: SshServer;
let site: BuiltSite;
let target: TargetDouble;
let folder = '';

beforeAll(async () => {
  server = await startSsh();
});
afterAll(() => server.stop());

beforeEach(async () => {
  site = await builtSite();
  await site.build(firstSite);
  target = await server.double();
  folder = target.address.replace(/^rsync:\w+:/u, '');
});
afterEach(async () => {
  await target.stop();
  await site.remove();
});

const entries = (files: object) => Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));

describe('releases on another machine', () => {
  test('share the files that did not change, and have rights and compressed files for a web server', async () => {
    await publishTo(target, site.folder);
    const files = ['2024/fair/index.html', '2024/fair/index.html.br', 'photos/aaaaaaaaaaaa-320.webp'];
    const look = () => Promise.all(files.map((file) => stat(path.join(folder, 'current', file))));
    const before = await look();
    expect(before.map(({ mode }) => (mode & 0o777).toString(8))).toEqual(['644', '644', '644']);
    await site.build({ ...firstSite, 'feed.xml': '<feed>new</feed>' });
    expect(await publishTo(target, site.folder)).toMatchObject({ sentFiles: 2 });
    expect((await look()).map(({ ino }) => ino)).toEqual(before.map(({ ino }) => ino));
    expect((await stat(path.join(folder, 'current'))).mode & 0o777).toBe(0o755);
  });

  test('are sent what differs of a large file, and say so', async () => {
    const line = (index: number) => `${index} ${(index * 7919) % 10_007}\n`;
    const sound = Array.from({ length: 40_000 }, (_, index) => line(index));
    await site.build({ ...firstSite, 'bell.mp3': sound.join('') });
    const { sentBytes } = await publishTo(target, site.folder);
    await site.build({ ...firstSite, 'bell.mp3': sound.with(20_000, 'another\n').join('') });
    expect(sentBytes).toBeGreaterThan(sound.join('').length);
    expect((await publishTo(target, site.folder)).sentBytes).toBeLessThan(sentBytes / 10);
  });

  test('names in any script and with spaces arrive as they are', async () => {
    const files = { ...firstSite, '2024/科学 节/index.html': 'A fair', "2024/o'clock $HOME/index.html": 'x' };
    await site.build(files);
    await publishTo(target, site.folder);
    expect([...(await target.shown())]).toEqual(entries(files));
    expect(await publishTo(target, site.folder)).toMatchObject({ outcome: 'unchanged' });
  });

  test('the network cut while files are sent leaves the old site, and the next publish goes on', async () => {
    await publishTo(target, site.folder);
    await site.build(secondSite);
    const step = (what: string) => () => {
      if (what === 'Sending') server.cut();
    };
    await expect(publishTo(target, site.folder, { step })).rejects.toThrow('Readers see');
    expect([...(await target.shown())]).toEqual(entries(firstSite));
    expect(await publishTo(target, site.folder)).toMatchObject({ outcome: 'published' });
    expect(Object.fromEntries(await target.shown())).toMatchObject(secondSite);
    expect(await readdir(path.join(folder, 'releases'))).toHaveLength(2);
  });

  test('a machine that does not answer, and a program that is not there, are told', async () => {
    await writeFile(`${folder}-config`, `Host newsroom\n  HostName 127.0.0.1\n  Port 1\n`);
    const elsewhere = { ...target, environment: { RSYNC_RSH: `ssh -F ${folder}-config` } };
    await expect(publishTo(elsewhere, site.folder)).rejects.toThrow(/does not answer.*Readers see/u);
    const without = { ...target, environment: { RSYNC_RSH: 'no-such-ssh' } };
    await expect(publishTo(without, site.folder)).rejects.toThrow('there is no program "no-such-ssh"');
  });

  test('are refused where another tool has put a folder in the way', async () => {
    await mkdir(path.join(folder, 'current'), { recursive: true });
    await expect(publishTo(target, site.folder)).rejects.toThrow('is not a link that news publish made');
  });
});
