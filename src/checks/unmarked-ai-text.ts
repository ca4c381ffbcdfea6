/** Finds texts that a machine wrote or translated, by their credits or by what it left in them, and that do not say so. */

import type { Place } from '../diagnostics/diagnostic.ts';
import type { DocumentRule, Finding } from './rule.ts';

/** Whole names of programs: some are first names too, and do not count alone. */
const PROGRAM =
  /^(?:chatgpt|gpt-?\d[\w. -]*|openai|google translate|google gemini|gemini ai|claude ai|microsoft copilot|deepl(?: \w+)?|deepseek|kimi|qwen|ernie bot|文心一言|通义千问|豆包|讯飞星火|ai|a\.i\.|ki|人工智能|人工知能)$/iu;

/** What chatbots leave in what is copied from them: marks of their sources, and sentences about themselves. */
const TRACE =
  /utm_source=(?:chatgpt|openai|copilot|perplexity)(?:\.com)?|:?contentReference\[oaicite:\d+\]|oaicite:\d+|turn\d+(?:search|view|news)\d+|\b(?:as|i am|i’m|i'm) an? (?:ai|large) language model\b|作为(?:一个|一名)?(?:AI|人工智能)?(?:大)?语言模型|als ki-sprachmodell|en tant que modèle de langage|como modelo de lenguaje|как языковая модель/iu;

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'unmarked-ai-text': true;
  }
}

interface Trace extends Omit<Place, 'file'> {
  readonly text: string;
}

export const unmarkedAiText: DocumentRule = {
  code: 'unmarked-ai-text',
  level: 'warning',
  readsFrontMatter: true,
  explanation: 'A text looks as if a machine had written or translated it, and readers are not told.',
  check: (document) => {
    const { article } = document;
    if (article === undefined || article.frontMatter.ai?.text !== undefined) return [];
    const traces = document.recall<Trace>('traces of chatbots', () => findTraces(document.text));
    const credits = Object.entries(article.frontMatter.credits).flatMap(([role, names]): Finding[] => {
      const program = names.find((name) => PROGRAM.test(name));
      if (program === undefined) return [];
      return [
        {
          ...article.placeOf(['credits', role]),
          message: `"${program}" is no person; readers are told nothing of a machine.`,
          hint: `Credit who answers for the text, and write  ai: ${role === 'translation' ? 'translated' : 'generated'}  on a line of its own.`,
        },
      ];
    });
    const [first] = traces;
    if (first === undefined) return credits;
    const { text, ...place } = first;
    return [
      ...credits,
      {
        file: document.displayPath,
        ...place,
        message: `"${text}" is what a chatbot leaves in its texts; readers are told nothing of one.`,
        hint: 'Take it out. If a machine had a part in the text, write  ai: assisted  or  ai: generated  above it.',
      },
    ];
  },
};

function findTraces(text: string): readonly Trace[] {
  // Most texts have none: looked for in one piece first.
  if (!TRACE.test(text)) return [];
  return text.split('\n').flatMap((line, index): Trace[] => {
    const match = TRACE.exec(line);
    if (match === null) return [];
    const column = match.index + 1;
    return [{ text: match[0], line: index + 1, column, endColumn: column + match[0].length }];
  });
}
