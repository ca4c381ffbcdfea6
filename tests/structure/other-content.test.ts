/** The tests belong to the generator: a newsroom that has put one German story in the place of all content keeps them green. */

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { compileGenerator } from '../../src/cli/compile-generator.cjs';

const root = path.resolve(import.meta.dirname, '../..');

/** All suites that look at `content/`, or could. */
const suites = [
  'tests/editor/editor-files',
  'tests/fixtures',
  'tests/handbook/handbook.test.ts',
  'tests/structure/documents',
  'tests/templates/components-page',
];

const siteYaml = `name: Nachrichten der Hochschule
tagline: Neues aus Forschung und Lehre
baseUrl: https://nachrichten.hochschule.test
timeZone: Europe/Berlin
defaultLanguage: de
languages:
  de: {name: Deutsch, locale: de-DE}
topics:
  - {name: Forschung, slug: forschung}
credits:
  draft: {de: Text}
`;

const story = `---
title: Die neue Seite ist da
date: 2024-05-06
topics: [Forschung]
credits: {draft: Anna MUSTER}
---

Heute beginnt die Hochschule mit ihrer neuen Nachrichtenseite.
`;

test('suites pass, and the check too, over a content folder with one German story', {
  timeout: 180_000,
}, async () => {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'news-other-content-'));
  try {
    const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
      cwd: root,
      encoding: 'utf8',
    })
      .split('\0')
      .filter((file) => file !== '' && !file.startsWith('content/'));
    for (const file of files) cpSync(path.join(root, file), path.join(copy, file));
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
    // Of the same sources: the generator need not be compiled once more.
    const bundle = await compileGenerator(root);
    cpSync(bundle, path.join(copy, '.cache/bundle', path.basename(bundle)), { recursive: true });
    const folder = path.join(copy, 'content/articles/2024/start');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(copy, 'content/site.yaml'), siteYaml);
    writeFileSync(path.join(folder, 'index.md'), story);
    execFileSync('git', ['init', '--quiet'], { cwd: copy });

    const check = spawnSync(process.execPath, ['src/cli/launch.cjs', 'check'], {
      cwd: copy,
      encoding: 'utf8',
    });
    expect(check.status, check.stdout + check.stderr).toBe(0);

    const { VITEST: _vitest, ...env } = process.env;
    const run = spawnSync(
      process.execPath,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--config',
        'tests/vitest.config.ts',
        '--project',
        'parts',
        ...suites,
      ],
      { cwd: copy, encoding: 'utf8', env: { ...env, NO_COLOR: '1' } },
    );
    expect(run.status, run.stdout + run.stderr).toBe(0);
    expect(run.stdout).toMatch(/Tests +\d+ passed/u);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
