/** What every store of the editor does, and what those of a host do besides. Behind each host is a real git repository. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SaveAnswer } from '../../../src/editor/store-messages.ts';
import { goodFrontMatter, photo, story } from '../../builds/temporary-content.ts';
import { makers, type TestStore } from './test-stores.ts';

const fair = 'articles/2024/fair/index.md';
/** What no editor may change by opening and saving: a byte order mark, line ends of Windows, no end of the last line. */
const fairText =
  `\uFEFF${story(goodFrontMatter, '![A lake](lake.jpg "The *lake*"){credit="LI Hua"}\n\nThe  end.')}`
    .replaceAll('\n', '\r\n')
    .trimEnd();
const fresh = 'articles/2024/bamboo/index.md';
const freshText = story(
  'title: A Bridge of Bamboo\ndate: 2024-05-07\ntopics: [Research]',
  'Students have built a bridge.',
);

let place: TestStore;

function versionOf(answer: SaveAnswer): string {
  if (answer.kind !== 'saved') throw new Error(`Not saved: ${JSON.stringify(answer)}`);
  return answer.version;
}

function file(name: string, bytes: Uint8Array<ArrayBuffer>): File {
  return new File([bytes], name);
}

describe.each(Object.keys(makers))('the store of %s', (kind) => {
  beforeEach(async () => {
    const lake = await photo();
    place = await (makers[kind] ?? fail)({
      [fair]: fairText,
      'articles/2024/fair/lake.jpg': lake,
      'people/li-hua.md': '---\nname: LI Hua\n---\n\nA photographer.\n',
    });
  });

  afterEach(async () => {
    expect(place.host?.server.faults ?? []).toEqual([]);
    await place.close();
  });

  test('tells the settings of the site, and lists its stories', async () => {
    const { store } = place;
    const settings = await store.settings();
    expect(settings).toMatchObject({
      siteName: 'Test News',
      timeZone: 'Asia/Shanghai',
      contentFolder: 'content',
    });
    expect(settings.people).toContain('LI Hua');
    expect(Object.keys(settings.schema.properties ?? {})).toContain('publishAt');
    expect(await store.list()).toEqual([
      expect.objectContaining({ file: fair, title: 'A good story', day: '2024-05-06', state: 'published' }),
    ]);
  });

  test('opens a story with its bytes and photos, and saves it without changing one', async () => {
    const { store, saved } = place;
    const opened = await store.open(fair);
    expect(opened.raw).toBe(fairText);
    expect(opened.photos).toEqual([
      expect.objectContaining({ name: 'lake.jpg', widthPx: 900, heightPx: 600 }),
    ]);
    expect(await store.thumbnailOf('articles/2024/fair/lake.jpg')).not.toBe('');
    versionOf(await store.save(fair, opened.raw, opened.version));
    expect((await saved(fair))?.toString()).toBe(fairText);
  });

  test('saves a new story and its photos, and the next change upon that', async () => {
    const { store, saved } = place;
    const first = versionOf(await store.save(fresh, freshText, undefined));
    const bytes = new Uint8Array(await photo(800, 500));
    const added = await store.addPhoto(fresh, file('River View.JPG', bytes));
    expect(added).toEqual({
      photo: expect.objectContaining({ name: 'river-view.jpg', widthPx: 800, heightPx: 500 }),
    });
    // It is stored at once, or said to wait for the next saving.
    expect(store.hasUnsaved?.(fresh) ?? false).toBe(
      (await saved('articles/2024/bamboo/river-view.jpg')) === undefined,
    );
    // The same photo is not taken twice; another of its name gets another.
    expect((await store.addPhoto(fresh, file('River View.JPG', bytes))).photo?.name).toBe('river-view.jpg');
    const other = new Uint8Array(await photo(700, 500));
    expect((await store.addPhoto(fresh, file('River View.JPG', other))).photo?.name).toBe('river-view-2.jpg');
    expect(
      (await store.addPhoto(fresh, file('a.jpg', new TextEncoder().encode('<svg/>')))).message,
    ).toBeDefined();
    const second = versionOf(await store.save(fresh, `${freshText}More.\n`, first));
    expect(store.hasUnsaved?.(fresh) ?? false).toBe(false);
    expect((await saved(fresh))?.toString()).toBe(`${freshText}More.\n`);
    expect(await saved('articles/2024/bamboo/river-view.jpg')).toEqual(Buffer.from(bytes));
    expect(await saved('articles/2024/bamboo/river-view-2.jpg')).toEqual(Buffer.from(other));
    versionOf(await store.save(fresh, `${freshText}More and more.\n`, second));
    const opened = await place.other().open(fresh);
    expect(opened.raw).toBe(`${freshText}More and more.\n`);
    expect(opened.photos.map(({ name }) => name).sort()).toEqual(['river-view-2.jpg', 'river-view.jpg']);
    expect((await place.other().list()).map((one) => one.file)).toContain(fresh);
  });

  test('shows both versions when a colleague has changed a story, or begun the same', async () => {
    const { store, change, saved } = place;
    const { version } = await store.open(fair);
    await change(fair, 'Theirs');
    const answer = await store.save(fair, 'Mine', version);
    expect(answer).toEqual({ kind: 'conflict', stored: { raw: 'Theirs', version: expect.any(String) } });
    expect((await saved(fair))?.toString()).toBe('Theirs');
    // Their version has been seen: mine may be saved over it.
    const stored = answer.kind === 'conflict' ? answer.stored : undefined;
    versionOf(await store.save(fair, 'Mine', stored?.version));
    expect((await saved(fair))?.toString()).toBe('Mine');
    await change(fresh, 'Theirs');
    expect(await store.save(fresh, 'Mine', undefined)).toMatchObject({
      kind: 'conflict',
      stored: { raw: 'Theirs' },
    });
  });

  test('of two editors who save at once tells one of the other', async () => {
    const [one, other] = [place.store, place.other()];
    const version = versionOf(await one.save(fair, 'First', (await one.open(fair)).version));
    expect((await other.open(fair)).version).toBe(version);
    const answers = await Promise.all([one.save(fair, 'One', version), other.save(fair, 'Two', version)]);
    expect(answers.map((answer) => answer.kind).sort()).toEqual(['conflict', 'saved']);
  });

  test('checks a text and renders its page without saving it', async () => {
    const { store, saved } = place;
    await store.open(fair);
    const text = story(
      goodFrontMatter.replace('Research', 'Reserch'),
      '![](lake.jpg "The lake")\n\nTwo  spaces. [Other](../nothing/index.md)',
    );
    const { findings } = await store.render(fair, text);
    const codes = findings.map(({ code, line }) => `${code} ${line}`);
    expect(codes).toEqual(expect.arrayContaining(['unknown-topic 4']));
    const right = text.replace('Reserch', 'Research');
    const rendered = await store.render(fair, right);
    expect(rendered.findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['missing-alt', 'double-space', 'broken-link']),
    );
    expect(rendered.page).toBeDefined();
    expect((await saved(fair))?.toString()).toBe(fairText);
  });

  test('says that it cannot be reached, and goes on when it can', async () => {
    const { store, cut, saved } = place;
    const { version } = await store.open(fair);
    cut(true);
    await expect(store.save(fair, 'Mine', version)).rejects.toMatchObject({ isOffline: true });
    cut(false);
    versionOf(await store.save(fair, 'Mine', version));
    expect((await saved(fair))?.toString()).toBe('Mine');
  });

  test.each([
    'site.yaml',
    '../outside/index.md',
    'articles/2024/.git/index.md',
    'articles/2024/con/index.md',
  ])('refuses %s, which is no story', async (wrong) => {
    expect(await place.store.save(wrong, 'x', undefined)).toMatchObject({ kind: 'refused' });
  });
});

describe.each(Object.keys(makers).filter((kind) => kind !== 'a folder'))('a story on %s', (kind) => {
  beforeEach(async () => {
    place = await (makers[kind] ?? fail)({ [fair]: fairText, 'articles/2024/fair/lake.jpg': await photo() });
  });

  afterEach(async () => {
    expect(place.host?.server.faults ?? []).toEqual([]);
    await place.close();
  });

  test('is one branch and one request, from a draft to the merge, and begins anew after it', async () => {
    const { store, host = fail() } = place;
    const { review = fail() } = store;
    const main = await host.repository.head('main');
    const bytes = new Uint8Array(await photo(800));
    await store.addPhoto(fresh, file('bridge.jpg', bytes));
    const version = versionOf(await store.save(fresh, freshText, undefined));
    // The text and its photo are one change.
    expect(await host.repository.git(['log', '--format=%s', 'main..story/2024-bamboo'])).toBe(
      'Write A Bridge of Bamboo',
    );
    expect(await host.repository.changedPaths('main', 'story/2024-bamboo')).toEqual([
      'content/articles/2024/bamboo/bridge.jpg',
      'content/articles/2024/bamboo/index.md',
    ]);
    expect(await review.of(fresh)).toBeUndefined();
    const sent = await review.send(fresh, 'A Bridge of Bamboo', true);
    expect(sent).toMatchObject({ branch: 'story/2024-bamboo', isDraft: true });
    expect(await place.other().list()).toContainEqual(
      expect.objectContaining({
        file: fresh,
        work: expect.objectContaining({ isDraft: true, url: sent.url }),
      }),
    );
    const next = versionOf(await store.save(fresh, `${freshText}More.\n`, version));
    expect(await review.send(fresh, 'A Bridge of Bamboo', false)).toMatchObject({
      isDraft: false,
      url: sent.url,
    });
    expect(await review.open()).toEqual([expect.objectContaining({ isDraft: false })]);
    expect(await host.repository.head('main')).toBe(main);
    expect(await host.pages.merge('story/2024-bamboo')).toBe(true);
    expect(await host.repository.text('main', `content/${fresh}`)).toBe(`${freshText}More.\n`);
    expect(await review.of(fresh)).toBeUndefined();

    // A correction a day later is a branch anew, from the main branch as it is then.
    await host.repository.change('main', { 'content/articles/2024/other/index.md': 'Other' });
    versionOf(await store.save(fresh, `${freshText}Corrected.\n`, next));
    expect(await host.repository.git(['rev-parse', 'story/2024-bamboo^'])).toBe(
      await host.repository.head('main'),
    );
    // What is saved there is what opens, sent or not.
    expect((await place.other().open(fresh)).raw).toBe(`${freshText}Corrected.\n`);
    const saved = { file: fresh, work: expect.objectContaining({ url: '' }) };
    expect(await place.other().list()).toContainEqual(expect.objectContaining(saved));
    expect((await review.send(fresh, 'Correct it', false)).url).not.toBe(sent.url);
  });

  test('that others have changed on the main branch shows both, and merges without a conflict', async () => {
    const { store, host = fail() } = place;
    const { version } = await store.open(fair);
    const mine = versionOf(await store.save(fair, fairText.replace('end', 'mine'), version));
    await host.repository.change('main', {
      [`content/${fair}`]: fairText.replace('end', 'theirs'),
      'content/articles/2024/other/index.md': 'Other',
    });
    const answer = await store.save(fair, fairText.replace('end', 'mine too'), mine);
    expect(answer).toMatchObject({ kind: 'conflict', stored: { raw: fairText.replace('end', 'theirs') } });
    const stored = answer.kind === 'conflict' ? answer.stored : undefined;
    versionOf(await store.save(fair, fairText.replace('end', 'both'), stored?.version));
    await store.review?.send(fair, 'The fair', false);
    expect(await host.pages.merge('story/2024-fair')).toBe(true);
    expect(await host.repository.text('main', `content/${fair}`)).toBe(fairText.replace('end', 'both'));
    expect(await host.repository.text('main', 'content/articles/2024/other/index.md')).toBe('Other');
  });

  test('takes photos of Git LFS only where the host makes pointers of them', async () => {
    const { host = fail() } = place;
    await host.repository.change('main', { '.gitattributes': '*.jpg filter=lfs diff=lfs merge=lfs -text\n' });
    const bytes = new Uint8Array(await photo(800));
    const { message } = await place.store.addPhoto(fresh, file('bridge.jpg', bytes));
    expect(message === undefined).toBe(kind !== 'GitHub');
  });

  test('goes on upon a branch that main has moved past, and touches nothing else', async () => {
    const { store, host = fail() } = place;
    const { version } = await store.open(fair);
    const first = versionOf(await store.save(fair, 'One', version));
    await host.repository.change('main', { 'content/articles/2024/other/index.md': 'Other' });
    versionOf(await store.save(fair, 'Two', first));
    await store.review?.send(fair, 'The fair', false);
    expect(await host.pages.merge('story/2024-fair')).toBe(true);
    expect(await host.repository.text('main', 'content/articles/2024/other/index.md')).toBe('Other');
  });
});

function fail(): never {
  throw new Error('There is nothing here.');
}
