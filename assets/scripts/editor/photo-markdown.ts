/** Markdown of photos, written and read back with their places. Pure. */

export interface PhotoWords {
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
}

export interface PhotoLine extends PhotoWords {
  readonly name: string;
  /** In the text. */
  readonly from: number;
  readonly to: number;
  /** Attributes other than the credit, as they were typed. */
  readonly attributes: string;
}

const photo =
  /^!\[((?:[^\]\\\n]|\\.)*)\]\((?:<([^>\n]+)>|([^\s()"'\n]+))(?:[ \t]+(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'))?[ \t]*\)(?:\{([^}\n]*)\})?[ \t]*$/gmu;

export function photosIn(text: string): readonly PhotoLine[] {
  return [...text.matchAll(photo)].map((match) => {
    const [whole, alt = '', spaced, plain = '', double, single = '', attributes = ''] = match;
    const credit = /credit="([^"]*)"/u.exec(attributes)?.[1] ?? '';
    return {
      name: decoded(spaced ?? plain),
      alt: unescaped(alt),
      caption: unescaped(double ?? single),
      credit,
      attributes: attributes.replace(/\s*credit="[^"]*"/u, '').trim(),
      from: match.index,
      to: match.index + whole.length,
    };
  });
}

export function photoMarkdown(name: string, { alt, caption, credit }: PhotoWords, attributes = ''): string {
  const address = /[\s()<>]/u.test(name) ? `<${name}>` : name;
  const title = oneLine(caption) === '' ? '' : ` "${oneLine(caption).replaceAll('"', '\\"')}"`;
  const all = [attributes, oneLine(credit) === '' ? '' : `credit="${oneLine(credit).replaceAll('"', '”')}"`]
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
