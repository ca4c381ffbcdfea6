/** What an editor is told of front matter or of the site's settings, as the terminal shows it. */

import { articleSchema, articleWords } from '../../src/content/article.ts';
import { checkSchema, type SchemaResult, type SchemaWords } from '../../src/content/schema-diagnostics.ts';
import { type SiteConfig, siteConfigSchema, siteConfigWords } from '../../src/content/site-config.ts';
import { readYaml } from '../../src/content/yaml-document.ts';
import { formatReport } from '../../src/diagnostics/report.ts';
import { siteYaml } from '../builds/temporary-content.ts';

export const testConfig: SiteConfig = readConfig();

function readConfig(): SiteConfig {
  const result = checkSchema(readYaml(siteYaml, 'site.yaml', 1), siteConfigSchema, siteConfigWords);
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  return result.value;
}

export function articleReport(frontMatter: string): string {
  return report(`---\n${frontMatter}\n---\n`, frontMatter, 2, 'index.md', articleWords, (document) =>
    checkSchema(document, articleSchema(testConfig), articleWords),
  );
}

export function siteReport(yaml: string): string {
  return report(yaml, yaml, 1, 'site.yaml', siteConfigWords, (document) =>
    checkSchema(document, siteConfigSchema, siteConfigWords),
  );
}

function report(
  text: string,
  yaml: string,
  firstLine: number,
  file: string,
  _words: SchemaWords,
  check: (document: ReturnType<typeof readYaml>) => SchemaResult<unknown>,
): string {
  const document = readYaml(yaml, file, firstLine);
  const diagnostics = [...document.diagnostics];
  if (diagnostics.length === 0) {
    const result = check(document);
    if (!result.ok) diagnostics.push(...result.diagnostics);
  }
  return formatReport(diagnostics, 'terminal', () => text, false).trimEnd();
}
