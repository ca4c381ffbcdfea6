/** What editors' tools are told is what the generator reads. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { editorFiles } from '../../src/cli/commands/schema.ts';
import { splitFrontMatter } from '../../src/content/front-matter.ts';
import { type Content, loadContent } from '../../src/content/load-content.ts';
import { readYaml } from '../../src/content/yaml-document.ts';
import { jsonSchemas } from '../../src/editor/json-schemas.ts';
import { parseBody } from '../../src/markdown/parse-body.ts';
import { hasDemonstration, newsroomFolder } from '../fixtures/newsroom-folder.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const content = await demoContent();

async function demoContent(): Promise<Content> {
  const loaded = await loadContent({ contentFolder: newsroomFolder, displayFolder: 'content' });
  if (loaded.content === undefined) throw new Error('The demonstration content cannot be read.');
  return loaded.content;
}

function frontMatterOf(text: string): unknown {
  const split = splitFrontMatter(text, 'x.md');
  if (!split.ok) throw new Error(split.diagnostic.message);
  return readYaml(split.file.yaml, 'x.md', 2).value;
}

describe('files for editors’ tools', () => {
  const settings = z.record(z.string(), z.unknown()).parse(JSON.parse(read('.vscode/settings.json')));

  test.skipIf(!hasDemonstration).each([...editorFiles(content.config, 'content', settings)])(
    '%s is in step with the schema and site.yaml: run `npx news schema`',
    (file, text) => {
      expect(read(file)).toBe(text);
    },
  );

  test('the schemas accept what is published', () => {
    const { article, page, person } = jsonSchemas(content.config);
    for (const [schema, files] of [
      [article, content.articles],
      [page, content.pages],
      [person, content.people],
    ] as const) {
      const validator = z.fromJSONSchema(
        z.record(z.string(), z.json()).parse(JSON.parse(JSON.stringify(schema))),
      );
      for (const { file } of files) {
        expect(
          validator.safeParse(frontMatterOf(readFileSync(path.join(newsroomFolder, file), 'utf8'))).error,
          file,
        ).toBeUndefined();
      }
    }
  });

  test.each([
    ['an unknown key', { title: 'A', date: '2024-01-02', topics: ['Research'], sumary: 'x' }],
    ['an unknown topic', { title: 'A', date: '2024-01-02', topics: ['Reserch'] }],
    [
      'an unknown role',
      { title: 'A', date: '2024-01-02', topics: ['Research'], credits: { writer: 'LI Hua' } },
    ],
    ['a name under draft', { title: 'A', date: '2024-01-02', topics: ['Research'], draft: 'LI Hua' }],
    ['no title', { date: '2024-01-02', topics: ['Research'] }],
  ])('the schema of articles refuses %s', (_what, value) => {
    const schema = z
      .record(z.string(), z.json())
      .parse(JSON.parse(JSON.stringify(jsonSchemas(content.config).article)));
    expect(z.fromJSONSchema(schema).safeParse(value).success).toBe(false);
  });

  test('each snippet is good Markdown of the dialect', () => {
    const snippets = z
      .record(z.string(), z.object({ body: z.array(z.string()) }))
      .parse(JSON.parse(read('.vscode/newsroom.code-snippets')));
    for (const [name, { body }] of Object.entries(snippets)) {
      if (name === 'Story') continue;
      const source = body.join('\n').replace(/\$\{\d:([^}]*)\}|\$0/gu, '$1');
      const { diagnostics } = parseBody(source, { file: 'x.md', folder: 'articles/2024/x', firstLine: 1 });
      expect(diagnostics, name).toEqual([]);
    }
  });
});
