/** Finds several names that are typed as one person's: none of them would be found by their own name. */

import type { DocumentRule, Finding } from './rule.ts';

const separators =
  /\s*[,，、;；/／&＆|+]\s*|\s+(?:and|und|et|y|e|en|och|og)\s+|(?<=\p{Script=Han})[和与及跟](?=\p{Script=Han})|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/iu;
/** Words of institutions, whose names may hold an "and". */
const institution =
  /^the\b|\b(?:university|desk|section|college|school|institute|department|faculty|office|cent(?:er|re)|news|agency|press|daily|times|group|union|team|association|society|lab(?:oratory)?|museum|library|bureau|committee|ministry|club|studio|media|academy|hospital|company|co|ltd|inc|gmbh|foundation|council)\b|大学|学院|中心|办公室|新闻|部|社|报|网|会$|系$|处$/iu;
/** Degrees and ranks behind a name are no second one. */
const degree = /^(?:jr|sr|ph\.?d|m\.?d|m\.?a|b\.?a|m\.?sc|b\.?sc|esq|dr|prof)\.?$/iu;
const remark = /\s*[(（][^()（）]*[)）]/gu;
const latinName = /^\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|van|von|de|da|di|bin|al))+$/u;
const hanName = /^\p{Script=Han}{2,4}$/u;

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'several-names': true;
  }
}

export const severalNames: DocumentRule = {
  code: 'several-names',
  level: 'warning',
  explanation: 'Several names are typed as one person’s.',
  check: ({ article, displayPath }) => {
    if (article === undefined) return [];
    return Object.entries(article.frontMatter.credits).flatMap(([role, names]) =>
      names.flatMap((typed, index): Finding[] => {
        const parts = namesIn(typed);
        if (parts === undefined) return [];
        const others = names.flatMap((name, at) => (at === index ? parts : [name]));
        return [
          {
            ...article.placeOf(names.length === 1 ? ['credits', role] : ['credits', role, index]),
            file: displayPath,
            message: `"${typed}" in credits.${role} is read as the name of one person.`,
            hint: `Write a list under credits: ${role}: [${others.join(', ')}]`,
          },
        ];
      }),
    );
  },
};

/** The names that are typed as one; undefined where it is one. */
export function namesIn(typed: string): readonly string[] | undefined {
  if (institution.test(typed)) return undefined;
  // "YANG Lindi (text), LI Hua (photos)" says who did what.
  const parts = typed
    .replaceAll(remark, '')
    .split(separators)
    .filter((part) => part !== '' && !degree.test(part));
  if (parts.length < 2) return undefined;
  return parts.every((part) => latinName.test(part)) || parts.every((part) => hanName.test(part))
    ? parts
    : undefined;
}
