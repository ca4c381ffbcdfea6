/** Finds full-width marks in English, half-width marks in Chinese, and spaces on the wrong side of a mark. */

import {
  isChinese,
  isEnglish,
  lineFinding,
  type Replacement,
  replacementsOf,
  withoutFixInHeadings,
} from './prose-finding.ts';
import type { CheckedText, Finding, TextRule } from './rule.ts';

const halfWidth: Readonly<Record<string, string>> = {
  '，': ',',
  '；': ';',
  '：': ':',
  '？': '?',
  '！': '!',
  '。': '.',
  '（': '(',
  '）': ')',
};
const fullWidth: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };

/** Beside Chinese characters they are right, in English text too. */
const fullWidthInLatin =
  /(?<![\p{Script=Han}\u3000-\u303f\uff00-\uffef]) ?[，；：？！。（）](?![\p{Script=Han}\u3000-\u303f\uff00-\uffef]) ?/gu;
const halfWidthInChinese = /(?<=\p{Script=Han})[,;:?!](?=\p{Script=Han}|$)/gu;
const spaceBefore = /(?<=[\p{L}\p{N})”’"]) +(?=[,;!?](?:\s|$))/gu;
const spaceOnWrongSide = /(?<=[\p{L}\p{N})”’"]) +,(?=\p{L})/gu;
/** Quick, and true wherever one of the others finds something. */
const suspicious = /[，；：？！。（）]| [,;!?]|,\p{L}/u;
const noSpaceAfter = /(?<=\p{Ll}{2}),(?=\p{L}{2})/gu;

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'punctuation-style': true;
  }
}

export const punctuationStyle: TextRule = {
  code: 'punctuation-style',
  level: 'warning',
  explanation: 'A punctuation mark has the wrong width or the wrong space around it.',
  check: (text) => {
    if (isChinese(text.lang)) return chinese(text);
    return isEnglish(text.lang) ? english(text) : [];
  },
};

function chinese(text: CheckedText): Finding[] {
  return text.prose.flatMap((line) =>
    lineFinding(
      text,
      line,
      withoutFixInHeadings(
        line,
        replacementsOf(line, halfWidthInChinese, ([mark]) => fullWidth[mark]),
      ),
      {
        message: 'A half-width mark stands between Chinese characters.',
        hint: 'Type the full-width mark: ，；：？！',
      },
    ),
  );
}

function english(text: CheckedText): Finding[] {
  return text.prose.flatMap((line): Finding[] => {
    if (!suspicious.test(line.text)) return [];
    const found = (replacements: readonly Replacement[], message: string, hint: string) =>
      lineFinding(text, line, withoutFixInHeadings(line, replacements), { message, hint });
    return [
      ...found(
        replacementsOf(line, fullWidthInLatin, (match) => narrow(match)),
        'A full-width mark of Chinese stands in English text.',
        'Switch the keyboard to English and type the mark again: , . ; : ? ! ( )',
      ),
      ...found(
        replacementsOf(line, spaceBefore, () => ''),
        'A space stands before a punctuation mark.',
        'Delete the space: the mark follows the word.',
      ),
      ...found(
        replacementsOf(line, spaceOnWrongSide, () => ', '),
        'The space is on the wrong side of this comma.',
        'Type the comma right after the word, and a space after the comma.',
      ),
      ...found(
        replacementsOf(line, noSpaceAfter, () => ', '),
        'No space follows this comma.',
        'Type a space after the comma.',
      ),
    ];
  });
}

function narrow(match: RegExpMatchArray): string {
  const mark = halfWidth[match[0].trim()] ?? match[0];
  const text = match.input ?? '';
  const start = match.index ?? 0;
  const isFirst = start === 0;
  const isLast = start + match[0].length === text.length;
  if (mark === '(') return isFirst ? '(' : ' (';
  const next = text.charAt(start + match[0].length);
  const needsSpace = !isLast && (match[0].endsWith(' ') || /[\p{L}\p{N}“‘("']/u.test(next));
  return mark + (needsSpace ? ' ' : '');
}
