/** Views of an article elsewhere: the card of a shared link, and the entry in feed readers. */

import type { ToolbarArticle, ToolbarCard, ToolbarEntry } from '../../../src/editor/toolbar-report.ts';
import { element } from './element.ts';

/** Lengths at which many services cut. */
const visibleTitleLetters = 70;
const visibleDescriptionLetters = 200;

export function elsewhereView(article: ToolbarArticle | undefined): readonly Node[] {
  if (article === undefined) return [element('p', {}, 'Only articles have a card and stand in feeds.')];
  return [
    element('h2', {}, 'As a link in messages and networks'),
    cardView(article.card),
    ...lengthNotes(article.card),
    element('h2', {}, 'In feed readers'),
    entryView(article.entry),
  ];
}

function cardView({ image, host, title, description }: ToolbarCard): HTMLElement {
  const { href, widthPx, heightPx, alt } = image;
  return element(
    'div',
    { class: 'card' },
    element('img', { src: href, width: String(widthPx), height: String(heightPx), alt }),
    element(
      'div',
      { class: 'card-text' },
      element('p', { class: 'soft' }, host),
      element('p', { class: 'card-title' }, title),
      element('p', { class: 'card-description' }, description),
    ),
  );
}

function lengthNotes({ title, description }: ToolbarCard): readonly Node[] {
  const notes = [
    title.length > visibleTitleLetters
      ? `the headline has ${title.length} letters, of which about ${visibleTitleLetters} are shown`
      : '',
    description.length > visibleDescriptionLetters
      ? `the summary has ${description.length}, of which about ${visibleDescriptionLetters} are shown`
      : '',
  ].filter((note) => note !== '');
  return notes.length === 0
    ? []
    : [element('p', { class: 'soft' }, `Many services cut it: ${notes.join('; ')}.`)];
}

function entryView({ title, authors, date, topics, summary, html }: ToolbarEntry): HTMLElement {
  const body = element('div', { class: 'entry-body' });
  // HTML of the build, in which typed text is escaped already.
  body.innerHTML = html;
  const facts = [authors.join(', '), date, topics.join(', ')].filter((fact) => fact !== '');
  return element(
    'div',
    { class: 'entry' },
    element('p', { class: 'entry-title' }, title),
    element('p', { class: 'soft' }, facts.join(' · ')),
    element('p', {}, summary),
    element('details', {}, element('summary', {}, 'The whole entry'), body),
  );
}
