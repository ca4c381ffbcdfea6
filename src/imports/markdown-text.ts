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
    .replace(/[[\]]/gu, hasLinkBrackets(line) ? '\\$&' : '$&');
  return inline
    .trim()
    .replace(/^(#{1,6})(?=\s|$)/u, '\\$1')
    .replace(/^([-+=>])/u, '\\$1')
    .replace(/^:::/u, '\\:::')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/u, '$1\\$2');
}

/** Whether brackets could become a link, a footnote or a definition, alone or with what follows; "[sic], he said" cannot. */
function hasLinkBrackets(line: string): boolean {
  let depth = 0;
  let isOdd = false;
  for (const character of line) {
    if (character === '[') depth += 1;
    if (character === ']') depth -= 1;
    if (depth < 0) isOdd = true;
  }
  return isOdd || depth !== 0 || /\]\s*[([:]|\[\^|\]\s*$/u.test(line);
}

/** The text between the brackets of an image. Quotation marks are escaped, or they could begin its title too early. */
export function escapeAlt(text: string): string {
  return escapeMarkdown(text.replace(/\s+/gu, ' ').trim())
    .replace(/^\\(?=[-+=>#:])/u, '')
    .replaceAll('"', '\\"');
}

/** Inline Markdown as the title of an image: between double quotes, on one line. */
export function quoteCaption(markdown: string): string {
  return `"${markdown
    .replace(/\s+/gu, ' ')
    .trim()
    // What is escaped already stays as it is.
    .replace(/\\.|"/gsu, (piece) => (piece === '"' ? '\\"' : piece))
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
