/** Markdown of photos, written and read back with their places. Pure. */

import { type BraceEntry, braceEntries, insideBraces } from '../../../src/markdown/brace-entries.ts';

export interface PhotoWords {
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  /** Where it comes from, as it was typed: `camera`, `ai`; empty where nothing is said. */
  readonly source?: string;
}

export interface PhotoLine extends PhotoWords {
  readonly name: string;
  /** In the text. */
  readonly from: number;
  readonly to: number;
  /** Attributes other than credit and source, as they were typed. */
  readonly attributes: string;
}

const address = String.raw`(?:<([^>\n]+)>|([^\s()"'\n]+))`;
const title = String.raw`(?:[ \t]+(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'))?`;
const photo = new RegExp(
  String.raw`^!\[((?:[^\]\\\n]|\\.)*)\]\(${address}${title}[ \t]*\)(?:\{(${insideBraces}*)\})?[ \t]*$`,
  'gmu',
);

export function photosIn(text: string): readonly PhotoLine[] {
  return [...text.matchAll(photo)].map((match) => {
    const [whole, alt = '', spaced, plain = '', double, single = '', braces = ''] = match;
    const entries = braceEntries(braces);
    const isOwn = ({ name, value }: BraceEntry): boolean =>
      value !== undefined && (name === 'credit' || name === 'source');
    const given = (wanted: string): string =>
      entries.findLast(({ name, value }) => name === wanted && value !== undefined)?.value ?? '';
    return {
      name: decoded(spaced ?? plain).replace(/^(?:\.\/)+/u, ''),
      alt: unescaped(alt),
      caption: double === undefined ? single.replaceAll("\\'", "'") : double.replaceAll('\\"', '"'),
      credit: given('credit'),
      source: given('source'),
      attributes: entries.flatMap((one) => (isOwn(one) ? [] : [one.typed])).join(' '),
      from: match.index,
      to: match.index + whole.length,
    };
  });
}

export function photoMarkdown(
  name: string,
  { alt, caption, credit, source = '' }: PhotoWords,
  attributes = '',
): string {
  const typed = /[\s()<>]/u.test(name) ? `<${name}>` : name;
  const said = oneLine(caption) === '' ? '' : ` "${insideQuotes(oneLine(caption))}"`;
  const all = [
    attributes,
    oneLine(credit) === '' ? '' : `credit="${curlyQuotes(oneLine(credit))}"`,
    source === '' ? '' : `source=${/^[\w-]+$/u.test(source) ? source : `"${source.replaceAll('"', '')}"`}`,
  ]
    .filter((one) => one !== '')
    .join(' ');
  return `![${oneLine(alt).replace(/[[\]\\]/gu, '\\$&')}](${typed}${said})${all === '' ? '' : `{${all}}`}`;
}

/** Markdown inside straight quotes: none of them, and no backslash in front of one, ends it. */
function insideQuotes(text: string): string {
  return text.replace(/(\\*)("|$)/gu, (_, slashes: string, quote: string) =>
    [slashes, slashes.length % 2 === 1 ? '\\' : '', quote === '' ? '' : '\\"'].join(''),
  );
}

/** Values in braces have straight quotes around them, and know no backslash: those inside become curly, in pairs. */
function curlyQuotes(text: string): string {
  return text.replace(/(?<=^|[\s([{«„“-])"/gu, '“').replaceAll('"', '”');
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}

function unescaped(text: string): string {
  return text.replace(/\\(["'[\]\\])/gu, '$1');
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
