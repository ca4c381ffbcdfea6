/** Reads `site.yaml`. */

import { type Place, startOf } from '../diagnostics/diagnostic.ts';
import type { DocumentReader } from './document-reader.ts';
import { readPartially } from './partial-front-matter.ts';
import { withRoleLabels } from './role-labels.ts';
import { type SiteConfig, siteConfigSchema, siteConfigWords } from './site-config.ts';
import { readSettingsYaml, type YamlPath } from './yaml-document.ts';

export interface LoadedConfig {
  readonly config: SiteConfig;
  /** Where a setting stands. */
  readonly placeOfSetting: (path: YamlPath) => Place;
  /** Whether mistakes were left out. */
  readonly isPartial?: true;
}

/** What decides how all stories are read. */
const decisive: ReadonlySet<string> = new Set(['timeZone', 'languages', 'defaultLanguage']);

/**
 * @param takesPart whether settings with mistakes are used for what is right in them
 * @returns undefined when it cannot be used; the documents' diagnostics say why
 */
export function loadConfig(
  documents: DocumentReader,
  files: ReadonlySet<string>,
  takesPart = false,
): LoadedConfig | undefined {
  const shown = documents.displayPath('site.yaml');
  if (!files.has('site.yaml')) {
    const other = [...files].find((file) => /^site\.(?:ya?ml|json|toml)$/iu.test(file));
    documents.diagnostics.push({
      code: 'missing-file',
      severity: 'error',
      ...startOf(shown),
      message: 'There is no site.yaml, which holds the name, address and topics of the site.',
      hint:
        files.size === 0
          ? 'The folder is empty. If it is a submodule of git, type: git submodule update --init (in workflows of GitHub  submodules: true  below  uses: actions/checkout, on GitLab  GIT_SUBMODULE_STRATEGY: normal). If not, make a newsroom: npx news init'
          : other === undefined
            ? 'Copy site.yaml from the demonstration content and change it.'
            : `Rename ${documents.displayPath(other)} to site.yaml.`,
    });
    return undefined;
  }
  const source = documents.readText('site.yaml');
  if (source === undefined) return undefined;
  const yaml = readSettingsYaml(source.text, shown);
  const config = documents.check(yaml, siteConfigSchema, siteConfigWords);
  if (config !== undefined) return { config: withRoleLabels(config), placeOfSetting: yaml.placeOf };
  const part = takesPart ? readPartially(yaml.value, siteConfigSchema, { spare: {}, decisive }) : undefined;
  return part && { config: withRoleLabels(part), placeOfSetting: yaml.placeOf, isPartial: true };
}
