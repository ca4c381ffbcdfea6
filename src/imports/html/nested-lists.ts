/**
 * Lists in lists, as editors and programs write them: beside each other with the level in an attribute or a class, or
 * directly in each other without an entry between. All become lists inside of entries. Pure.
 */

import type { Cheerio, CheerioAPI } from 'cheerio';
import {
  type AnyNode,
  type Element,
  isBlock,
  isElement,
  lineAttribute,
  lineOf,
  textOf,
  unwrap,
} from './html-tree.ts';

/** Deeper ones are mistakes. */
const deepest = 9;

export function nestLists($: CheerioAPI, root: Cheerio<AnyNode>): void {
  // Each entry of Word Online stands in a list and a frame of its own.
  for (const frame of root.find('.ListContainerWrapper').toArray()) $(frame).replaceWith($(frame).contents());
  for (const list of root.find('ul > ul, ul > ol, ol > ul, ol > ol').toArray()) {
    const [before] = $(list).prevAll('li');
    if (before === undefined) $(list).wrap('<li></li>');
    else $(before).append(list);
  }
  for (const list of root.find('ul, ol').toArray()) {
    if (root.find(list).length === 0 || !entriesOf(list).some((entry) => toldLevel(entry, list) > 1))
      continue;
    rebuild($, runAround($, list));
  }
  // An entry of one paragraph is its text.
  for (const entry of root.find('li').toArray()) {
    const blocks = entry.children
      .filter(isElement)
      .filter((child) => isBlock(child) && !/^[uo]l$/u.test(child.name));
    const [paragraph, another] = blocks;
    const isFirst =
      paragraph !== undefined && entry.children.find((child) => textOf($, child) !== '') === paragraph;
    if (
      isFirst &&
      paragraph.name === 'p' &&
      another === undefined &&
      paragraph.attribs['data-footnote'] === undefined
    )
      unwrap($, paragraph);
  }
}

/** The lists beside each other that are one, from the first. */
function runAround($: CheerioAPI, list: Element): readonly Element[] {
  const run = [list];
  for (const [direction, add] of [
    ['prev', (one: Element) => run.unshift(one)],
    ['next', (one: Element) => run.push(one)],
  ] as const) {
    let at: AnyNode | null = list[direction];
    while (at !== null) {
      if (isElement(at) && /^[uo]l$/u.test(at.name)) add(at);
      else if (isElement(at) || textOf($, at) !== '') break;
      at = at[direction];
    }
  }
  return run;
}

function rebuild($: CheerioAPI, run: readonly Element[]): void {
  const [first] = run;
  if (first === undefined) return;
  const made: Cheerio<AnyNode>[] = [];
  const open: { readonly list: Cheerio<AnyNode>; readonly level: number; readonly kind: string }[] = [];
  for (const list of run) {
    for (const entry of entriesOf(list)) {
      const level = Math.min(deepest, toldLevel(entry, list));
      const kind = kindOf(entry, list);
      while ((open.at(-1)?.level ?? 0) > level) open.pop();
      // Another kind of list at one level is another list.
      if (open.at(-1)?.level === level && open.at(-1)?.kind !== kind) open.pop();
      if (open.at(-1)?.level !== level) {
        const start = list.attribs.start;
        const inner = $(`<${kind}></${kind}>`).attr(lineAttribute, String(lineOf(list)));
        if (start !== undefined && kind === 'ol') inner.attr('start', start);
        const [parent] = open.at(-1)?.list.children('li').last() ?? [];
        if (parent === undefined) made.push(inner);
        else $(parent).append(inner);
        open.push({ list: inner, level, kind });
      }
      open.at(-1)?.list.append(entry);
    }
  }
  for (const list of made) $(first).before(list);
  for (const list of run) $(list).remove();
}

function entriesOf(list: Element): Element[] {
  return list.children.filter((child): child is Element => isElement(child) && child.name === 'li');
}

/** From 1, as the entry or its list says it, and more than its place only where nothing around it says so. */
function toldLevel({ attribs }: Element, list: Element): number {
  const depth = depthOf(list);
  const told =
    Number(attribs['aria-level'] ?? attribs['data-aria-level'] ?? Number.NaN) ||
    Number(/\bql-indent-(\d)\b/u.exec(attribs.class ?? '')?.[1] ?? Number.NaN) + 1 ||
    Number(/\blst-[\w-]+-(\d)(?=\s|$)/u.exec(list.attribs.class ?? '')?.[1] ?? Number.NaN) + 1;
  return Number.isNaN(told) ? 1 : told - depth + 1;
}

function depthOf(list: Element): number {
  let depth = 0;
  for (let at: AnyNode | null = list; isElement(at); at = at.parent) if (/^[uo]l$/u.test(at.name)) depth += 1;
  return depth;
}

/** Quill has entries of both kinds in one list. */
function kindOf({ attribs }: Element, list: Element): string {
  if (attribs['data-list'] === 'bullet') return 'ul';
  return attribs['data-list'] === 'ordered' ? 'ol' : list.name;
}
