/** The timer's script: straight from the checkout, without a package, against a web server on this machine. */

import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dueFile } from '../../src/feeds/due.ts';

const script = path.resolve(import.meta.dirname, '../../src/cli/is-due.mjs');
let folder: string;
let server: Server;
let origin = '';
let answer: { status: number; text: string };
let asked: string[] = [];

beforeAll(async () => {
  // A folder with the script and site.yaml alone, as a sparse checkout makes it.
  folder = await mkdtemp(path.join(os.tmpdir(), 'news-due-'));
  await mkdir(path.join(folder, 'src/cli'), { recursive: true });
  await mkdir(path.join(folder, 'content'));
  await copyFile(script, path.join(folder, 'src/cli/is-due.mjs'));
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.statusCode = answer.status;
    response.end(answer.text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});

afterAll(async () => {
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

interface Run {
  readonly code: number | null;
  readonly said: string;
}

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  asked = [];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(folder, 'src/cli/is-due.mjs'), ...args], {
      env: { PATH: process.env.PATH, NEWS_NOW: '2024-05-06T08:00:00Z', ...env },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said }));
  });
}

function published(...moments: readonly string[]): void {
  answer = { status: 200, text: dueFile({ moments }) };
}

describe('the timer', () => {
  test('imports nothing but parts of Node', async () => {
    const imports = [...(await readFile(script, 'utf8')).matchAll(/(?:from|import\()\s*'([^']+)'/gu)];
    expect(imports.length).toBeGreaterThan(0);
    for (const [, name] of imports) expect(name).toMatch(/^node:/u);
  });

  test.each([
    ['nothing changes by itself', [], 0],
    ['the next moment is still to come', ['2024-05-06T08:00:01Z', '2024-06-01T00:00:00Z'], 0],
    ['a moment has come', ['2024-05-06T08:00:00Z', '2024-06-01T00:00:00Z'], 1],
    ['one was missed long ago', ['2024-01-01T00:00:00Z'], 1],
  ] as const)('when %s', async (_, moments, code) => {
    published(...moments);
    expect(await run([origin])).toMatchObject({ code });
    expect(asked).toEqual([expect.stringMatching(/^\/due\.json\?at=\d+$/u)]);
  });

  test('tells GitHub Actions by an output of the step, and fails only when the site does not answer', async () => {
    const output = path.join(folder, 'output');
    published('2024-05-06T08:00:00Z');
    expect(await run([origin], { GITHUB_OUTPUT: output })).toMatchObject({ code: 0 });
    published();
    expect(await run([origin], { GITHUB_OUTPUT: output })).toMatchObject({ code: 0 });
    expect(await readFile(output, 'utf8')).toBe('late=yes\nlate=no\n');
    answer = { status: 404, text: '' };
    const { code, said } = await run([origin], { GITHUB_OUTPUT: output });
    expect(code).toBe(3);
    expect(said).toContain(`${origin}/due.json: it answers 404`);
  });

  test.each([
    ['baseUrl: ORIGIN\npathPrefix: /', '/due.json'],
    ['name: News\nbaseUrl: "ORIGIN/"   # our address\npathPrefix: /news/', '/news/due.json'],
    ["pathPrefix: '/news/'\r\nbaseUrl: 'ORIGIN'\r\n", '/news/due.json'],
    ['baseUrl: ORIGIN', '/due.json'],
  ])('reads the address of the site from %j', async (yaml, asks) => {
    published();
    await writeFile(path.join(folder, 'content/site.yaml'), yaml.replace('ORIGIN', origin));
    expect(await run([])).toMatchObject({ code: 0 });
    expect(asked[0]?.split('?')[0]).toBe(asks);
  });

  test.each([
    [['news.example.edu'], ''],
    [[], 'name: News\n'],
    [['https://a.example', '--wait', 'soon'], ''],
    [['https://a.example', 'https://b.example'], ''],
  ])('says how it is called, called with %j', async (args, yaml) => {
    await writeFile(path.join(folder, 'content/site.yaml'), yaml);
    const { code, said } = await run(args);
    expect(code).toBe(2);
    expect(said).not.toContain('    at ');
  });

  test.each(['<!doctype html>', '{}', '{"version":1,"next":"soon"}', 'null'])(
    'refuses %s in place of due.json',
    async (text) => {
      answer = { status: 200, text };
      const { code, said } = await run([origin]);
      expect(code).toBe(3);
      expect(said).not.toContain('    at ');
    },
  );
});
