/** What `news init` has to know, read from its flags. Names in several languages stand beside each other: `News|Nachrichten`. */

import { existsSync } from 'node:fs';
import path from 'node:path';
import { IANAZone } from 'luxon';
import { UsageError } from '../../build/usage-error.ts';
import { slugOf } from '../../content/slugs.ts';
import { defaultTheme, themeSchema } from '../../content/theme-schema.ts';
import { readable } from '../../site/theme/colours.ts';
import { paletteOf, textContrast } from '../../site/theme/palette.ts';
import type { Host } from './hosts.ts';
import { starterTexts } from './starter-texts.ts';

export interface InitArguments {
  readonly name?: string;
  readonly tagline?: string;
  readonly url?: string;
  readonly languages?: string;
  readonly timeZone?: string;
  readonly topics?: string;
  readonly accent?: string;
  readonly logo?: string;
  readonly host?: Host;
  readonly email?: string;
  readonly fromDemo?: true;
  readonly yes?: true;
}

interface StarterTopic {
  readonly slug: string;
  /** In the order of the languages; the first stands for those that have none. */
  readonly names: readonly string[];
}

export interface StarterAnswers {
  readonly names: readonly string[];
  /** Likewise; a language that has none begins with that of its starter texts. */
  readonly taglines: readonly string[];
  readonly baseUrl: string;
  readonly pathPrefix: string;
  /** The first is the default. */
  readonly languages: readonly string[];
  readonly timeZone: string;
  readonly topics: readonly StarterTopic[];
  readonly accent?: string;
  /** An SVG or PNG file, absolute. */
  readonly logo?: string;
  readonly host: Host;
  readonly email: string;
}

/** Questions in their order, with what each answer is judged by: undefined when it is good. */
export const judges = {
  name: (text: string) => (text.trim() === '' ? 'Write what the newsroom is called.' : undefined),
  url: (text: string) =>
    URL.canParse(text) && /^https?:$/u.test(new URL(text).protocol)
      ? undefined
      : 'Write the whole address, such as https://news.example.org or https://www.example.org/news/',
  languages: (text: string) => {
    const unknown = split(text, ',').filter((lang) => !/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(lang));
    if (text.trim() === '') return 'Write a language code such as en.';
    return unknown.length === 0 ? undefined : `"${unknown[0]}" is no language code such as en, de or pt-BR.`;
  },
  timeZone: (text: string) =>
    IANAZone.isValidZone(text)
      ? undefined
      : `"${text}" is not a time zone. Write Region/City, such as Europe/Berlin.`,
  topics: (text: string) =>
    split(text, ',').length === 0 ? 'Write one topic or more: Research, Campus' : undefined,
  accent: (text: string) => {
    if (text === '') return undefined;
    if (!/^#?[0-9a-f]{6}$/iu.test(text)) return `"${text}" is no colour such as #0b3d91.`;
    const { accent: chosen } = themeSchema.parse({ accent: `#${text.replace('#', '')}` });
    const { paper, paperRaised, accent } = paletteOf({ ...defaultTheme, accent: chosen }).light;
    const would = readable(accent, [paper, paperRaised], textContrast);
    return would === accent ? undefined : `Links in ${accent} cannot be read on white. ${would} would do.`;
  },
  logo: (text: string) =>
    text === '' || (/\.(?:svg|png)$/iu.test(text) && existsSync(text))
      ? undefined
      : `There is no SVG or PNG file ${text}.`,
  email: (text: string) =>
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text) ? undefined : `"${text}" is no e-mail address.`,
} as const;

type Question = keyof typeof judges;

/** Throws a UsageError that says what to write. */
export function starterAnswers(given: InitArguments): StarterAnswers {
  const { name = '', url = '', languages = 'en', topics = '', email = '' } = given;
  const { timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone, accent = '', logo = '' } = given;
  const values = { name, url, languages, timeZone, topics, accent, logo, email };
  judgeGiven(values);
  const { origin, pathname } = new URL(url);
  const names = split(name, '|');
  return {
    names,
    taglines: split(given.tagline ?? '', '|'),
    baseUrl: origin,
    pathPrefix: pathname.replace(/\/*$/u, '/'),
    languages: [...new Set(split(languages, ','))],
    timeZone,
    topics: split(topics, ',').map((text, index) => topicOf(text, index, split(languages, ','))),
    ...(accent === '' ? {} : { accent: `#${accent.replace('#', '').toLowerCase()}` }),
    ...(logo === '' ? {} : { logo: path.resolve(logo) }),
    host: given.host ?? 'github',
    email,
  };
}

/** Throws a UsageError for answers that are wrong; those that are not given are not missed. */
export function judgeGiven(given: InitArguments): void {
  const wrong = Object.entries(given).flatMap(([key, value]) => {
    const said = isQuestion(key) && typeof value === 'string' ? judges[key](value) : undefined;
    return said === undefined ? [] : [`--${key.replace('timeZone', 'time-zone')}: ${said}`];
  });
  if (wrong.length > 0) throw new UsageError(wrong.join('\n'));
}

function isQuestion(key: string): key is Question {
  return Object.hasOwn(judges, key);
}

function split(text: string, by: ',' | '|'): readonly string[] {
  return text
    .split(by === ',' ? /[,،、]/u : '|')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** `research=Forschung|Research`, or without an address: one that every keyboard types is made of a Latin name. */
function topicOf(text: string, index: number, languages: readonly string[]): StarterTopic {
  const [, given, rest = text] = /^([a-z0-9]+(?:-[a-z0-9]+)*)=(.+)$/su.exec(text) ?? [];
  const names = split(rest, '|');
  // A slug would say "and", in whatever language.
  const made = names
    .map((name, at) => slugOf(name.replaceAll('&', ' '), 'words', languages[at]))
    .find((slug) => /^[a-z0-9-]+$/u.test(slug));
  return { slug: given ?? made ?? `topic-${index + 1}`, names };
}

/** Languages for which a start is written; others get the English one to translate. */
export function startsIn(lang: string): string {
  const base = lang.split('-')[0] ?? '';
  return starterTexts[lang] === undefined ? (starterTexts[base] === undefined ? 'en' : base) : lang;
}
