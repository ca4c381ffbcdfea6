/** `news views import` with files as web servers leave them. */

import { spawnSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { UsageError } from '../../src/build/usage-error.ts';
import { runViewsImport } from '../../src/cli/commands/views.ts';
import { exitCode } from '../../src/cli/exit-code.ts';
import { printLedger } from '../../src/content/address-ledger.ts';
import { readViews } from '../../src/content/views.ts';
import { readLines } from '../../src/views/log-files.ts';
import { story, type TemporaryContent, temporaryContent } from '../builds/temporary-content.ts';

let content: TemporaryContent;
const file = (name: string) => path.join(content.folder, name);
const article = (title: string) =>
  story(`title: ${title}\ndate: 2024-05-06\ntopics: [Research]`, `${title}.`);

const line = (day: number, reader: number, url = '/2024/05/fair/') =>
  `203.0.113.${reader} - - [0${day}/May/2024:08:00:01 +0800] "GET ${url} HTTP/1.1" 200 1 "-" "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"`;

beforeAll(async () => {
  content = await temporaryContent({
    'articles/2024/fair/index.md': article('A fair'),
    'articles/2024/new-pond/index.md': article('A pond'),
    // The pond had another folder when these logs were written.
    '.addresses.json': printLedger({
      addresses: new Map([['/2024/05/pond/', 'articles/2024/new-pond/index.md']]),
      stories: new Map(),
    }),
  });
  await writeFile(file('access.log'), `${[line(7, 1), line(7, 2), line(8, 1)].join('\n')}\n`);
  await writeFile(
    file('access.log.1'),
    gzipSync([line(6, 1), line(6, 1), line(6, 2, '/2024/05/pond/'), line(7, 3)].join('\r\n')),
  );
});

afterEach(() => vi.restoreAllMocks());
afterAll(() => content?.remove());

async function run(names: readonly string[], options: { source?: string; dryRun?: true } = {}) {
  let said = '';
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
  const project = {
    root: content.folder,
    home: content.folder,
    content: file('content'),
    displayContent: 'content',
    output: file('_site'),
    cache: file('.cache'),
    bundle: content.folder,
  };
  const code = await runViewsImport(project, names.map(file), { source: 'web', ...options });
  const text = await readFile(file('content/views.json'), 'utf8').catch(() => '');
  return { code, said, text, views: Object.fromEntries(readViews(text, 'views.json').views) };
}

const whole = {
  '2024/fair': { total: 5, lastSevenDays: 5 },
  '2024/new-pond': { total: 1, lastSevenDays: 1 },
};

describe('news views import', () => {
  test('counts rotated and compressed files together, and folds old addresses', async () => {
    const { code, said, views } = await run(['access.log', 'access.log.1']);
    expect(code).toBe(exitCode.good);
    expect(said).toContain('7 lines');
    expect(views).toEqual(whole);
  });

  test('changes nothing when files come again, alone or together', async () => {
    const { text } = await run(['access.log.1']);
    expect((await run(['access.log', 'access.log.1'])).text).toBe(text);
    expect((await run(['access.log'])).text).toBe(text);
  });

  test('writes nothing of a reader', async () => {
    const written = (await run(['access.log'])).text + (await readFile(file('content/.views.json'), 'utf8'));
    expect(written).not.toMatch(/203\.0\.113|Mozilla|Firefox|08:00/u);
  });

  test('writes nothing at all when told so, or when a file cannot be read to its end', async () => {
    await rm(file('content/views.json'));
    expect((await run(['access.log'], { dryRun: true })).text).toBe('');
    await writeFile(file('cut.gz'), (await readFile(file('access.log.1'))).subarray(0, 60));
    await expect(run(['access.log', 'cut.gz'])).rejects.toThrow(/Nothing was written/u);
    await expect(run(['nowhere.log'])).rejects.toThrow(UsageError);
    expect((await run(['access.log'])).views).toEqual(whole);
  });

  test('begins with the totals that are there, and does not count their days again', async () => {
    await rm(file('content/.views.json'));
    await content.write(
      'views.json',
      '{"updated": "2024-05-07", "articles": {"2024/fair": {"total": 100, "lastSevenDays": 9}, "2019/gone": {"total": 3}}}',
    );
    const { said, views } = await run(['access.log', 'access.log.1']);
    expect(views).toEqual({ '2024/fair': { total: 101, lastSevenDays: 1 } });
    expect(said).toContain('5 views are of days that were closed before');
  });

  test('says so when its own file is damaged, and does not count twice', async () => {
    await writeFile(file('content/.views.json'), '{');
    const { code, said } = await run(['access.log']);
    expect(code).toBe(exitCode.content);
    expect(said).toContain('Take it back from git');
  });
});

describe('a run in which nothing was read', () => {
  const refused = async (text: string | Buffer) => {
    await writeFile(file('content/.views.json'), '{"version": 1, "before": {}, "days": {}, "reports": {}}');
    await writeFile(file('content/views.json'), 'as it was');
    await writeFile(file('unknown.log'), text);
    const { code, said } = await run(['unknown.log', 'unknown.log']).catch((error: unknown) => ({
      code: undefined,
      said: String(error),
    }));
    expect(code).toBe(exitCode.content);
    expect(await readFile(file('content/views.json'), 'utf8')).toBe('as it was');
    await rm(file('content/views.json'));
    return said;
  };

  test('fails, says which logs are known, and writes nothing', async () => {
    expect(await refused('May 6 08:00:01 web sshd[1]: Accepted publickey\n')).toContain(
      'Known are the "combined"',
    );
  });

  test('fails for an empty log', async () => {
    expect(await refused('')).toContain('there is no line of a request');
    expect(await refused('#Software: Microsoft Internet Information Services\n')).toContain(
      'no line of a request',
    );
  });

  test('fails for a log that tells no browsers, and says what to change', async () => {
    const common = line(7, 1).replace(/ "-" "Mozilla.*/u, '');
    expect(await refused(`${common.replace('/2024/05/fair/', '/style.css')}\n${common}\n`)).toContain(
      'which browser',
    );
  });

  test('is told of one file among others, which are counted', async () => {
    await writeFile(file('unknown.log'), 'nothing of a log\n');
    const { code, said, views } = await run(['access.log', 'unknown.log']);
    expect(code).toBe(exitCode.good);
    expect(said).toMatch(/Nothing could be read in .*unknown\.log/u);
    expect(views['2024/fair']).toEqual({ total: 3, lastSevenDays: 3 });
  });
});

describe('a file that is compressed', () => {
  test.each([
    ['xz', ['-c']],
    ['zstd', ['-qc']],
    ['bzip2', ['-c']],
  ])('by %s is opened where its program is installed, and named where it is not', async (program, args) => {
    await writeFile(file('text.log'), `${line(7, 1)}\n`);
    const packed = spawnSync(program, [...args, file('text.log')]);
    if (packed.status !== 0) return;
    await writeFile(file('packed.log'), packed.stdout);
    const read: string[] = [];
    await readLines(file('packed.log'), (text) => read.push(text));
    expect(read).toEqual([line(7, 1)]);
    await writeFile(file('cut.log'), packed.stdout.subarray(0, packed.stdout.length - 20));
    await expect(readLines(file('cut.log'), () => undefined)).rejects.toThrow();
    vi.stubEnv('PATH', '/nowhere');
    await expect(readLines(file('packed.log'), () => undefined)).rejects.toThrow(`no program "${program}"`);
    vi.unstubAllEnvs();
  });

  test.each([
    ['PK\u0003\u0004', 'is a ZIP archive'],
    ['\u00ff\u00fe2\u0000', 'is saved as UTF-16'],
    ['PAR1', 'is a Parquet file'],
  ])('or written in a way that is not read is refused by name: %j', async (head, reason) => {
    await writeFile(file('other.log'), Buffer.from(`${head}rest`, 'latin1'));
    await expect(run(['access.log', 'other.log'])).rejects.toThrow(reason);
    await expect(run(['other.log'])).rejects.toThrow(UsageError);
  });
});

test('lines are read whole, wherever the pieces of a file are cut', async () => {
  const lines = Array.from({ length: 9000 }, (_, index) => `${'湖'.repeat(index % 90)} ${index}`);
  for (const bytes of [Buffer.from(lines.join('\n')), gzipSync(lines.join('\n'))]) {
    await writeFile(file('lines'), bytes);
    const read: string[] = [];
    await readLines(file('lines'), (text) => read.push(text));
    expect(read).toEqual(lines);
  }
});

test('a file without line breaks does not fill the memory', async () => {
  await writeFile(file('long'), Buffer.alloc(5_000_000, 'x'));
  let longest = 0;
  await readLines(file('long'), (text) => {
    longest = Math.max(longest, text.length);
  });
  expect(longest).toBeLessThan(1_000_000);
});
