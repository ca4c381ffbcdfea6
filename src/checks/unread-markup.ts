/** Finds links that are not typed as such: readers would see brackets. A space in the address, full-width brackets. */

import { bareAddresses } from './bare-addresses.ts';
import { indentedParagraphs } from './indented-paragraphs.ts';
import { joinedLines } from './joined-lines.ts';
import { markedHeadlines } from './marked-headline.ts';
import { misreadText } from './misread-blocks.ts';
import { placeIn } from './prose-finding.ts';
import type { CheckedText, Finding, TextRule } from './rule.ts';
import { starsInWords } from './stars-in-words.ts';
import { typedNotes } from './typed-notes.ts';
import { unclosedBold } from './unclosed-bold.ts';
import { unreadLines } from './unread-lines.ts';

/** The innermost brackets: those before it may belong to a link that is read. */
const link =
  /(?<![!！])[[［【]([^[［【\]］】]+)[\]］】](?:\s?（|\s\(|\()((?:[^()（）]|\([^()（）]*\))*)[)）]/gu;
const looksLikeAddress = /^(?:https?:|mailto:|tel:|#|\.{0,2}\/)|\.(?:md|pdf|docx?|xlsx?|zip|jpe?g|png)$/iu;
/** Quick, and true wherever one of the others finds something; quotation marks there are not text. */
export const brackets = /[\]］】]\s?[(（]/u;

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'unread-markup': true;
  }
}

export const unreadMarkup: TextRule = {
  code: 'unread-markup',
  level: 'warning',
  explanation: 'A link, heading, list, table or bold word is typed so that readers would see its marks.',
  check: (typed) => {
    // Front matter has no markup at all, but for its captions.
    const prose = typed.prose.filter(({ kind }) => kind !== 'headline' && kind !== 'summary');
    const { displayPath, lang, locale } = typed;
    const text: CheckedText = { displayPath, lang, locale, text: typed.text, prose };
    const lines = unreadLines(text);
    return [
      ...markedHeadlines(typed),
      ...lines,
      ...unreadBrackets(text),
      ...unclosedBold(text),
      ...bareAddresses(text),
      ...indentedParagraphs(text),
      ...misreadText(text),
      ...starsInWords(text),
      ...typedNotes(text),
      ...joinedLines(text, new Set(lines.map(({ line }) => line))),
    ];
  },
};

function unreadBrackets(text: CheckedText): Finding[] {
  if (!text.prose.some(({ text: words }) => brackets.test(words))) return [];
  const lines = text.text.split('\n');
  return text.prose.flatMap((line): Finding[] => {
    if (line.kind === 'alt' || line.kind === 'caption' || !brackets.test(line.text)) return [];
    // What looks like an address is covered in the prose, and needed here.
    const typedAt = (start: number, length: number) =>
      lines[line.line - 1]?.slice(line.column - 1 + start, line.column - 1 + start + length) ?? '';
    return [...line.text.matchAll(link)].flatMap((match): Finding[] => {
      const [, words = '', rest = ''] = [...typedAt(match.index, match[0].length).matchAll(link)][0] ?? [];
      const address = rest.trim();
      // A remark in round brackets may follow one in square brackets.
      if (!looksLikeAddress.test(address)) return [];
      return [
        {
          ...placeIn(text, line, match.index, match.index + match[0].length),
          message: 'This is not read as a link: readers would see the brackets.',
          hint: `Write [${words}](${typedAddress(address)})`,
        },
      ];
    });
  });
}

function typedAddress(address: string): string {
  if (address.startsWith('tel:')) return address.replaceAll(/\(0\)|[\s()]/gu, '');
  return /\s/u.test(address) ? `<${address}>` : address;
}
