/** Plain text as Markdown that means exactly that text. Pure. */

/** @param text one paragraph, on one line or on several */
export function escapeMarkdown(text: string): string {
  return text.split('\n').map(escapeLine).join('\n');
}

function escapeLine(line: string): string {
  const inline = line
    .replace(/[\\`*<]/gu, '\\$&')
    // An underscore inside a word never begins emphasis.
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/~(?=~)|(?<=~)~/gu, '\\~')
    .replace(/&(?=#?\w+;)/gu, '\\&')
    .replace(/[[\]]/gu, '\\$&');
  return inline
    .trim()
    .replace(/^(#{1,6})(?=\s|$)/u, '\\$1')
    .replace(/^([-+=>])/u, '\\$1')
    .replace(/^:::/u, '\\:::')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/u, '$1\\$2');
}

/** The text between the brackets of an image. */
export function escapeAlt(text: string): string {
  return escapeMarkdown(text.replace(/\s+/gu, ' ').trim()).replace(/^\\(?=[-+=>#:])/u, '');
}

/** Inline Markdown as the title of an image: between double quotes, on one line. */
export function quoteCaption(markdown: string): string {
  return `"${markdown
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/\\?"/gu, '\\"')
    .replace(/(?<!\\)(\\\\)*\\$/u, '$&\\')}"`;
}

/** The value of `credit` in the braces of an image, which knows no escapes. */
export function quoteCredit(text: string): string {
  return `"${text.replace(/\s+/gu, ' ').replaceAll('"', '”').replaceAll('{', '(').replaceAll('}', ')').trim()}"`;
}

/** Text inside a line, whose own spaces matter: `<b>a</b> - b`. */
export function escapeInline(text: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  return before + escapeMarkdown(inner) + after;
}
