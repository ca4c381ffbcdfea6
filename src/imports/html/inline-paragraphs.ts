/** Text that old pages part by line breaks alone becomes paragraphs: an empty line ends one. Pure. */

import type { Cheerio, CheerioAPI } from 'cheerio';
import {
  type AnyNode,
  type Element,
  findWithin,
  isBlock,
  isElement,
  lineAttribute,
  lineOf,
  textOf,
} from './html-tree.ts';

/** What may hold paragraphs, and text of its own too. */
const containers = 'body, div, center, section, article, main, blockquote';
/** Stay whole, whatever breaks are in them. */
const whole = /^(?:a|code|sup|sub|svg|video|audio|iframe|object|map|select|button|textarea|ruby|picture)$/u;

export function breakIntoParagraphs($: CheerioAPI, root: Cheerio<AnyNode>): void {
  for (const element of findWithin(root, containers))
    if ($(element).find('br').length > 1) breakContainer($, element);
  for (const paragraph of root.find('p').toArray()) {
    if ($(paragraph).find('br').length < 2 || !hasEmptyLine($, paragraph.children)) continue;
    const parts = flowOf($, paragraph, (run) => hasEmptyLine($, run));
    for (const part of parts) if (isElement(part)) part.attribs = { ...paragraph.attribs };
    for (const part of parts) $(paragraph).before($(part));
    $(paragraph).remove();
  }
}

function breakContainer($: CheerioAPI, container: Element): void {
  const made = flowOf($, container, (run) => hasEmptyLine($, run));
  $(container).empty();
  for (const node of made) $(container).append($(node));
}

/** The contents of an element with its text in paragraphs. Takes them out of it. */
export function flowOf(
  $: CheerioAPI,
  container: Element,
  isParagraph: (run: readonly AnyNode[]) => boolean,
): AnyNode[] {
  const made: AnyNode[] = [];
  let run: AnyNode[] = [];
  const end = (): void => {
    if (isParagraph(run)) {
      for (const lines of paragraphsOf($, linesIn($, run))) {
        const paragraph = $('<p></p>').attr(lineAttribute, String(lineOf(container)));
        for (const [index, line] of lines.entries()) {
          if (index > 0) paragraph.append('<br>');
          for (const node of line) paragraph.append($(node));
        }
        made.push(...paragraph.toArray());
      }
    } else made.push(...run);
    run = [];
  };
  for (const node of $(container).contents().toArray()) {
    if (isElement(node) && (isBlock(node) || hasBlocks($, node))) {
      end();
      made.push(node);
    } else run.push(node);
  }
  end();
  return made;
}

/** Whether two line breaks follow each other with nothing between, wherever in the run they are. */
function hasEmptyLine($: CheerioAPI, run: readonly AnyNode[]): boolean {
  let isOpen = false;
  const walk = (node: AnyNode): boolean => {
    if (isElement(node) && node.name === 'br') {
      if (isOpen) return true;
      isOpen = true;
      return false;
    }
    if (isElement(node) && whole.test(node.name)) {
      isOpen = false;
      return false;
    }
    if (isElement(node) && node.name !== 'img') return node.children.some(walk);
    if (isElement(node) || textOf($, node) !== '') isOpen = false;
    return false;
  };
  return run.some(walk);
}

type Line = AnyNode[];

/** An element that goes over several lines is in each of them. */
function linesIn($: CheerioAPI, nodes: readonly AnyNode[]): Line[] {
  const lines: Line[] = [[]];
  for (const node of nodes) {
    if (isElement(node) && node.name === 'br') lines.push([]);
    else if (!isElement(node) || whole.test(node.name) || $(node).find('br').length === 0)
      lines.at(-1)?.push(node);
    else {
      for (const [index, inner] of linesIn($, $(node).contents().toArray()).entries()) {
        if (index > 0) lines.push([]);
        const shell = $(`<${node.name}></${node.name}>`).attr({ ...node.attribs });
        for (const part of inner) shell.append($(part));
        lines.at(-1)?.push(...shell.toArray());
      }
    }
  }
  return lines;
}

function paragraphsOf($: CheerioAPI, lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [[]];
  for (const line of lines) {
    if (line.some((node) => isShown($, node))) groups.at(-1)?.push(line);
    else if (groups.at(-1)?.length !== 0) groups.push([]);
  }
  return groups.filter((group) => group.length > 0);
}

const shown = 'img, iframe, video, audio, object, embed';

/** Whether a reader sees anything of it. */
export function isShown($: CheerioAPI, node: AnyNode): boolean {
  return textOf($, node) !== '' || $(node).is(shown) || $(node).find(shown).length > 0;
}

function hasBlocks($: CheerioAPI, element: Element): boolean {
  return $(element)
    .find('*')
    .toArray()
    .some((inner) => isBlock(inner));
}
