/** Stories that move and go, built as CI builds them: publish, note the addresses, change the content, publish again. */

import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exitCode } from '../../src/cli/exit-code.ts';
import { type Generator, openGenerator } from './generator.ts';
import { textOf } from './read-html.ts';
import { goodFrontMatter, story, type TemporaryContent, temporaryContent } from './temporary-content.ts';

let generator: Generator;
let content: TemporaryContent;

beforeAll(async () => {
  generator = await openGenerator();
  content = await temporaryContent({
    'articles/2024/fair/index.md': story(goodFrontMatter, 'Forty stalls stood on the green.'),
    'articles/2024/pond/index.md': story(goodFrontMatter.replace('A good', 'A sad'), 'Herons left the pond.'),
  });
});

afterAll(async () => {
  await content?.remove();
  await generator?.remove();
});

const run = (command: readonly string[]) =>
  generator.run([...command, '--content', path.join(content.folder, 'content')]);
const build = () => run(['build', '--output', path.join(content.folder, '_site')]);
const read = (file: string) => readFile(path.join(content.folder, '_site', file), 'utf8');
const article = (name: string) => path.join(content.folder, 'content/articles/2024', name);

describe('addresses that were published', () => {
  test('are noted once, in a file that stays as it is when nothing is new', async () => {
    expect((await build()).code).toBe(exitCode.good);
    const { code, said } = await run(['addresses', '--update']);
    expect(code, said).toBe(exitCode.good);
    const ledger = path.join(content.folder, 'content/.addresses.json');
    const first = await readFile(ledger, 'utf8');
    expect(first).toContain('"/2024/05/fair/": "articles/2024/fair/index.md"');
    expect((await run(['addresses', '--update'])).said).toContain('0 of them new');
    expect(await readFile(ledger, 'utf8')).toBe(first);
    // Two branches have published: the command takes what both have noted.
    const line = /^ {2}"\/2024\/05\/fair\/".*$/mu.exec(first)?.[0] ?? '';
    await writeFile(ledger, first.replace(line, `<<<<<<< HEAD\n${line}\n=======\n${line}\n>>>>>>> other`));
    const stopped = await build();
    expect(stopped.code).toBe(exitCode.content);
    expect(stopped.said).toContain('npx news addresses --update');
    expect((await run(['addresses', '--update'])).code).toBe(exitCode.good);
    expect(await readFile(ledger, 'utf8')).toBe(first);
  });

  test('lead on, or stop the build with the words how to fix it', async () => {
    await rename(article('fair'), article('spring-fair'));
    await rm(article('pond'), { recursive: true });
    const { code, said } = await build();
    expect(code).toBe(exitCode.content);
    expect(said).toContain('lost-address');
    expect(said).toContain('/2024/05/pond/');
    expect(said).not.toContain('the address /2024/05/fair/');
    expect(textOf(await read('2024/05/pond/index.html'))).toContain('Herons left');
  });

  test('say why they are gone, to readers and to hosts', async () => {
    await content.write(
      'tombstones.yaml',
      'tombstones: [{path: /2024/05/pond/, reason: The herons were geese., date: 2024-06-01}]\n',
    );
    const { code, said } = await build();
    expect(code, said).toBe(exitCode.good);
    const gone = await read('2024/05/pond/index.html');
    expect(textOf(gone)).toContain('The herons were geese.');
    expect(textOf(gone)).toContain('June 1, 2024');
    expect(gone).toContain('noindex');
    expect(gone).not.toContain('Herons left');
    expect(await read('2024/05/fair/index.html')).toContain('url=/2024/05/spring-fair/');
    expect(await read('_redirects')).toBe(
      '/2024/05/fair/ /2024/05/spring-fair/ 301\n/2024/05/pond/ /2024/05/pond/index.html 410!\n',
    );
    const nginx = (await read('_nginx.conf')).split('\n').filter((line) => line.startsWith('location = '));
    expect(`${nginx.join('\n')}\n`).toBe(
      'location = /2024/05/fair/ { return 301 /2024/05/spring-fair/; }\n' +
        'location = /2024/05/pond/ { error_page 410 /2024/05/pond/index.html; return 410; }\n',
    );
    expect(await read('sitemap.xml')).not.toContain('pond');
    const list = await run(['addresses']);
    expect(list.said).toContain('moved: /2024/05/fair/ -> /2024/05/spring-fair/');
    expect(list.said).toContain('gone: /2024/05/pond/');
  });
});
