/** An article as others show it: the card that stands for a link, and the entry in feed readers. */

import type { DeskArticle, DeskCard, DeskEntry } from '../../../src/editor/desk-report.ts';
import { element } from './element.ts';

/** Where many services cut what they show. */
const shownTitle = 70;
const shownDescription = 200;

export function elsewhereView(article: DeskArticle | undefined): readonly Node[] {
  if (article === undefined) return [element('p', {}, 'Only articles have a card and stand in feeds.')];
  return [
    element('h2', {}, 'As a link in messages and networks'),
    cardView(article.card),
    ...lengthNotes(article.card),
    element('h2', {}, 'In feed readers'),
    entryView(article.entry),
  ];
}

function cardView({ image, host, title, description }: DeskCard): HTMLElement {
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

function lengthNotes({ title, description }: DeskCard): readonly Node[] {
  const notes = [
    title.length > shownTitle
      ? `the headline has ${title.length} letters, of which about ${shownTitle} are shown`
      : '',
    description.length > shownDescription
      ? `the summary has ${description.length}, of which about ${shownDescription} are shown`
      : '',
  ].filter((note) => note !== '');
  return notes.length === 0
    ? []
    : [element('p', { class: 'soft' }, `Many services cut it: ${notes.join('; ')}.`)];
}

function entryView({ title, authors, date, topics, summary, html }: DeskEntry): HTMLElement {
  const body = element('div', { class: 'entry-body' });
  // The build's own HTML, which the page shows as well: what an editor types is escaped in it.
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
