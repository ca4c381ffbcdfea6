/**
 * From what a reader found to an article that this site publishes: topics and roles of site.yaml, a folder of its own,
 * front matter by the schema. What the source does not tell and an article must have is chosen, reported, and makes
 * the article a draft: what was invented is published only after an editor has looked. Pure.
 */

import { findTopic, guessTopic } from '../content/find-topic.ts';
import { oldAddress } from '../content/old-address.ts';
import { topicsFile } from '../content/old-topics.ts';
import type { SiteConfig, TopicConfig } from '../content/site-config.ts';
import { defined } from '../text/defined.ts';
import type { NewFrontMatter } from './article-file.ts';
import { cleanText } from './fold-text.ts';
import type { ImportIssue } from './import-issue.ts';
import type { ImportedArticle } from './imported-article.ts';
import { slug } from './photo-name.ts';
import { noTopic, type TopicMap } from './topic-map.ts';

export interface PlanOptions {
  readonly config: SiteConfig;
  /** The topic of articles whose source names none that the site has. */
  readonly topic?: TopicConfig;
  /** What an editor has written that topics of the old site become. */
  readonly topicMap?: TopicMap;
  /** Today in the site's time zone, for sources that tell no date. */
  readonly today: string;
}

export interface PlannedArticle {
  readonly year: string;
  /** The name that the folder should have. */
  readonly slug: string;
  readonly frontMatter: NewFrontMatter;
  /** Topics of the source that no topic of the site fits. */
  readonly unknownTopics: readonly string[];
  readonly issues: readonly ImportIssue[];
}

export function planArticle(article: ImportedArticle, options: PlanOptions): PlannedArticle {
  const issues: ImportIssue[] = [];
  const report = (kind: ImportIssue['kind'], line: number, message: string, text?: string) =>
    issues.push({ kind, file: article.file, line, message, ...defined({ text }) });
  const reportHead = (kind: ImportIssue['kind'], line: number, message: string) =>
    issues.push({ kind, file: article.file, line, message, isAboutHead: true });
  let isInvented = false;

  const { config } = options;
  const title = cleanText(article.title?.value ?? '');
  if (title === '') {
    isInvented = true;
    reportHead(
      'guessed',
      article.line,
      'No headline was found. Write one in place of "Untitled"; the article is a draft.',
    );
  }
  const date = article.date?.value ?? options.today;
  if (article.date === undefined) {
    isInvented = true;
    reportHead(
      'guessed',
      article.line,
      `No date was found, so the article has today's (${date}) and is a draft.`,
    );
  }

  if (article.blocks.length === 0) {
    isInvented = true;
    report(
      'look',
      article.line,
      'No text was found here; it is a draft. Fetch the text from the old page, if it has one.',
    );
  }

  const isFuture = article.date !== undefined && date.slice(0, 10) > options.today;
  if (isFuture && article.publishAt === undefined)
    reportHead(
      'look',
      article.date?.line ?? article.line,
      `The date ${date} is to come, so the article appears then.`,
    );

  const topics: TopicConfig[] = [];
  const unknownTopics: string[] = [];
  for (const { value, line } of article.topics) {
    const mapped = options.topicMap?.get(value) ?? undefined;
    if (mapped === noTopic) continue;
    const found = topicOf(mapped ?? value, config);
    if (found === undefined) {
      unknownTopics.push(value);
      issues.push({
        kind: 'dropped',
        file: article.file,
        line,
        message: `Topics of the old site are not mapped. Write what each becomes in ${topicsFile}, and import again.`,
        text: mapped === undefined ? value : `${value}: ${mapped}, which is no topic of this site`,
        group: 'unmapped-topic',
      });
    } else {
      if (!found.isExact)
        report('guessed', line, `"${value}" became the topic "${found.topic.name}".`, value);
      if (!topics.includes(found.topic)) topics.push(found.topic);
    }
  }
  if (topics.length === 0) {
    const chosen = options.topic ?? config.topics[0];
    if (chosen !== undefined) topics.push(chosen);
    if (options.topic === undefined) {
      isInvented = true;
      reportHead(
        'guessed',
        article.line,
        `No topic was found, so "${chosen?.name ?? ''}" was taken and the article is a draft. Choose another in the story, or by --topic.`,
      );
    }
  }

  const credits: Record<string, string[]> = {};
  for (const { role: word, name: given, line } of article.credits) {
    const role = config.imports?.roles[word] ?? word;
    const name = cleanText(given);
    if (!Object.hasOwn(config.credits, role)) {
      report(
        'dropped',
        line,
        `"${word}" is not a credit role of this site. Add it to credits: in site.yaml and import again.`,
        `${word}: ${name}`,
      );
    } else if (/^[a-z0-9]+(?:-[a-z0-9]+)+$/u.test(name)) {
      // Front matter reads such a word as the file name of a person.
      credits[role] = [...(credits[role] ?? []), name.split('-').map(capitalize).join(' ')];
      report('guessed', line, `"${name}" looks like a login; it became a name. Write the real one.`, name);
    } else if (name !== '' && !credits[role]?.includes(name)) {
      credits[role] = [...(credits[role] ?? []), name];
    }
  }

  const lang = article.lang?.value;
  const knownLang = lang === undefined ? languageOfTitle(title, config) : knownLanguage(lang, config);
  if (lang === undefined && knownLang !== undefined) {
    report(
      'guessed',
      article.line,
      `The headline is in ${config.languages[knownLang]?.name ?? knownLang}, so the article is too.`,
    );
  }
  if (lang !== undefined && knownLang === undefined) {
    report('dropped', article.lang?.line ?? article.line, `"${lang}" is not a language of this site.`, lang);
  }
  const aliases = article.aliases.flatMap(({ value, line }): string[] => {
    if (oldAddress.safeParse(value).success) return [value];
    report(
      'dropped',
      line,
      'This old address cannot redirect: it has a query, a space or a part that no folder can be called.',
      value,
    );
    return [];
  });

  const wanted = article.slug?.value ?? slugOfFile(article) ?? title;
  const frontMatter: NewFrontMatter = {
    title: title === '' ? 'Untitled' : title,
    date,
    topics: topics.map(({ name }) => name),
    summary: article.summary === undefined ? undefined : cleanText(article.summary.value) || undefined,
    credits,
    lang: knownLang === config.defaultLanguage ? undefined : knownLang,
    series: article.series?.value,
    aliases: [...new Set(aliases)],
    draft: article.isDraft || isInvented,
    publishAt: article.publishAt?.value ?? (isFuture ? date : undefined),
    expiresAt: article.expiresAt?.value,
    updated: article.updated?.value,
    viewsBefore: article.viewsBefore?.value,
  };
  return {
    year: date.slice(0, 4),
    slug: slug(wanted, config.defaultLanguage) || slug(title, config.defaultLanguage) || 'story',
    frontMatter,
    unknownTopics,
    issues,
  };
}

function topicOf(value: string, config: SiteConfig): { topic: TopicConfig; isExact: boolean } | undefined {
  const mapped = cleanText(config.imports?.topics[value] ?? value);
  const exact = findTopic(mapped, config.topics);
  if (exact !== undefined) return { topic: exact, isExact: true };
  const guess = guessTopic(mapped.replaceAll('&', 'and'), config.topics);
  const near = guess === undefined ? undefined : findTopic(guess, config.topics);
  return near === undefined ? undefined : { topic: near, isExact: false };
}

/** A file that was named like an address was named so on purpose; "page2.html" and "Final version.docx" were not. */
function slugOfFile({ file, part }: ImportedArticle): string | undefined {
  if (part !== '') return undefined;
  const stem = (file.split('/').at(-1) ?? '').replace(/\.[^.]*$/u, '');
  // Systems count the pages that they save.
  if (/^(?:node|post|article|page|story|item|news|view|show|content|id)-?\d+$/u.test(stem)) return undefined;
  return /^[\p{Ll}\p{N}]+(?:-[\p{Ll}\p{N}]+)+$/u.test(stem) && /\p{Ll}{2}/u.test(stem) ? stem : undefined;
}

/** Scripts that tell the language of a headline, where the site has one language that is written so. */
const scripts: readonly { readonly letters: RegExp; readonly languages: RegExp }[] = [
  { letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, languages: /^ja\b/u },
  { letters: /\p{Script=Han}/gu, languages: /^zh\b/u },
  { letters: /\p{Script=Hangul}/gu, languages: /^ko\b/u },
  { letters: /\p{Script=Arabic}/gu, languages: /^(?:ar|fa|ur|ps|ckb)\b/u },
  { letters: /\p{Script=Hebrew}/gu, languages: /^(?:he|yi)\b/u },
  { letters: /\p{Script=Cyrillic}/gu, languages: /^(?:ru|uk|be|bg|sr|mk|kk|mn)\b/u },
  { letters: /\p{Script=Greek}/gu, languages: /^el\b/u },
  { letters: /\p{Script=Thai}/gu, languages: /^th\b/u },
  { letters: /\p{Script=Devanagari}/gu, languages: /^(?:hi|mr|ne)\b/u },
];

/** Another language than the site's own when its script says so: Chinese characters in a headline are Chinese. */
function languageOfTitle(title: string, config: SiteConfig): string | undefined {
  const letters = title.match(/\p{L}/gu)?.length ?? 0;
  const found = scripts.find(({ letters: own, languages }) => {
    const count = title.match(own)?.length ?? 0;
    // Japanese is told by its kana, however many characters stand beside them.
    return languages.test('ja') ? count > 0 : count * 2 >= letters && count > 0;
  });
  if (found === undefined) return undefined;
  const known = Object.keys(config.languages).filter((code) => found.languages.test(code));
  const [only, another] = known;
  return another !== undefined || only === config.defaultLanguage ? undefined : only;
}

function knownLanguage(lang: string, config: SiteConfig): string | undefined {
  const wanted = lang.replaceAll('_', '-').toLowerCase();
  const known = Object.keys(config.languages);
  return (
    known.find((code) => code.toLowerCase() === wanted) ??
    known.find((code) => wanted.startsWith(`${code.toLowerCase()}-`))
  );
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
