/** Reads `content/messages/LANG.yaml`: words of the interface that the newsroom adds or changes. */

import path from 'node:path';
import { startOf } from '../diagnostics/diagnostic.ts';
import type { DocumentReader } from './document-reader.ts';
import { type OwnWords, ownWordsHelp, ownWordsSchema } from './interface-words.ts';
import type { SiteConfig } from './site-config.ts';
import { readSettingsYaml } from './yaml-document.ts';

const wordsFolder = 'messages/';

/** By language. */
export function loadWords(
  documents: DocumentReader,
  files: ReadonlySet<string>,
  { languages }: SiteConfig,
): ReadonlyMap<string, OwnWords> {
  const found = new Map<string, OwnWords>();
  for (const file of files) {
    if (!file.startsWith(wordsFolder) || !/\.ya?ml$/u.test(file)) continue;
    const lang = path.posix.basename(file).replace(/\.ya?ml$/u, '');
    if (!Object.hasOwn(languages, lang)) {
      documents.report([
        {
          code: 'unknown-language',
          severity: 'error',
          ...startOf(documents.displayPath(file)),
          message: `"${lang}" in the file's name is not a language of this site.`,
          hint: `Choose one of: ${Object.keys(languages).join(', ')}; or add it to site.yaml.`,
        },
      ]);
      continue;
    }
    const source = documents.readText(file);
    if (source === undefined) continue;
    const yaml = readSettingsYaml(source.text, documents.displayPath(file));
    const words = documents.check(yaml, ownWordsSchema, ownWordsHelp);
    if (words !== undefined) found.set(lang, words);
  }
  return found;
}
