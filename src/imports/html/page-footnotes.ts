/**
 * Finds the footnotes of a page by their two links: one from the text to the note, one from the note back. So Word,
 * Google Docs, LibreOffice, wikis and most site generators write them, whatever they call their anchors. Pure.
 */

import type { Cheerio, CheerioAPI } from 'cheerio';
import { type AnyNode, type Element, isElement, lineAttribute, lineOf, textOf } from './html-tree.ts';

/** What Word and LibreOffice call the anchors of endnotes: they are numbered apart from footnotes. */
const endnote = /^#(?:_?edn|sdendnote)/iu;
/** More links than the notes of a book: their pairs would take too long to find. */
const maximumLinks = 20_000;
/** How far above a link the element may stand that its anchor names. */
const levels = 3;

interface Note {
  readonly label: string;
  /** What holds the note alone. */
  readonly block: Element;
}

/** Turns calls and notes into those that `htmlToMarkdown` knows, notes at the end of the text. */
export function turnFootnotes($: CheerioAPI, root: Cheerio<AnyNode>): void {
  const links = root.find('a[href^="#"]').toArray();
  if (links.length === 0 || links.length > maximumLinks) return;
  const anchors = anchorsIn(root);
  const targetOf = (link: Element): Element | undefined => anchors.get(idOf(link.attribs.href?.slice(1)));
  const order = new Map(links.map((link, index) => [link, index]));
  const notes = new Map<Element, Note>();
  const backLinks = new Set<Element>();
  for (const call of links) {
    const target = targetOf(call);
    if (target === undefined || backLinks.has(call) || isInside(call, target)) continue;
    const known = notes.get(target);
    const back = known === undefined ? backLinkOf($, call, target, (link) => targetOf(link)) : undefined;
    // Of the two the call comes first.
    if (known === undefined && (back === undefined || (order.get(back) ?? 0) < (order.get(call) ?? 0)))
      continue;
    if (back !== undefined) {
      backLinks.add(back);
      const block = blockOf($, root, back);
      if (block === undefined) continue;
      notes.set(target, { label: labelOf($, call, [...notes.values()]), block });
    }
    const label = notes.get(target)?.label;
    if (label !== undefined) turnCall($, call, label);
  }
  for (const back of backLinks) removeWithFrame($, back);
  for (const note of notes.values()) moveNote($, root, note);
  if (notes.size > 0) removeRule($, root);
}

function anchorsIn(root: Cheerio<AnyNode>): ReadonlyMap<string, Element> {
  const anchors = new Map<string, Element>();
  for (const element of root.find('[id], a[name]').toArray())
    for (const id of [element.attribs.id, element.attribs.name])
      if (id !== undefined && !anchors.has(id)) anchors.set(id, element);
  return anchors;
}

function idOf(fragment = ''): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** The link from beside an anchor, or from inside of it, that leads back to where a call is. */
function backLinkOf(
  $: CheerioAPI,
  call: Element,
  target: Element,
  targetOf: (link: Element) => Element | undefined,
): Element | undefined {
  const near = target.name === 'a' ? [target] : $(target).find('a[href^="#"]').toArray();
  return near.find((link) => {
    const source = targetOf(link);
    return source !== undefined && (isInside(call, source, levels) || isInside(source, call, levels));
  });
}

function isInside(inner: Element, outer: Element, most = Number.POSITIVE_INFINITY): boolean {
  let at: AnyNode | null = inner;
  for (let level = 0; at !== null && level <= most; level += 1) {
    if (at === outer) return true;
    at = at.parent;
  }
  return false;
}

/** The number that stands there, else the next free one. */
function labelOf($: CheerioAPI, call: Element, notes: readonly Note[]): string {
  const taken = new Set(notes.map(({ label }) => label));
  const prefix = endnote.test(call.attribs.href ?? '') ? 'e' : '';
  const typed = /^\W*(\d{1,4})\W*$/u.exec(textOf($, call))?.[1];
  if (typed !== undefined && !taken.has(prefix + typed)) return prefix + typed;
  let number = 1;
  while (taken.has(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}

/** The largest element around a note that holds nothing else. */
function blockOf($: CheerioAPI, root: Cheerio<AnyNode>, back: Element): Element | undefined {
  const [block] = $(back).closest('p, li, dd, td, div, aside, section');
  if (!isElement(block) || root.is(block)) return undefined;
  const { parent } = block;
  if (!isElement(parent) || !/^(?:div|aside|section|li)$/u.test(parent.name) || root.is(parent)) return block;
  const isAlone = $(parent).find('a[href^="#"]').length === 1 && $(parent).children().first().is(block);
  return isAlone ? parent : block;
}

function turnCall($: CheerioAPI, call: Element, label: string): void {
  const made = $('<sup></sup>').attr('data-footnote', label).text(label);
  const [raised] = $(call).closest('sup');
  $(raised !== undefined && textOf($, raised) === textOf($, call) ? raised : call).replaceWith(made);
}

/** A link, with what is raised or bracketed around it and holds nothing else. */
function removeWithFrame($: CheerioAPI, link: Element): void {
  let gone: Element = link;
  while (
    isElement(gone.parent) &&
    /^(?:sup|span|b|i|em|strong)$/u.test(gone.parent.name) &&
    textOf($, gone.parent) === textOf($, gone)
  )
    gone = gone.parent;
  $(gone).remove();
}

function moveNote($: CheerioAPI, root: Cheerio<AnyNode>, { label, block }: Note): void {
  const { parent } = block;
  const note = $('<p></p>')
    .attr('data-footnote', label)
    .attr(lineAttribute, String(lineOf(block)));
  const parts = $(block).children('p, div').toArray();
  if (parts.length === 0) note.append($(block).contents());
  for (const [index, part] of parts.entries()) {
    if (index > 0) note.append('<br>');
    note.append($(part).contents());
  }
  $(block).remove();
  root.append(note);
  if (isElement(parent) && !root.is(parent) && isEmpty($, parent)) $(parent).remove();
}

/** The line that parted the notes from the text: nothing but notes is behind it. */
function removeRule($: CheerioAPI, root: Cheerio<AnyNode>): void {
  const [rule] = root.find('hr').last();
  for (let at: AnyNode | undefined | null = rule; isElement(at) && !root.is(at); at = at.parent) {
    const behind = $(at).nextAll().not('[data-footnote]').toArray();
    if (behind.some((one) => !isEmpty($, one))) return;
  }
  if (rule !== undefined) $(rule).remove();
}

function isEmpty($: CheerioAPI, element: Element): boolean {
  return textOf($, element) === '' && $(element).find('img').length === 0;
}
