/** `news due --check-live` against a web server on this machine. */

import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { UsageError } from '../../src/build/usage-error.ts';
import { runDueCommand } from '../../src/cli/commands/due.ts';
import { exitCode } from '../../src/cli/exit-code.ts';
import { printManifest } from '../../src/output/manifest.ts';
import { story, type TemporaryContent, temporaryContent } from '../builds/temporary-content.ts';

let content: TemporaryContent;
let server: Server;
let origin = '';
let manifest = '';

beforeAll(async () => {
  const text = (name: string, when: string) =>
    story(`title: Story ${name}\ndate: 2024-05-01\ntopics: [Research]\n${when}`.trimEnd(), 'Text.');
  content = await temporaryContent({
    'articles/2024/plain/index.md': text('plain', ''),
    'articles/2024/due/index.md': text('due', 'publishAt: 2024-05-06T08:00Z'),
    'articles/2024/gone/index.md': text('gone', 'expiresAt: 2024-05-06T08:00Z'),
    'articles/2024/sealed/index.md': text('sealed', 'embargoUntil: 2024-05-20T08:00Z'),
  });
  server = createServer((request, response) => {
    response.statusCode = request.url === '/news/manifest.json' ? 200 : 404;
    response.end(manifest);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});

afterAll(async () => {
  server?.close();
  await content?.remove();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

async function run(now: string, live: readonly string[] | undefined, where: string | true = '/news') {
  vi.stubEnv('NEWS_NOW', now);
  const entry = { sha256: '0'.repeat(64), sizeBytes: 1 };
  manifest = printManifest(new Map((live ?? []).map((name) => [`2024/05/${name}/index.html`, entry])), []);
  if (live?.length === 0) manifest = '<!doctype html>';
  let said = '';
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
  const project = {
    root: content.folder,
    home: content.folder,
    content: path.join(content.folder, 'content'),
    displayContent: 'content',
    output: path.join(content.folder, '_site'),
    cache: path.join(content.folder, '.cache'),
    bundle: content.folder,
  };
  const code = await runDueCommand(project, {
    grace: 15,
    ...(live === undefined ? {} : { checkLive: where === true || origin + where }),
  });
  return { code, said };
}

describe('news due', () => {
  test('shows what is held back, and when to build next', async () => {
    const { code, said } = await run('2024-05-06T07:00Z', undefined);
    expect(code).toBe(exitCode.good);
    expect(said).toContain('scheduled until 2024-05-06T16:00+08:00: Story due');
    expect(said).toContain('embargoed until 2024-05-20T16:00+08:00: Story sealed');
    expect(said).toContain('Build next at 2024-05-06T08:00:00Z');
  });

  test('is content with a site that is on time, or within its grace', async () => {
    expect((await run('2024-05-06T07:00Z', ['plain', 'gone'])).code).toBe(exitCode.good);
    expect((await run('2024-05-06T08:10Z', ['plain', 'gone'])).code).toBe(exitCode.good);
    expect((await run('2024-05-06T08:20Z', ['plain', 'due'])).code).toBe(exitCode.good);
  });

  test('fails when a story is late, has outlived its time, or is seen before it', async () => {
    const { code, said } = await run('2024-05-06T08:20Z', ['plain', 'gone', 'sealed']);
    expect(code).toBe(exitCode.content);
    expect(said).toMatch(/missing.*Story due.*2024-05-06T16:00/u);
    expect(said).toMatch(/outlived.*Story gone/u);
    expect(said).toMatch(/exposed.*Story sealed.*until 2024-05-20T16:00/u);
  });

  test('looks where site.yaml says that the site is, unless it is told', async () => {
    const settings = await readFile(path.join(content.folder, 'content/site.yaml'), 'utf8');
    await content.write(
      'site.yaml',
      settings.replace(/baseUrl: .*/u, `baseUrl: ${origin}\npathPrefix: /news/`),
    );
    const { code, said } = await run('2024-05-06T07:00Z', ['plain', 'gone'], true);
    expect([code, said]).toEqual([exitCode.good, expect.stringContaining(`${origin}/news/`)]);
    await content.write('site.yaml', settings);
  });

  test('says what it could not read, which may be what is due, and fails', async () => {
    await content.write('articles/2024/unread/index.md', '---\ntitle: [Unread\n---\n\nText.\n');
    for (const live of [undefined, ['plain', 'gone']]) {
      const { code, said } = await run('2024-05-06T07:00Z', live);
      expect(code).toBe(exitCode.content);
      expect(said).toContain('articles/2024/unread/index.md:2');
      expect(said).not.toContain('On time');
    }
    await content.write(
      'articles/2024/unread/index.md',
      story('title: Read\ndate: 2024-05-01\ntopics: [Research]', 'Text.'),
    );
  });

  test('says what is wrong with the address instead of calling every story late', async () => {
    await expect(run('2024-05-06T08:20Z', ['plain'], '/elsewhere')).rejects.toThrow(/404/u);
    await expect(run('2024-05-06T08:20Z', [])).rejects.toThrow(/not the manifest/u);
    origin = origin.replace('http://', '');
    await expect(run('2024-05-06T08:20Z', ['plain'])).rejects.toThrow(UsageError);
    origin = `http://${origin}`;
  });
});
