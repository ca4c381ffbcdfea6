/** Highlights our Markdown in the text: headings, emphasis, links, tables, and lines that open or close a box. */

import {
  defineLanguageFacet,
  HighlightStyle,
  Language,
  languageDataProp,
  syntaxHighlighting,
} from '@codemirror/language';
import { tags } from '@lezer/highlight';
import { parser, Strikethrough, Table } from '@lezer/markdown';

const data = defineLanguageFacet();

const language = new Language(
  data,
  parser.configure([Table, Strikethrough, { props: [languageDataProp.add({ Document: data })] }]),
  [],
  'markdown',
);

const style = HighlightStyle.define([
  { tag: tags.heading2, fontWeight: '700', fontSize: '1.3em' },
  { tag: tags.heading3, fontWeight: '700', fontSize: '1.12em' },
  { tag: tags.heading, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: tags.link, color: 'var(--link)' },
  { tag: tags.url, color: 'var(--soft)' },
  { tag: tags.monospace, fontFamily: 'ui-monospace, monospace' },
  { tag: tags.processingInstruction, color: 'var(--soft)' },
  { tag: tags.quote, color: 'var(--soft)' },
]);

export const dialectLanguage = [language, syntaxHighlighting(style)];
