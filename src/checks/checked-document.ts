/** Makes what rules judge from what was loaded. */

import type { Sources } from '../content/document-reader.ts';
import { splitFrontMatter } from '../content/front-matter.ts';
import type { Content } from '../content/load-content.ts';
import type { Body } from '../markdown/block.ts';
import { readProse } from '../markdown/prose.ts';
import type { CheckedDocument, CheckedText } from './rule.ts';

/**
 * A text is read again only when a rule asks for it: what was parsed may have come from a cache.
 * @param sources the text of every file, by the name that diagnostics show */
export function readDocuments(content: Content, sources: Sources, shownFolder: string): CheckedDocument[] {
  const { articles, pages, people, config } = content;
  const read = (file: string, lang: string, title: string, body: Body): CheckedDocument => {
    const shownFile = `${shownFolder}/${file}`;
    const locale = config.languages[lang]?.locale ?? lang;
    let known: CheckedText | undefined;
    const typed = (): CheckedText => {
      // A file that is gone since it was parsed has nothing more to say.
      known ??= readText(sources.get(shownFile) ?? '', shownFile, lang, locale);
      return known;
    };
    return {
      shownFile,
      file,
      lang,
      locale,
      title,
      body,
      figures: body.figures,
      get text() {
        return typed().text;
      },
      get prose() {
        return typed().prose;
      },
    };
  };
  return [
    ...articles.map((article) =>
      Object.assign(read(article.file, article.lang, article.frontMatter.title, article.body), { article }),
    ),
    ...pages.map(({ file, lang, frontMatter, body }) => read(file, lang, frontMatter.title, body)),
    ...people.map(({ file, frontMatter, body }) =>
      read(file, config.defaultLanguage, frontMatter.name, body),
    ),
  ];
}

export function readText(text: string, shownFile: string, lang: string, locale: string): CheckedText {
  const split = splitFrontMatter(text, shownFile);
  const prose = split.ok ? readProse(split.file.body, split.file.bodyLine) : [];
  return { shownFile, text, lang, locale, prose };
}
