/** What a language brings along: the direction of its text, and whether the interface and the settings speak it. */

import type { Content } from '../content/load-content.ts';
import type { SiteConfig } from '../content/site-config.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean, meantWords } from '../diagnostics/did-you-mean.ts';
import { listSome } from '../text/list-some.ts';
import { scriptOf } from '../text/unicode-ranges.ts';
import { spokenWords } from './messages/messages-for.ts';

/** Scripts that are written from right to left; `direction:` in site.yaml says otherwise. */
const rightToLeft = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg']);

export function directionOf(lang: string): 'ltr' | 'rtl' {
  return rightToLeft.has(scriptOf(lang) ?? '') ? 'rtl' : 'ltr';
}

type Settings = Pick<Content, 'config' | 'placeOfSetting' | 'words'>;

/** @param languages those in which the site has something to read */
export function checkMessages(
  { config, placeOfSetting, words }: Settings,
  languages: readonly string[],
): readonly Diagnostic[] {
  return languages.flatMap((lang): Diagnostic[] => {
    const locale = config.languages[lang]?.locale ?? lang;
    const { fallback } = spokenWords({ lang, locale, defaultLanguage: config.defaultLanguage, own: words });
    if (fallback === undefined) return [];
    const name = config.languages[lang]?.name ?? lang;
    const spoken = config.languages[fallback.lang]?.name ?? 'English';
    const own = words.get(lang);
    return [
      {
        code: 'missing-messages',
        severity: 'warning',
        ...placeOfSetting(['languages', lang]),
        message:
          own === undefined
            ? `Buttons and headings of the pages in ${name} speak ${spoken}: they are not translated yet.`
            : `${fallback.keys.length} words of the pages in ${name} speak ${spoken}: ${listSome(fallback.keys)}.`,
        hint: `Stories are not affected. Write the words in content/messages/${lang}.yaml.`,
      },
    ];
  });
}

interface Translated {
  /** Where it stands in site.yaml. */
  readonly path: readonly (string | number)[];
  readonly what: string;
  readonly names: Readonly<Record<string, string>>;
  /** Whether something else stands in for a language that is missing, which readers of it may not understand. */
  readonly isWanted: boolean;
}

/** Names of topics and labels of roles that a language lacks, and codes of languages that the site does not have. */
export function checkNames(
  { config, placeOfSetting }: Settings,
  languages: readonly string[],
): readonly Diagnostic[] {
  const known = Object.keys(config.languages);
  return translatedSettings(config).flatMap(({ path, what, names, isWanted }): Diagnostic[] => {
    const unknown = Object.keys(names).filter((lang) => !known.includes(lang));
    const missing = isWanted ? languages.filter((lang) => names[lang] === undefined) : [];
    return [
      ...unknown.map((lang): Diagnostic => {
        const guess = didYouMean(lang, known);
        return {
          code: 'unknown-language',
          severity: 'warning',
          ...placeOfSetting([...path, lang]),
          message: `"${lang}" is not a language of this site: ${what} in it is never shown.${meantWords(guess)}`,
          hint: `Choose one of: ${known.join(', ')}; or add it under languages:`,
        };
      }),
      ...missing.map((lang): Diagnostic => {
        const name = config.languages[lang]?.name ?? lang;
        return {
          code: 'missing-name',
          severity: 'warning',
          ...placeOfSetting(path),
          message: `${what} is not named in ${name}, so readers of ${name} see it in another language.`,
          hint: `Add a line to it: ${lang}: …`,
        };
      }),
    ];
  });
}

function translatedSettings(config: SiteConfig): readonly Translated[] {
  const { defaultLanguage, topics, credits, organisation, notice, pressKit, footerLinks } = config;
  return [
    ...topics.flatMap(({ name, names, descriptions }, index): Translated[] => [
      // What it is called in the default language stands beside.
      {
        path: ['topics', index, 'names'],
        what: `The topic "${name}"`,
        names: { [defaultLanguage]: name, ...names },
        isWanted: true,
      },
      {
        path: ['topics', index, 'descriptions'],
        what: `the description of "${name}"`,
        names: descriptions,
        isWanted: false,
      },
    ]),
    ...Object.entries(credits).map(
      ([role, labels]): Translated => ({
        path: ['credits', role],
        what: `The role "${role}"`,
        names: labels,
        isWanted: true,
      }),
    ),
    ...footerLinks.map(
      ({ name, names }, index): Translated => ({
        path: ['footerLinks', index, 'names'],
        what: `The link "${name}"`,
        names,
        isWanted: false,
      }),
    ),
    {
      path: ['organisation', 'names'],
      what: 'the organisation',
      names: organisation?.names ?? {},
      isWanted: false,
    },
    { path: ['notice'], what: 'the notice', names: notice, isWanted: false },
    { path: ['pressKit', 'terms'], what: 'the terms', names: pressKit.terms, isWanted: false },
  ];
}
