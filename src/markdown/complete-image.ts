/**
 * Writes texts into the Markdown of one image where it has none. Never changes a text that is there, and gives nothing
 * when the image is written in a way that it does not know: then a person has to. Pure.
 */

export interface ImageTexts {
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
}

const TITLE = String.raw`"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\((?:[^()\\\n]|\\.)*\)`;
const IMAGE = new RegExp(
  String.raw`^!\[(?<alt>(?:[^[\]\\\n]|\\.)*)\]\((?<target><[^<>\n]*>|[^\s()<>]+)(?<title>\s+(?:${TITLE}))?\s*\)(?<braces>\{[^{}\n]*\})?$`,
  'u',
);

/** `source` is the image as typed, from its exclamation mark to its last brace. */
export function completeImage(source: string, texts: ImageTexts): string | undefined {
  const { alt = '', target, title = '', braces = '' } = IMAGE.exec(source)?.groups ?? {};
  if (target === undefined || /\bdecorative\b/u.test(braces)) return undefined;
  const newAlt = alt.trim() === '' && texts.alt !== undefined ? escapeMarkdown(texts.alt) : alt;
  const newTitle =
    title === '' && texts.caption !== undefined ? ` "${escapeMarkdown(texts.caption)}"` : title;
  return `![${newAlt}](${target}${newTitle})${withCredit(braces, texts.credit)}`;
}

function withCredit(braces: string, credit: string | undefined): string {
  if (credit === undefined || /\bcredit=/u.test(braces)) return braces;
  // The braces know no escapes: what would end them becomes what looks like it.
  const text = credit.replaceAll('"', '”').replaceAll('{', '(').replaceAll('}', ')');
  const entry = `credit="${text}"`;
  return braces === '' ? `{${entry}}` : `${braces.slice(0, -1).trimEnd()} ${entry}}`;
}

/** What would be read as markup, or would end the text, stands behind a backslash. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>"&~^=$]/gu, (letter) => `\\${letter}`);
}
