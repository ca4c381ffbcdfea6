/** Whole files of articles, and `site.yaml`: YAML, schemas, and the words in which mistakes are told. */

import { articleSchema, articleWords } from '../../../src/content/article.ts';
import { DocumentReader } from '../../../src/content/document-reader.ts';
import { siteConfigSchema, siteConfigWords } from '../../../src/content/site-config.ts';
import { readYaml } from '../../../src/content/yaml-document.ts';
import { formatReport } from '../../../src/diagnostics/report.ts';
import { siteYaml } from '../../builds/temporary-content.ts';
import { testConfig } from '../../content/report-on.ts';
import { hostileYaml } from '../../fixtures/hostile-pieces.ts';
import { type FuzzTarget, must } from '../fuzz-target.ts';
import { readFixtures, stories } from '../seeds.ts';

const schema = articleSchema(testConfig);
const file = 'articles/2024/fair/index.md';
/** Code frames of texts longer than this only repeat themselves. */
const longestShown = 50_000;

export const target: FuzzTarget = {
  seeds: [
    ...readFixtures('front-matter').map((text) => `---\n${text}\n---\n\nText.\n`),
    ...stories(),
    siteYaml,
  ],
  pieces: hostileYaml,
  run: (text) => {
    const reader = new DocumentReader('/nowhere', 'content');
    const document = reader.parseMarkdown(file, text, schema, articleWords);
    const { diagnostics } = reader;
    must(document !== undefined || diagnostics.length > 0, 'neither an article nor a word why');
    const settings = new DocumentReader('/nowhere', 'content');
    settings.check(readYaml(text, 'content/site.yaml', 1), siteConfigSchema, siteConfigWords);
    if (text.length > longestShown) return;
    const lines = text.split('\n');
    for (const { line, column, endColumn } of [...diagnostics, ...settings.diagnostics]) {
      const length = lines[line - 1]?.length ?? -1;
      must(length >= 0 && column >= 1 && column <= length + 1 && endColumn >= column, 'a place outside');
    }
    for (const format of ['terminal', 'github'] as const) {
      const shown = formatReport(diagnostics, format, () => text, false);
      must(!/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u.test(shown), 'unsafe for a terminal');
      must(!/^\s*::(?!error |warning )[a-z]|##\[/mu.test(shown), 'a command to a CI system');
    }
  },
};
