/**
 * Finds one person's name written in two ways. What a file in `people/` says is right; else what the credits say; else what
 * most stories write. Names that are written in one way only, whichever it is, are not found.
 */

import { latinSlug } from '../text/latin-slug.ts';
import { placeIn } from './prose-finding.ts';
import type { CheckContext, CheckedDocument, Finding, SiteRule } from './rule.ts';
import { type CountedSpelling, SpellingCounter } from './spelling-counter.ts';
import { hasName, isHouseStyle, nameKey, namesIn, once, turnedKeys } from './text-names.ts';

interface RightName {
  readonly name: string;
  /** Why it is the right one, in words. */
  readonly because: string;
  readonly isCertain: boolean;
}

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'name-variant': true;
  }
}

export const nameVariant: SiteRule = {
  code: 'name-variant',
  level: 'warning',
  explanation: 'One person’s name is written in two ways.',
  readsAllTexts: true,
  check: (documents, context) => {
    const right = rightNames(documents, context);
    const lookUp = once((name: string): RightName | undefined => {
      const same = right.get(nameKey(name));
      if (same !== undefined) return same.name === name ? undefined : same;
      // Turned around, two words are easily another person's name: only a name that is written down counts.
      for (const key of turnedKeys(name)) {
        const turned = right.get(key);
        if (turned?.isCertain === true) return turned;
      }
      return undefined;
    });
    const sameAddress = namesByAddress(documents, context);
    return documents.flatMap((one) => [
      ...creditFindings(one, (name) => lookUp(name) ?? sameAddress(name)),
      ...textFindings(one, lookUp),
    ]);
  },
};

function textFindings(document: CheckedDocument, lookUp: (name: string) => RightName | undefined): Finding[] {
  if (!hasName(document, (name) => lookUp(name) !== undefined)) return [];
  return namesIn(document).flatMap(({ line, groups }) => {
    let from = 0;
    return groups.flatMap(({ start, end, text }): Finding[] => {
      const right = start < from ? undefined : lookUp(text);
      if (right === undefined || (!right.isCertain && text === text.toUpperCase())) return [];
      from = end;
      return [{ ...placeIn(document, line, start, end), ...words(text, right) }];
    });
  });
}

function creditFindings(
  { article, displayPath }: CheckedDocument,
  lookUp: (name: string) => RightName | undefined,
): Finding[] {
  if (article === undefined) return [];
  return Object.entries(article.frontMatter.credits).flatMap(([role, names]) =>
    names.flatMap((name, index): Finding[] => {
      // Without a capital it is the name of a file in people/.
      const right = name === name.toLowerCase() ? undefined : lookUp(name);
      if (right === undefined) return [];
      const inList = article.placeOf(['credits', role, index]);
      return [{ ...inList, file: displayPath, ...words(name, right) }];
    }),
  );
}

/**
 * Credits that differ in accents alone, as of two branches that credit one person: each would have a page, and one of the two a
 * number in its address. Who is meant by a file in `people/` is left alone.
 */
function namesByAddress(
  documents: readonly CheckedDocument[],
  { content: { people, config } }: CheckContext,
): (name: string) => RightName | undefined {
  const addressOf = once((name: string) =>
    latinSlug(name, { lang: config.defaultLanguage, splitsCapitals: false }),
  );
  const counter = new SpellingCounter(addressOf, accentOrder);
  const known = new Set(
    people.flatMap(({ frontMatter: { name, names } }) => [name, ...Object.values(names)]),
  );
  for (const { article } of documents) {
    for (const name of Object.values(article?.frontMatter.credits ?? {}).flat())
      if (isLatinName(name)) counter.add(name);
  }
  const right = new Map([...counter.most()].map(([address, { name }]) => [address, name]));
  for (const name of known) if (isLatinName(name)) right.set(addressOf(name), name);
  return (name) => {
    const found = known.has(name) || !isLatinName(name) ? undefined : right.get(addressOf(name));
    if (found === undefined || nameKey(found) === nameKey(name)) return undefined;
    return { name: found, because: known.has(found) ? 'in people/' : 'in other credits', isCertain: true };
  };
}

/** Of equally many the one with more accents: they are left out more easily than they are added. */
function accentOrder([a, x]: CountedSpelling, [b, y]: CountedSpelling): number {
  const accents = (name: string) => name.normalize('NFD').match(/\p{M}/gu)?.length ?? 0;
  return y - x || accents(b) - accents(a) || (a < b ? -1 : 1);
}

function isLatinName(name: string): boolean {
  return name.includes(' ') && latinName.test(name);
}

const latinName = /^[\p{Script=Latin}\p{M}.’'-]+(?: [\p{Script=Latin}\p{M}.’'-]+)+$/u;

function words(
  text: string,
  { name, because }: RightName,
): { readonly message: string; readonly hint: string } {
  return { message: `"${text}" is written "${name}" ${because}.`, hint: `Write ${name}.` };
}

function rightNames(
  documents: readonly CheckedDocument[],
  { content, displayFolder }: CheckContext,
): Map<string, RightName> {
  const inTexts = new SpellingCounter(nameKey, nameOrder);
  const inCredits = new SpellingCounter(nameKey, nameOrder);
  for (const { article, names } of documents) {
    for (const [name, count] of names) if (isHouseStyle(name)) inTexts.add(name, count);
    for (const name of Object.values(article?.frontMatter.credits ?? {}).flat()) {
      if (/^\p{Script=Latin}+(?:[ -]\p{Script=Latin}+)+$/u.test(name) && name.includes(' '))
        inCredits.add(name);
    }
  }
  const right = new Map<string, RightName>();
  for (const [key, { name, count }] of inTexts.most()) {
    right.set(key, {
      name,
      because: count === 1 ? 'elsewhere' : `elsewhere, ${count} times`,
      isCertain: false,
    });
  }
  for (const [key, { name }] of inCredits.most()) {
    right.set(key, { name, because: 'in the credits', isCertain: true });
  }
  for (const { frontMatter, file } of content.people) {
    if (!frontMatter.name.includes(' ')) continue;
    right.set(nameKey(frontMatter.name), {
      name: frontMatter.name.replace(/\s+/gu, ' '),
      because: `in ${displayFolder}/${file}`,
      isCertain: true,
    });
  }
  return right;
}

/** Of equally many the one in the style of the house, then the first in the alphabet. */
function nameOrder([a, x]: CountedSpelling, [b, y]: CountedSpelling): number {
  return Number(isHouseStyle(b)) - Number(isHouseStyle(a)) || y - x || (a < b ? -1 : 1);
}
