import { readdirSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PackStore } from '../../src/cache/pack-store.ts';
import { type LoadedContent, loadContent } from '../../src/content/load-content.ts';
import {
  goodFrontMatter,
  story,
  type TemporaryContent,
  temporaryContent,
} from '../builds/temporary-content.ts';

let content: TemporaryContent;

beforeEach(async () => {
  content = await temporaryContent({
    'articles/2024/fair/index.md': story(goodFrontMatter, 'The first text. See [below](#part).\n\n## Part'),
  });
});

afterEach(() => content.remove());

const storeFolder = () => path.join(content.folder, 'store');
const file = () => path.join(content.folder, 'content/articles/2024/fair/index.md');

function load(codeVersion = 'one', nowMs = Date.now() + 60_000): Promise<LoadedContent> {
  const store = new PackStore(storeFolder());
  const contentFolder = path.join(content.folder, 'content');
  return loadContent({ contentFolder, displayFolder: 'content', memory: { store, codeVersion, nowMs } });
}

function textOf({ content: loaded }: LoadedContent): string | undefined {
  return loaded?.articles[0]?.body.text;
}

describe('articles that were read before', () => {
  test('are the same from the cache as from their files', async () => {
    const everything = (loaded: LoadedContent) =>
      loaded.content?.articles.map(({ body, ...rest }) => {
        const { figures, headings, links, blocks, text, terms } = body;
        return JSON.parse(JSON.stringify({ ...rest, figures, headings, links, blocks, text, terms }));
      });
    const first = await load();
    expect(everything(await load())).toEqual(everything(first));
    expect((await load()).content?.articles[0]?.placeOf(['title'])).toEqual(
      first.content?.articles[0]?.placeOf(['title']),
    );
  });

  test('are read again when the file has other bytes of the same length and the same time', async () => {
    await load();
    const { atime, mtime } = statSync(file());
    writeFileSync(file(), story(goodFrontMatter, 'The other text. See [below](#part).\n\n## Part'));
    utimesSync(file(), atime, mtime);
    expect(textOf(await load())).toContain('The other text.');
  });

  test('are read again when the settings or the code are others', async () => {
    await load();
    expect(textOf(await load('two'))).toContain('The first text.');
    await content.write(
      'articles/2024/fair/index.md',
      story(goodFrontMatter.replace('Research', 'Art'), 'Text.'),
    );
    expect((await load()).diagnostics.map(({ code }) => code)).toEqual(['unknown-topic']);
    expect((await load()).diagnostics.map(({ code }) => code)).toEqual(['unknown-topic']);
  });

  test('are read from their files when the cache is damaged', async () => {
    const remembered = (await load()).content?.articles[0];
    for (const name of readdirSync(storeFolder())) truncateSync(path.join(storeFolder(), name), 200);
    expect(textOf(await load())).toContain('The first text.');
    rmSync(storeFolder(), { recursive: true });
    expect(remembered?.body.text).toContain('The first text.');
  });

  test('keep their warnings', async () => {
    await content.write('articles/2024/fair/index.md', story(goodFrontMatter, '<!-- later -->\n\nText.'));
    expect((await load()).diagnostics).toEqual((await load()).diagnostics);
    expect((await load()).diagnostics).toHaveLength(1);
  });
});
