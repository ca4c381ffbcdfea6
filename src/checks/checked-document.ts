/** Makes what rules judge from what was loaded. */

import type { Sources } from '../content/document-reader.ts';
import { splitFrontMatter } from '../content/front-matter.ts';
import type { Content } from '../content/load-content.ts';
import type { Body } from '../markdown/block.ts';
import { readProse } from '../markdown/prose.ts';
import type { CheckedDocument, CheckedText } from './rule.ts';

/** @param sources the text of every file, by the name that diagnostics show */
export function readDocuments(content: Content, sources: Sources, shownFolder: string): CheckedDocument[] {
  const { articles, pages, people, config } = content;
  const read = (file: string, lang: string, title: string, body: Body): CheckedDocument[] => {
    const shownFile = `${shownFolder}/${file}`;
    const text = sources.get(shownFile);
    if (text === undefined) return [];
    const locale = config.languages[lang]?.locale ?? lang;
    return [{ ...readText(text, shownFile, lang, locale), file, title, body, figures: body.figures }];
  };
  return [
    ...articles.flatMap((article) =>
      read(article.file, article.lang, article.frontMatter.title, article.body).map((document) => ({
        ...document,
        article,
      })),
    ),
    ...pages.flatMap(({ file, lang, frontMatter, body }) => read(file, lang, frontMatter.title, body)),
    ...people.flatMap(({ file, frontMatter, body }) =>
      read(file, config.defaultLanguage, frontMatter.name, body),
    ),
  ];
}

export function readText(text: string, shownFile: string, lang: string, locale: string): CheckedText {
  const split = splitFrontMatter(text, shownFile);
  const prose = split.ok ? readProse(split.file.body, split.file.bodyLine) : [];
  return { shownFile, text, lang, locale, prose };
}
