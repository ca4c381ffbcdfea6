/** Makes what rules judge from what was loaded. */

import type { ArticleFile } from '../content/article.ts';
import type { Sources } from '../content/document-reader.ts';
import { splitFrontMatter } from '../content/front-matter.ts';
import { frontMatterProse } from '../content/front-matter-prose.ts';
import type { Content } from '../content/load-content.ts';
import type { Body, FigureBlock } from '../markdown/block.ts';
import { readProse } from '../markdown/prose.ts';
import { type CheckMemory, remember } from './check-memory.ts';
import type { CheckedDocument, CheckedText } from './rule.ts';
import { countNames } from './text-names.ts';

/**
 * A text is read again only when a rule asks for it: what was parsed may have come from a cache.
 * @param sources the text of every file, by the name that diagnostics show */
export function readDocuments(
  content: Content,
  sources: Sources,
  displayFolder: string,
  memory?: CheckMemory,
): CheckedDocument[] {
  const { articles, pages, people, config } = content;
  const localeOf = (lang: string) => config.languages[lang]?.locale ?? lang;
  const document = (file: string, lang: string, title: string, body: Body, article?: ArticleFile) =>
    new SourceDocument({
      file,
      displayFolder,
      lang,
      locale: localeOf(lang),
      title,
      body,
      sources,
      article,
      memory,
    });
  return [
    ...articles.map((article) =>
      document(article.file, article.lang, article.frontMatter.title, article.body, article),
    ),
    ...pages.map(({ file, lang, frontMatter, body }) => document(file, lang, frontMatter.title, body)),
    ...people.map(({ file, frontMatter, body }) =>
      document(file, config.defaultLanguage, frontMatter.name, body),
    ),
  ];
}

interface DocumentParts extends Pick<CheckedDocument, 'file' | 'lang' | 'locale' | 'title' | 'body'> {
  readonly displayFolder: string;
  readonly sources: Sources;
  readonly article: ArticleFile | undefined;
  readonly memory: CheckMemory | undefined;
}

/** By the body, which is another object when the text was edited: a preview asks again and again. */
const knownNames = new WeakMap<Body, ReadonlyMap<string, number>>();

/** Its text is read and its prose found when the first rule asks for them. */
class SourceDocument implements CheckedDocument {
  readonly file: string;
  readonly displayPath: string;
  readonly lang: string;
  readonly locale: string;
  readonly title: string;
  readonly body: Body;
  readonly article?: ArticleFile;
  readonly #sources: Sources;
  readonly #memory: CheckMemory | undefined;
  #read: CheckedText | undefined;
  #hash: string | undefined;

  constructor(parts: DocumentParts) {
    const { file, displayFolder, lang, locale, title, body, sources, article, memory } = parts;
    this.file = file;
    this.displayPath = `${displayFolder}/${file}`;
    this.lang = lang;
    this.locale = locale;
    this.title = title;
    this.body = body;
    this.#sources = sources;
    this.#memory = memory;
    if (article !== undefined) this.article = article;
  }

  get figures(): readonly FigureBlock[] {
    return this.body.figures;
  }

  get text(): string {
    return this.#whole().text;
  }

  get prose(): CheckedText['prose'] {
    return this.#whole().prose;
  }

  recall<T>(what: string, find: () => readonly T[]): readonly T[] {
    return remember(this.#memory, this, what, find);
  }

  get isAsParsed(): boolean {
    return this.#hash === undefined || this.#hash === this.article?.hash;
  }

  get names(): CheckedDocument['names'] {
    const known = knownNames.get(this.body);
    if (known !== undefined) return known;
    const counts = new Map(this.recall('names', () => [...countNames(this)]));
    knownNames.set(this.body, counts);
    return counts;
  }

  #whole(): CheckedText {
    if (this.#read === undefined) {
      const source = this.#sources.read(this.displayPath);
      this.#hash = source?.hash ?? '';
      this.#read = readText(source?.text ?? '', this.displayPath, this.lang, this.locale);
    }
    return this.#read;
  }
}

export function readText(text: string, displayPath: string, lang: string, locale: string): CheckedText {
  let prose: CheckedText['prose'] | undefined;
  return {
    displayPath,
    text,
    lang,
    locale,
    get prose() {
      if (prose !== undefined) return prose;
      const split = splitFrontMatter(text, displayPath);
      prose = split.ok
        ? [
            ...frontMatterProse(split.file.yaml, split.file.yamlLine),
            ...readProse(split.file.body, split.file.bodyLine),
          ]
        : [];
      return prose;
    },
  };
}
