/** Settings of the site that the editor's forms need. Pure. */

import type { Content } from '../content/load-content.ts';
import { jsonSchemas } from './json-schemas.ts';
import { type EditorSettings, fieldSchema } from './store-messages.ts';

/** @param contentFolder as a repository names it: `content` */
export function settingsOf({ config, people, articles }: Content, contentFolder: string): EditorSettings {
  const writers = articles.flatMap(({ frontMatter }) => Object.values(frontMatter.credits).flat());
  const series = articles.flatMap(({ frontMatter }) => frontMatter.series ?? []);
  return {
    siteName: config.name,
    languages: Object.entries(config.languages).map(([lang, { name, locale }]) => ({ lang, name, locale })),
    defaultLanguage: config.defaultLanguage,
    timeZone: config.timeZone,
    topics: config.topics.map(({ name, slug }) => ({ name, slug })),
    roles: Object.entries(config.credits).map(([role, labels]) => ({
      role,
      label: labels[config.defaultLanguage] ?? role,
    })),
    people: sortedOnce([...people.map(({ frontMatter }) => frontMatter.name), ...writers]),
    series: sortedOnce(series),
    schema: fieldSchema.parse(jsonSchemas(config).article),
    contentFolder,
    siteRoot: config.pathPrefix,
  };
}

function sortedOnce(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
