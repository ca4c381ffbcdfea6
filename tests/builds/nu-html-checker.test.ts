/** Every page of the demonstration site, judged by the checker of the W3C: HTML, and the style that pages carry. */

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

/** One run for a whole folder: the checker takes longer to start than to read a page. */
async function checkFolder(folder: string): Promise<readonly string[]> {
  const args = ['-Xss8m', '-jar', vnu, '--errors-only', '--format', 'json', '--skip-non-html', folder];
  const report = await new Promise<string>((resolve) =>
    execFile('java', args, { maxBuffer: 64 * 1024 * 1024 }, (_error, _stdout, stderr) => resolve(stderr)),
  );
  return messagesSchema
    .parse(JSON.parse(report))
    .messages.map(({ url, lastLine, message }) => `${path.basename(url)}:${lastLine}: ${message}`);
}

/** Pages of one kind carry the same style: it is judged once. */
function copyPages(site: string, folder: string): number {
  const styles = new Set<string>();
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  );
  for (const page of pages) {
    const html = readFileSync(path.join(site, page), 'utf8').replace(/<style>(.*?)<\/style>/su, (style) => {
      if (styles.has(style)) return '';
      styles.add(style);
      return style;
    });
    writeFileSync(path.join(folder, page.replaceAll('/', '_')), html);
  }
  return pages.length;
}

test('every page passes the Nu HTML Checker', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'news-pages-'));
  try {
    expect(copyPages(inject('demoSite'), folder)).toBeGreaterThan(90);
    // A checker that finds nothing here has not checked.
    writeFileSync(path.join(folder, 'wrong.html'), '<!doctype html><title>Wrong</title><p><div></p>');
    const messages = await checkFolder(folder);
    expect(messages.filter((message) => !message.startsWith('wrong.html'))).toEqual([]);
    expect(messages).not.toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
