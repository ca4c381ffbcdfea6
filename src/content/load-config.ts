/** Reads `site.yaml`. */

import { type Place, startOf } from '../diagnostics/diagnostic.ts';
import type { DocumentReader } from './document-reader.ts';
import { withRoleLabels } from './role-labels.ts';
import { type SiteConfig, siteConfigSchema, siteConfigWords } from './site-config.ts';
import { readSettingsYaml, type YamlPath } from './yaml-document.ts';

export interface LoadedConfig {
  readonly config: SiteConfig;
  /** Where a setting stands. */
  readonly placeOfSetting: (path: YamlPath) => Place;
}

/** @returns undefined when it cannot be used; the documents' diagnostics say why */
export function loadConfig(documents: DocumentReader, files: ReadonlySet<string>): LoadedConfig | undefined {
  const shown = documents.displayPath('site.yaml');
  if (!files.has('site.yaml')) {
    documents.diagnostics.push({
      code: 'missing-file',
      severity: 'error',
      ...startOf(shown),
      message: 'There is no site.yaml, which holds the name, address and topics of the site.',
      hint: 'Copy site.yaml from the demonstration content and change it.',
    });
    return undefined;
  }
  const source = documents.readText('site.yaml');
  if (source === undefined) return undefined;
  const yaml = readSettingsYaml(source.text, shown);
  const config = documents.check(yaml, siteConfigSchema, siteConfigWords);
  return config === undefined ? undefined : { config: withRoleLabels(config), placeOfSetting: yaml.placeOf };
}
