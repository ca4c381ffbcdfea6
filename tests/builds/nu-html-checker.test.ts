/** Every page and style sheet of the demonstration site, judged by the checker of the W3C. */

import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { z } from 'zod';

const vnu = path.join(path.dirname(createRequire(import.meta.url).resolve('vnu-jar')), 'build/dist/vnu.jar');
const messagesSchema = z.looseObject({
  messages: z.array(
    z.looseObject({
      type: z.string(),
      url: z.string(),
      lastLine: z.number().optional(),
      message: z.string(),
    }),
  ),
});

/** It is over before Java's second compiler and its collector of many threads have paid for themselves: two fifths of the time. */
const shortRun = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** One run for a whole folder: the checker takes longer to start than to read a page. */
async function checkFolder(folder: string): Promise<readonly string[]> {
  const checker = ['-jar', vnu, '--errors-only', '--format', 'json', '--skip-non-html', folder];
  const args = [...shortRun, '-Xss8m', ...checker];
  const report = await new Promise<string>((resolve) =>
    execFile('java', args, { maxBuffer: 64 * 1024 * 1024 }, (_error, _stdout, stderr) => resolve(stderr)),
  );
  return messagesSchema
    .parse(JSON.parse(report))
    .messages.map(({ url, lastLine, message }) => `${path.basename(url)}:${lastLine}: ${message}`);
}

/** Sheets are judged inside of pages: of sheets by themselves the checker does not know the newer properties. */
function copyPages(site: string, folder: string): number {
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:html|css)$/u.test(file),
  );
  for (const page of pages) {
    const text = readFileSync(path.join(site, page), 'utf8');
    const html = page.endsWith('.css') ? inPage(text) : text;
    writeFileSync(path.join(folder, `${page.replaceAll('/', '_')}.html`), html);
  }
  return pages.length;
}

function inPage(style: string): string {
  return `<!doctype html><html lang="en"><title>A sheet</title><style>${style}</style></html>`;
}

test('every page passes the Nu HTML Checker', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'news-pages-'));
  try {
    expect(copyPages(inject('demoSite'), folder)).toBeGreaterThan(90);
    // A checker that finds nothing here has not checked.
    writeFileSync(path.join(folder, 'wrong.html'), '<!doctype html><title>Wrong</title><p><div></p>');
    writeFileSync(path.join(folder, 'wrong.css.html'), inPage('p { color: #12 }'));
    const messages = await checkFolder(folder);
    expect(messages.filter((message) => !message.startsWith('wrong.'))).toEqual([]);
    for (const wrong of ['wrong.html', 'wrong.css.html'])
      expect(messages.some((message) => message.startsWith(wrong))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
