/** Finds what a line of the text has become on the page. Pure. */

/** Shorter ones stand in too many places. */
const shortestWords = 4;
const comparedLetters = 60;

/** @param line of Markdown @returns the innermost element of the article that shows it */
export function findPlace(article: Element, line: string): Element | undefined {
  const address = /^!\[((?:[^\]\\]|\\.)*)\]\(/u.exec(line);
  if (address !== null) {
    const alt = (address[1] ?? '').replace(/\\(.)/gu, '$1');
    return [...article.querySelectorAll('img')].find((one) => alt !== '' && one.alt === alt);
  }
  const wanted = plainWords(line).slice(0, comparedLetters);
  if (wanted.length < shortestWords) return undefined;
  const blocks = article.querySelectorAll('p, li, h2, h3, h4, td, th, blockquote, dd, dt, figcaption');
  return [...blocks].findLast((block) => plainWords(block.textContent).includes(wanted));
}

/** Letters and numbers alone: what Markdown and typography add is gone. */
function plainWords(text: string): string {
  return text.replace(/\]\([^)]*\)|\{[^}]*\}|\[\^[^\]]*\]/gu, '').replace(/[^\p{Letter}\p{Number}]+/gu, '');
}
