/** Comments of HTML in a text: notes that are for the newsroom alone. Pure. */

const comment = /<!--.*?(?:-->|$)/gsu;

/** The text without its comments. */
export function withoutComments(text: string): string {
  return text.includes('<!--') ? text.replace(comment, '') : text;
}

/** The first words of a comment, for a sentence about it. */
export function commentWords(comment: string): string {
  const words = comment
    .replace(/^<!--+|-*-->$/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words;
}
