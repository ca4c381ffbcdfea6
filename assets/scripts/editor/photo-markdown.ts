/** Markdown of photos, written and read back with their places. Pure. */

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

const photo =
  /^!\[((?:[^\]\\\n]|\\.)*)\]\((?:<([^>\n]+)>|([^\s()"'\n]+))(?:[ \t]+(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'))?[ \t]*\)(?:\{([^}\n]*)\})?[ \t]*$/gmu;

const sourceAttribute = /(?:^|\s+)source=(?:"([^"]*)"|([^\s"}]+))/u;

export function photosIn(text: string): readonly PhotoLine[] {
  return [...text.matchAll(photo)].map((match) => {
    const [whole, alt = '', spaced, plain = '', double, single = '', attributes = ''] = match;
    const credit = /credit="([^"]*)"/u.exec(attributes)?.[1] ?? '';
    const [, quoted, bare] = sourceAttribute.exec(attributes) ?? [];
    return {
      name: decoded(spaced ?? plain),
      alt: unescaped(alt),
      caption: unescaped(double ?? single),
      credit,
      source: quoted ?? bare ?? '',
      attributes: attributes
        .replace(/\s*credit="[^"]*"/u, '')
        .replace(sourceAttribute, '')
        .trim(),
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
  const address = /[\s()<>]/u.test(name) ? `<${name}>` : name;
  const title = oneLine(caption) === '' ? '' : ` "${oneLine(caption).replaceAll('"', '\\"')}"`;
  const all = [
    attributes,
    oneLine(credit) === '' ? '' : `credit="${oneLine(credit).replaceAll('"', '”')}"`,
    source === '' ? '' : `source=${/^[\w-]+$/u.test(source) ? source : `"${source.replaceAll('"', '')}"`}`,
  ]
    .filter((one) => one !== '')
    .join(' ');
  return `![${oneLine(alt).replace(/[[\]\\]/gu, '\\$&')}](${address}${title})${all === '' ? '' : `{${all}}`}`;
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
