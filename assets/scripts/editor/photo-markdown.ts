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

const address = String.raw`[ \t]*(?:<([^>\n]+)>|([^\s()"'\n]+))`;
/** A line may end inside, a paragraph may not, and no other photo begins there. */
const lineEnd = String.raw`\n(?![ \t]*(?:\n|!\[))`;
const inside = (end: string): string => String.raw`((?:[^${end}\\\n]|\\.|${lineEnd})*)`;
const title = String.raw`(?:[ \t]+(?:"${inside('"')}"|'${inside("'")}'|\(${inside('()')}\)))?`;
const photo = new RegExp(
  String.raw`^ {0,3}!\[${inside('\\]')}\]\(${address}(${title})[ \t]*\)(?:\{(${insideBraces}*)\})?[ \t]*$`,
  'dgmu',
);
/** What no reader sees as a photo: examples of code, and comments. */
const hidden = /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|(?![\s\S]))|<!--[\s\S]*?-->/gmu;

export function photosIn(text: string): readonly PhotoLine[] {
  const visible = text.replace(hidden, (found) => ' '.repeat(found.length));
  return [...visible.matchAll(photo)].map((match) => {
    const [whole, alt = '', spaced, plain = '', , double, single, round, braces = ''] = match;
    const entries = braceEntries(braces);
    const isOwn = ({ name, value }: BraceEntry): boolean =>
      value !== undefined && (name === 'credit' || name === 'source');
    const given = (wanted: string): string =>
      entries.findLast(({ name, value }) => name === wanted && value !== undefined)?.value ?? '';
    return {
      name: decoded(spaced ?? plain).replace(/^(?:\.\/)+/u, ''),
      alt: joined(unescaped(alt)),
      caption: joined(
        double?.replaceAll('\\"', '"') ??
          single?.replaceAll("\\'", "'") ??
          round?.replace(/\\([()])/gu, '$1') ??
          '',
      ),
      credit: given('credit'),
      source: given('source'),
      attributes: entries.flatMap((one) => (isOwn(one) ? [] : [one.typed])).join(' '),
      from: match.index,
      to: match.index + whole.length,
    };
  });
}

/** A photo's Markdown with another word in it: all else stays as it was typed. */
export function withPhotoWord(written: string, key: keyof PhotoWords, value: string): string {
  const match = [...written.matchAll(photo)][0];
  const places = match?.indices;
  if (match === undefined || places === undefined) return written;
  const put = ([from, to]: readonly [number, number], insert: string): string =>
    written.slice(0, from) + insert + written.slice(to);
  const [, alt, , , named, double, single, , braces] = places;
  switch (key) {
    case 'alt':
      return alt === undefined ? written : put(alt, altText(value));
    case 'caption': {
      if (named === undefined) return written;
      const quote = single !== undefined && double === undefined ? "'" : '"';
      return put(
        named,
        oneLine(value) === '' ? '' : ` ${quote}${insideQuotes(oneLine(value), quote)}${quote}`,
      );
    }
    case 'credit':
    case 'source': {
      const typed = key === 'credit' ? creditText(value) : sourceText(value);
      if (braces !== undefined) {
        const entries = withEntry(written.slice(...braces), key, typed);
        return entries === '' ? put([braces[0] - 1, braces[1] + 1], '') : put(braces, entries);
      }
      const end = written.trimEnd().length;
      return typed === '' ? written : put([end, end], `{${typed}}`);
    }
  }
}

/** @param typed empty takes the entry away */
function withEntry(braces: string, key: string, typed: string): string {
  let end = 0;
  const places = braceEntries(braces).map((entry) => {
    const from = braces.indexOf(entry.typed, end);
    end = from + entry.typed.length;
    return { entry, from, to: end };
  });
  const old = places.findLast(({ entry }) => entry.name === key && entry.value !== undefined);
  if (old === undefined)
    return [braces, typed].filter((one) => one !== '').join(braces.endsWith(' ') ? '' : ' ');
  if (typed !== '') return braces.slice(0, old.from) + typed + braces.slice(old.to);
  return (braces.slice(0, old.from).trimEnd() + braces.slice(old.to)).trimStart();
}

export function photoMarkdown(
  name: string,
  { alt, caption, credit, source = '' }: PhotoWords,
  attributes = '',
): string {
  const typed = /[\s()<>]/u.test(name) ? `<${name}>` : name;
  const said = oneLine(caption) === '' ? '' : ` "${insideQuotes(oneLine(caption), '"')}"`;
  const all = [attributes, creditText(credit), sourceText(source)].filter((one) => one !== '').join(' ');
  return `![${altText(alt)}](${typed}${said})${all === '' ? '' : `{${all}}`}`;
}

function altText(alt: string): string {
  return oneLine(alt).replace(/[[\]\\]/gu, '\\$&');
}

function creditText(credit: string): string {
  return oneLine(credit) === '' ? '' : `credit="${curlyQuotes(oneLine(credit))}"`;
}

function sourceText(source: string): string {
  if (source === '') return '';
  return `source=${/^[\w-]+$/u.test(source) ? source : `"${source.replaceAll('"', '')}"`}`;
}

/** Markdown inside straight quotes: none of them, and no backslash in front of one, ends it. */
function insideQuotes(text: string, mark: '"' | "'"): string {
  return text.replace(mark === '"' ? /(\\*)("|$)/gu : /(\\*)('|$)/gu, (_, slashes: string, quote: string) =>
    [slashes, slashes.length % 2 === 1 ? '\\' : '', quote === '' ? '' : `\\${mark}`].join(''),
  );
}

/** Values in braces have straight quotes around them, and know no backslash: those inside become curly, in pairs. */
function curlyQuotes(text: string): string {
  return text.replace(/(?<=^|[\s([{«„“-])"/gu, '“').replaceAll('"', '”');
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}

/** Words over two lines, as a page shows them. */
function joined(text: string): string {
  return text.replace(/[ \t]*\n[ \t]*/gu, ' ');
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
