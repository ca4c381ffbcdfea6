/** Marks of emphasis that a reader of Markdown takes for such, wherever the emphasised words stand. Pure. */

import type TurndownService from 'turndown';

type Node = TurndownService.Node;

/**
 * Marks that would show: emphasis of white space, and such as begins or ends with a sign in the midst of a word, whose
 * signs stand outside then.
 */
export function wrap(content: string, mark: string, node: Node): string {
  const [, before = '', whole = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(content) ?? [];
  const opensWord = before === '' && wordSign.test(signBeside(node, 'previousSibling'));
  const endsWord = after === '' && wordSign.test(signBeside(node, 'nextSibling'));
  const opening = opensWord ? signsAtStart(whole) : '';
  const rest = whole.slice(opening.length);
  const closing = endsWord ? signsAtEnd(rest) : '';
  const inner = rest.slice(0, rest.length - closing.length);
  // Marks of links and code inside cannot be passed over: such a stretch is not emphasised.
  const isClosed =
    (opensWord && edgeSign.test(inner.charAt(0))) || (endsWord && edgeSign.test(inner.slice(-1)));
  if (inner === '' || isClosed) return content;
  return `${before}${opening}${mark}${inner}${mark}${closing}${after}`;
}

const edgeSign = /[\p{P}\p{S}\s]/u;

function signsAtStart(text: string): string {
  let end = 0;
  for (;;) {
    const next = /^(?:\\[^\p{L}\p{N}\s]|(?![[*_~`!\\<])[\p{P}\p{S}]|\s+(?=\S))/u.exec(text.slice(end))?.[0];
    if (next === undefined) return text.slice(0, end);
    end += next.length;
  }
}

function signsAtEnd(text: string): string {
  let start = text.length;
  for (;;) {
    const left = text.slice(0, start);
    const next = /(?:(?<!\\)(?:\\\\)*(\\[^\p{L}\p{N}\s])|(?:(?![*_~`\]\\])[\p{P}\p{S}])|(?<=\S)\s+)$/u.exec(
      left,
    );
    const piece = next?.[1] ?? next?.[0] ?? '';
    if (piece === '' || (piece === ')' && /\]\([^()\s]*\)$/u.test(left))) return text.slice(start);
    start -= piece.length;
  }
}

/** Scripts that write words without spaces have a rule of their own in the dialect. */
const wordSign = /[^\s\p{P}\p{S}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** The sign of the text beside an element, in its block. */
function signBeside(node: Node, side: 'previousSibling' | 'nextSibling'): string {
  for (let at: Node | ChildNode | ParentNode | null = node; at !== null; ) {
    const beside: ChildNode | null = 'previousSibling' in at ? at[side] : null;
    if (beside !== null) {
      // Its own marks stand there.
      if (
        /^(?:BR|B|STRONG|I|EM|DEL|S|STRIKE|A|CODE|IMG|SUP)$/u.test(beside.nodeName) &&
        beside.textContent !== ''
      )
        return '';
      if (beside.nodeName === 'BR') return '';
      const text = beside.textContent ?? '';
      if (text === '') {
        at = beside;
        continue;
      }
      return (side === 'nextSibling' ? [...text][0] : [...text].at(-1)) ?? '';
    }
    at = at.parentNode;
    if (
      at === null ||
      !/^(?:A|B|STRONG|I|EM|DEL|S|SPAN|SMALL|U|INS|MARK|FONT)$/u.test(
        'nodeName' in at ? String(at.nodeName) : '',
      )
    )
      return '';
  }
  return '';
}
