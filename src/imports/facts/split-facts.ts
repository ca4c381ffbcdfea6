/** A line of facts as labels with their values, and what tells names and dates from sentences. Pure. */

import { looksLikeNames } from '../../text/name-words.ts';
import { endsSentence, fold } from '../fold-text.ts';
import { findDate, isOnlyDate } from './find-date.ts';
import type { FactKey, LabelWords } from './label-words.ts';
import { weekdayBefore } from './weekday.ts';

export interface Fact {
  readonly key: string;
  readonly value: string;
}

/** What stands between two bylines of a line, as in "Text by LI Hua, photos by WANG Wei". */
const parts = /(?:[,;|/、]|\sand)\s*$/iu;
const partingAnd = /\s+(?:and|und|et)\s*$/iu;

const bullet = /^[\s•·*●○▪■◆◇▶►|>)(【[\]】–—-]+/u;

/** "Draft: A  Revision: B" is two facts; undefined when the line does not begin with a label. */
export function splitFacts(text: string, labels: LabelWords): Fact[] | undefined {
  const folded = fold(text);
  const dated = datedByline(text, labels);
  if (dated !== undefined) return dated;
  const start = bullet.exec(folded)?.[0].length ?? 0;
  const first = labelAt(folded, start, labels, start > 0 && /[•·●▪■]/u.test(text.slice(0, start)));
  if (first === undefined) return datedFacts(text, folded, labels);
  const facts: Fact[] = [];
  let current = first;
  for (let at = first.valueStart; at < folded.length; at += 1) {
    if (!/[\s;|,(/、]/u.test(folded[at - 1] ?? '')) continue;
    const next = labelAt(folded, at, labels, false);
    if (next === undefined || !(next.hasMark || (next.isOpen && parts.test(folded.slice(0, at))))) continue;
    facts.push({
      key: current.key,
      value: trimValue(text.slice(current.valueStart, at).replace(partingAnd, '')),
    });
    current = next;
    // The value may be empty, and the next label stand there at once.
    at = next.valueStart - 1;
  }
  facts.push({ key: current.key, value: trimValue(text.slice(current.valueStart)) });
  return facts;
}

/** "Submitted by LI Hua on Wed, 03/05/2014 - 10:12", "By LI Hua | March 5, 2014", "Posted on March 5, 2014 by LI Hua". */
function datedByline(text: string, labels: LabelWords): Fact[] | undefined {
  const folded = fold(text);
  const date = findDate(folded);
  if (date === undefined) return undefined;
  const opening = folded.slice(0, date.start);
  const dateStart = weekdayBefore(opening)?.start ?? date.start;
  const before = folded.slice(0, dateStart).replace(dateOpening, '');
  const after = folded.slice(date.end);
  if (isOnlyDate(after, { ...date, start: 0, end: 0 })) {
    const start = bullet.exec(before)?.[0].length ?? 0;
    const name = nameBehind(before.slice(start), labels);
    if (name === undefined) return undefined;
    const length = before.trimEnd().length;
    return [
      { key: name.key, value: trimValue(text.slice(length - name.value.length, length)) },
      { key: 'date', value: text.slice(dateStart) },
    ];
  }
  const lead = labels.leading(before);
  const isPosted =
    before.trim() === '' ||
    (lead?.meaning.kind === 'fact' && lead.meaning.key === 'date' && lead.length === before.trimEnd().length);
  const [gap = ''] = /^(?:[\s,;|·•–—-]|\d{1,2}:\d{2}|[ap]\.?m\.?|at\b)*/iu.exec(after) ?? [];
  const name = nameBehind(after.slice(gap.length), labels);
  if (!isPosted || name === undefined) return undefined;
  const end = date.end + after.trimEnd().length;
  return [
    { key: 'date', value: text.slice(date.start, date.end) },
    { key: name.key, value: trimValue(text.slice(end - name.value.length, end)) },
  ];
}

/** What stands between a name and a date or its weekday: "… on ". */
const dateOpening = /[\s,;|·•–—(-]*(?<=[\s,])(?:on|at|am|vom|le|el|em|il|den)\s*$|[\s,;|·•–—(-]+$/iu;

/** The role and the names of "By LI Hua", which end the text. */
function nameBehind(text: string, labels: LabelWords): Fact | undefined {
  const found = labels.leading(text);
  if (found?.isOpen !== true || found.meaning.kind !== 'role' || found.meaning.role !== 'draft')
    return undefined;
  const value = text.slice(found.length).replace(/^\s*:/u, '').trim();
  const isName = looksLikeNames(value) || (account.test(value) && systemLabel.test(text));
  return isName && value.length <= longestByline ? { key: found.meaning.role, value } : undefined;
}

/** Systems write "Submitted by" themselves, before the name of an account. */
const systemLabel = /^(?:submitted|posted|published|gespeichert|eingereicht|soumis|posté|enviado)\b/iu;
const account = /^[\p{L}\p{N}._-]+$/u;
const longestByline = 120;

/** "March 27, 2016   Author: LI Hua": a date, then labels. */
function datedFacts(text: string, folded: string, labels: LabelWords): Fact[] | undefined {
  const date = findDate(folded);
  if (date === undefined || date.start > 12) return undefined;
  for (let at = date.end; at < folded.length; at += 1) {
    if (!/[\s;|,(/、\])]/u.test(folded[at - 1] ?? '')) continue;
    const label = labelAt(folded, at, labels, false);
    if (label === undefined || !(label.hasMark || label.isOpen || label.isAlone)) continue;
    if (!isOnlyDate(folded.slice(0, at), date)) return undefined;
    const rest = splitFacts(text.slice(at), labels);
    return rest === undefined ? undefined : [{ key: 'date', value: trimValue(text.slice(0, at)) }, ...rest];
  }
  return undefined;
}

interface Label {
  readonly key: FactKey | string;
  readonly valueStart: number;
  /** A colon or the like ends the label. */
  readonly hasMark: boolean;
  /** It needs no mark, because it ends with "by". */
  readonly isOpen: boolean;
  /** It is clear from its value alone: "Views 12". */
  readonly isAlone?: true;
}

function labelAt(folded: string, start: number, labels: LabelWords, isListed: boolean): Label | undefined {
  const found = labels.leading(folded.slice(start));
  if (found === undefined) return undefined;
  const end = start + found.length;
  const rest = folded.slice(end);
  const key = found.meaning.kind === 'role' ? found.meaning.role : found.meaning.key;
  const plain = (valueStart: number): Label => ({ key, valueStart, hasMark: false, isOpen: false });
  const mark = /^\s*[:|丨]\s*/u.exec(rest) ?? (isCjk(folded[end - 1]) ? /^\s*[/·]\s*/u.exec(rest) : null);
  if (mark !== null) return { key, valueStart: end + mark[0].length, hasMark: true, isOpen: false };
  if (rest.trim() === '') {
    // A word alone in a line is a label when it is in a list, or names what only labels name.
    return isListed || found.meaning.kind === 'fact' ? plain(folded.length) : undefined;
  }
  if (key === 'views') {
    return /^\s*(?:total)?\s*[(:]?\s*\d[\d,. ]*(?:\s*(?:times?|次|views?))?[\s)]*$|^\s*total\s*$/iu.test(rest)
      ? { ...plain(end), isAlone: true }
      : undefined;
  }
  // "Photo ByLI Hua": the space was lost between the label and the name.
  const isGlued =
    found.isOpen && found.length > 3 && /^\p{Lu}/u.test(rest) && !/^\p{Lu}/u.test(folded[end - 1] ?? '');
  if (isGlued && looksLikeNames(firstByline(rest.trim(), labels)))
    return { key, valueStart: end, hasMark: false, isOpen: true };
  if (!/^\s/u.test(rest) && !isCjk(folded[end - 1])) return undefined;
  const value = rest.trim();
  if (key === 'date' || key === 'updated') {
    const date = findDate(value);
    return date !== undefined && isOnlyDate(value, date) ? plain(end) : undefined;
  }
  if (key === 'topics' && labels.isTopic(value)) return plain(end);
  if (isListed && value.length <= 60 && !endsSentence(value)) return plain(end);
  return found.isOpen && looksLikeNames(firstByline(value, labels))
    ? { key, valueStart: end, hasMark: false, isOpen: true }
    : undefined;
}

/** The names before the next byline of the line. */
function firstByline(value: string, labels: LabelWords): string {
  for (const match of value.matchAll(/[,;|/、]\s*|\sand\s+/giu)) {
    if (labels.leading(value.slice(match.index + match[0].length))?.isOpen === true)
      return value.slice(0, match.index);
  }
  return value;
}

export function isDateLine(text: string): boolean {
  const found = findDate(text);
  return found !== undefined && isOnlyDate(text, found);
}

/** Offices and newspapers have commas in their names; people do not. */
export function splitNames(value: string, role: string): string[] {
  const parts = role === 'source' ? [value] : value.split(/\s*[,;&、，；/]\s*|\s+(?:and|und|et)\s+/u);
  return parts.map((part) => trimValue(part)).filter((part) => /\p{L}/u.test(part));
}

function trimValue(text: string): string {
  const trimmed = text.replace(/^[\s:：|,;，；、]+|[\s|,;，；、]+$/gu, '');
  const opens = (trimmed.match(/[(（【[]/gu) ?? []).length;
  const closes = (trimmed.match(/[)）】\]]/gu) ?? []).length;
  return closes > opens ? trimmed.replace(/[)）】\]]+$/u, '').trim() : trimmed;
}

function isCjk(character: string | undefined): boolean {
  return character !== undefined && /\p{Script=Han}/u.test(character);
}
