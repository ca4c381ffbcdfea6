/** What every target keeps to, whatever it is. */

import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BuiltSite, builtSite, type Files, firstSite, secondSite } from './built-site.ts';
import { s3Double } from './s3-double.ts';
import { startSsh } from './ssh-double.ts';
import { folderDouble, publishTo, type TargetDouble, targetOf } from './target-double.ts';

interface Kind {
  readonly name: string;
  readonly hasReleases: boolean;
  /** Starts what all tests of the kind share. */
  readonly open: () => Promise<{
    readonly double: () => Promise<TargetDouble>;
    readonly stop: () => Promise<void>;
  }>;
}

const kinds: readonly Kind[] = [
  {
    name: 'a folder',
    hasReleases: true,
    open: async () => ({ double: folderDouble, stop: async () => undefined }),
  },
  {
    name: 'a bucket',
    hasReleases: false,
    open: async () => ({ double: s3Double, stop: async () => undefined }),
  },
  { name: 'another machine by SSH', hasReleases: true, open: startSsh },
];

let site: BuiltSite;

beforeEach(async () => {
  site = await builtSite();
  await site.build(firstSite);
});

afterEach(() => site.remove());

/** The files of a site, as readers should see them. Assets of the site before may still be there. */
function asShown(files: Files): ReadonlyMap<string, string> {
  return new Map(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe.each(kinds)('publishing to $name', ({ open, hasReleases }) => {
  let opened: Awaited<ReturnType<Kind['open']>>;
  let target: TargetDouble;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.stop());

  beforeEach(async () => {
    target = await opened.double();
  });
  afterEach(() => target.stop());

  const shown = async () =>
    new Map([...(await target.shown())].filter(([file]) => file !== 'assets/site-aaaaaaaaaa.css'));
  const first = () => new Map([...asShown(firstSite)].filter(([file]) => !file.startsWith('assets/site-a')));

  test('shows the whole site, then only what changed is sent, then nothing', async () => {
    const begun = await publishTo(target, site.folder);
    expect(begun).toMatchObject({ outcome: 'published', changes: { changed: [], removed: [] } });
    expect(begun.changes.added).toEqual(Object.keys(firstSite).sort());
    expect(await target.shown()).toEqual(asShown(firstSite));

    await site.build(secondSite);
    const next = await publishTo(target, site.folder);
    expect(next.changes).toEqual({
      added: ['2024/harvest/index.html', 'assets/site-bbbbbbbbbb.css', 'photos/bbbbbbbbbbbb-320.webp'],
      changed: ['2024/fair/index.html', 'feed.xml', 'index.html', 'topics/research/index.html'],
      removed: ['2024/flood/index.html', 'assets/site-aaaaaaaaaa.css'],
    });
    expect(next.sentFiles).toBeLessThan(begun.sentFiles + 3);
    expect(await shown()).toEqual(asShown(secondSite));

    expect(await publishTo(target, site.folder)).toMatchObject({ outcome: 'unchanged', sentFiles: 0 });
    expect(await shown()).toEqual(asShown(secondSite));
  });

  test('a dry run says what would change and changes nothing, even where nothing is yet', async () => {
    expect(await publishTo(target, site.folder, { isDryRun: true })).toMatchObject({ outcome: 'dry-run' });
    expect((await target.shown()).size).toBe(0);
    await publishTo(target, site.folder);
    await site.build(secondSite);
    const { changes } = await publishTo(target, site.folder, { isDryRun: true });
    expect(changes.removed).toContain('2024/flood/index.html');
    expect(await target.shown()).toEqual(asShown(firstSite));
  });

  test('refuses a site whose files are not those of its manifest, and says which', async () => {
    await publishTo(target, site.folder);
    await site.build(secondSite);
    const file = path.join(site.folder, '2024/harvest/index.html');
    await writeFile(file, 'half a sto');
    await expect(publishTo(target, site.folder)).rejects.toThrow(
      '2024/harvest/index.html is missing or changed',
    );
    await rm(file);
    await expect(publishTo(target, site.folder)).rejects.toThrow('2024/harvest/index.html');
    // A photo of the right size and other bytes is found out before anything is sent.
    await site.build(secondSite);
    await writeFile(path.join(site.folder, 'photos/bbbbbbbbbbbb-320.webp'), 'a photo of the HARVEST');
    await expect(publishTo(target, site.folder)).rejects.toThrow('photos/bbbbbbbbbbbb-320.webp');
    expect(await target.shown()).toEqual(asShown(firstSite));
  });

  test('refuses to remove much of the site unless it is told to', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`2023/story-${index}/index.html`, `Story ${index}`]),
    );
    await site.build({ ...firstSite, ...many });
    await publishTo(target, site.folder);
    await site.build(firstSite);
    await expect(publishTo(target, site.folder)).rejects.toThrow('30 of 34 published pages would be gone');
    expect((await target.shown()).size).toBe(37);
    await publishTo(target, site.folder, { allowRemovals: true });
    expect(await target.shown()).toEqual(asShown(firstSite));
  });

  test('fixes what somebody has changed there', async () => {
    await publishTo(target, site.folder);
    await target.spoil('2024/fair/index.html', 'defaced');
    expect(await publishTo(target, site.folder)).toMatchObject({ outcome: 'published' });
    expect(await target.shown()).toEqual(asShown(firstSite));
    // The same length does not hide it, and the rest of the site may have changed too.
    await target.spoil(
      '2024/fair/index.html',
      firstSite['2024/fair/index.html']?.replace('night', 'NIGHT') ?? '',
    );
    await site.build({ ...firstSite, 'feed.xml': '<feed>new</feed>' });
    await publishTo(target, site.folder);
    expect(await target.shown()).toEqual(asShown({ ...firstSite, 'feed.xml': '<feed>new</feed>' }));
  });

  test('a script, a photo or a page that was changed, deleted or added there is named and put right', async () => {
    await publishTo(target, site.folder);
    // Each of the length that it had: only its bytes tell.
    await target.spoil('assets/site-aaaaaaaaaa.css', 'body { color: WHITE }');
    await target.spoil('photos/aaaaaaaaaaaa-320.webp', 'a photo of the fAIR');
    await target.spoil('2024/phish.html', '<a href="https://elsewhere.example/">Sign in</a>');
    const altered = ['assets/site-aaaaaaaaaa.css', 'photos/aaaaaaaaaaaa-320.webp'];
    const named = hasReleases ? ['2024/phish.html', ...altered] : altered;

    const looked = await publishTo(target, site.folder, { isDryRun: true });
    expect(looked).toMatchObject({ changes: { added: [], changed: [], removed: [] }, altered: named });
    // A bucket may hold what other programs put there: it is named, and stays.
    if (!hasReleases) expect(looked.notes.join()).toContain('2024/phish.html');

    const fixed = await publishTo(target, site.folder);
    expect(fixed).toMatchObject({ outcome: 'published', altered: named });
    expect(fixed.notes.join()).toContain('assets/site-aaaaaaaaaa.css');
    const rest = new Map(
      [...(await target.shown())].filter(([file]) => hasReleases || file !== '2024/phish.html'),
    );
    expect(rest).toEqual(asShown(firstSite));
    expect(await publishTo(target, site.folder)).toMatchObject({ outcome: 'unchanged', altered: [] });
  });

  test('what was changed there is found when the site changes too', async () => {
    await publishTo(target, site.folder);
    await target.spoil('photos/aaaaaaaaaaaa-320.webp', 'a photo of the fAIR');
    await site.build(secondSite);
    const altered = ['photos/aaaaaaaaaaaa-320.webp'];
    expect((await publishTo(target, site.folder, { isDryRun: true })).altered).toEqual(altered);
    expect((await publishTo(target, site.folder)).altered).toEqual(altered);
    expect(await shown()).toEqual(asShown(secondSite));
  });

  test('drill: after an account was taken over, the good commit built again replaces all that readers see', async () => {
    await publishTo(target, site.folder);
    // With stolen keys another site was published, and a script was changed past the publisher.
    const theirs = await builtSite();
    const forged = {
      ...firstSite,
      '2024/fair/index.html': 'Forged.',
      '2024/forged/index.html': 'Forged, too.',
    };
    await theirs.build(forged);
    await publishTo(target, theirs.folder);
    await theirs.remove();
    await target.spoil('assets/site-aaaaaaaaaa.css', 'body { color: WHITE }');

    await site.build(firstSite);
    const looked = await publishTo(target, site.folder, { isDryRun: true });
    expect(looked.changes).toEqual({
      added: [],
      changed: ['2024/fair/index.html'],
      removed: ['2024/forged/index.html'],
    });
    expect(looked.altered).toEqual(['assets/site-aaaaaaaaaa.css']);
    await publishTo(target, site.folder);
    expect(await target.shown()).toEqual(asShown(firstSite));
  });

  test('two at once do not mix: one waits or is refused, and readers see a whole site', async () => {
    await publishTo(target, site.folder);
    const other = await builtSite();
    await other.build(secondSite);
    const both = await Promise.allSettled([
      publishTo(target, other.folder),
      publishTo(target, site.folder),
      publishTo(target, other.folder),
    ]);
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true);
    for (const result of both) {
      if (result.status === 'rejected')
        expect(String(result.reason)).toContain(`Another publish to ${target.address} is running`);
    }
    expect([first(), asShown(secondSite)]).toContainEqual(await shown());
    await publishTo(target, other.folder);
    expect(await shown()).toEqual(asShown(secondSite));
    await other.remove();
  });

  test('what was interrupted is completed by the next', async () => {
    await publishTo(target, site.folder);
    await site.build(secondSite);
    for (const after of [1, 1, 2]) {
      const controller = new AbortController();
      const step = (what: string) => (done: number) => {
        if (what === 'Sending' && done >= after) controller.abort();
      };
      await expect(publishTo(target, site.folder, { signal: controller.signal, step })).rejects.toThrow(
        'abort',
      );
    }
    await publishTo(target, site.folder);
    expect(await shown()).toEqual(asShown(secondSite));
  });

  test(hasReleases ? 'steps back to the release before' : 'says that it cannot step back', async () => {
    await publishTo(target, site.folder);
    await site.build(secondSite);
    await publishTo(target, site.folder);
    const { rollBack } = await targetOf(target);
    if (!hasReleases) {
      await expect(rollBack()).rejects.toThrow('build it again');
      return;
    }
    await rollBack();
    // With the assets that pages of the release after it, open in browsers, may still ask for.
    const withAsset = asShown({
      ...firstSite,
      'assets/site-bbbbbbbbbb.css': secondSite['assets/site-bbbbbbbbbb.css'] ?? '',
    });
    expect(await target.shown()).toEqual(withAsset);
    await expect(rollBack()).rejects.toThrow('no release before');
    await publishTo(target, site.folder);
    expect(await shown()).toEqual(asShown(secondSite));
    // The one that was rolled back from is gone: a step back is again a step to the first.
    await rollBack();
    expect(await target.shown()).toEqual(withAsset);
  });
});
