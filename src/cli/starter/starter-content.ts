/** The content of a new newsroom: settings, a first story, and the pages that every site owes its readers. Pure. */

import path from 'node:path';
import { stringify } from 'yaml';
import { usualRoles } from '../../content/role-labels.ts';
import type { Host } from './hosts.ts';
import type { StarterAnswers } from './starter-answers.ts';
import { startsIn } from './starter-answers.ts';
import { type StarterText, type StarterTexts, starterTexts } from './starter-texts.ts';

/** @param today `2026-11-29` @returns texts by path in the newsroom's folder */
export function starterContent(answers: StarterAnswers, today: string): ReadonlyMap<string, string> {
  const { languages, names, email } = answers;
  const files = new Map([['content/site.yaml', siteYaml(answers)]]);
  for (const [index, lang] of languages.entries()) {
    const texts = textsIn(lang);
    const ending = index === 0 ? '' : `.${lang}`;
    const fill = (text: string) =>
      text.replaceAll('{name}', names[index] ?? names[0] ?? '').replaceAll('{email}', email);
    const body = ({ paragraphs }: StarterText) => paragraphs.map(fill).join('\n\n');
    files.set(
      `content/articles/${today.slice(0, 4)}/first-story/index${ending}.md`,
      `---\n${stringify({ title: fill(texts.story.title), date: today, topics: [answers.topics[0]?.slug ?? ''] })}---\n\n${body(texts.story)}\n`,
    );
    for (const [slug, page] of Object.entries(texts.pages))
      files.set(
        `content/pages/${slug}${ending}.md`,
        `---\n${stringify({ title: page.title, nav: true })}---\n\n${body(page)}\n`,
      );
  }
  return files;
}

function textsIn(lang: string): StarterTexts {
  const texts = starterTexts[startsIn(lang)];
  if (texts === undefined) throw new Error(`There is no start in ${lang}.`);
  return texts;
}

function siteYaml(answers: StarterAnswers): string {
  const { names, taglines, baseUrl, pathPrefix, timeZone, languages, topics, email, host } = answers;
  const [first = 'en', ...others] = languages;
  const perLanguage = (values: readonly string[]) =>
    Object.fromEntries(
      others.flatMap((lang, index) => (values[index + 1] === undefined ? [] : [[lang, values[index + 1]]])),
    );
  const theme = {
    ...(answers.logo === undefined ? {} : { logo: `logo${path.extname(answers.logo).toLowerCase()}` }),
    ...(answers.accent === undefined ? {} : { accent: answers.accent }),
  };
  const credits = Object.fromEntries(usualRoles.map((role) => [role, {}]));
  const sections: readonly (readonly [comment: string, settings: object])[] = [
    [
      'The settings of the whole site. Lines that begin with # are notes for you and are never published.\n# Mind the indentation (two spaces, never tabs). When in doubt, run: npx news check',
      { name: names[0], tagline: taglines[0] ?? textsIn(first).tagline },
    ],
    [
      'Where readers find the site. pathPrefix is / unless the site lies in a folder of its host.',
      { baseUrl, pathPrefix },
    ],
    ['A date without a time means this day here, wherever the site is built.', { timeZone }],
    [
      `index.md is written in the default language, index.LANG.md in another one.`,
      {
        defaultLanguage: first,
        languages: Object.fromEntries(
          languages.map((lang, index) => {
            const texts = textsIn(lang);
            const isKnown = starterTexts[lang.split('-')[0] ?? ''] !== undefined;
            return [
              lang,
              {
                name: isKnown ? texts.language : lang,
                locale: lang.includes('-') || !isKnown ? lang : texts.locale,
                ...(index === 0 || names[index] === undefined ? {} : { siteName: names[index] }),
                ...(index === 0 ? {} : { tagline: taglines[index] ?? texts.tagline }),
              },
            ];
          }),
        ),
      },
    ],
    ...(Object.keys(theme).length === 0
      ? []
      : [['How the site looks; its files are in content/theme/.', { theme }] as const]),
    [
      'Topics, in the order of the menu. The slug is part of the address: choose it once and keep it.',
      {
        topics: topics.map(({ slug, names: topicNames }) => {
          const translations = perLanguage(topicNames);
          return {
            name: topicNames[0],
            slug,
            ...(Object.keys(translations).length === 0 ? {} : { names: translations }),
          };
        }),
      },
    ],
    [
      `Who did what for a story. Readers see the usual word of each language ("By"); one of your own: draft: {${first}: …}`,
      { credits },
    ],
    [
      'The statement that the law asks of public bodies; a page in content/pages/.',
      { accessibility: 'accessibility' },
    ],
    ['How readers reach you.', { contact: { email } }],
    ...publishSection(host),
  ];
  return `# yaml-language-server: $schema=.schema/site.schema.json\n\n${sections
    .map(
      ([comment, settings]) =>
        `# ${comment}\n${stringify(settings, { lineWidth: 0, defaultStringType: 'PLAIN' })}`,
    )
    .join('\n')}`;
}

function publishSection(host: Host): readonly (readonly [string, object])[] {
  if (host === 'server')
    return [
      [
        'Where "npx news publish production" puts the site; rsync:user@host:/var/www/news for another machine.',
        { publish: { production: 'file:/var/www/news' } },
      ],
    ];
  if (host === 's3')
    return [
      [
        'Where "npx news publish production" puts the site. Keys come from the environment, never from here.',
        { publish: { production: 's3://bucket' } },
      ],
    ];
  return [];
}
