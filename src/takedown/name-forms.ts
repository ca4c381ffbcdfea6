/**
 * The other forms in which texts name a person: the family name alone, reversed, with initials, as an address of a mail or
 * a page. They may mean another person of that name, so they are never removed, but shown: look at each. Pure.
 */

/** A name in its two parts, as far as they can be told. */
interface NameParts {
  readonly family: string;
  /** One word or more; empty where there is one name alone. */
  readonly given: string;
}

const han = /^\p{Script=Han}+$/u;
/** Family names of two characters that are common; all others have one. */
const longFamilies =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|東方|皇甫|尉迟|公孙|公孫|慕容|令狐|宇文|司徒|夏侯|端木)/u;
/** Words that stand for the person behind a Chinese family name. */
const chineseTitles =
  '某|老师|老師|教授|先生|女士|小姐|博士|院士|同学|同學|记者|記者|主任|校长|校長|院长|院長|处长|科长';
/** Family names that are also the most common words of English: alone they say nothing unless in capitals or with a title. */
const commonWords = new Set(
  'a an and as at be but by can do go he her his i if in is it may me my no of on or she so the they to up us we will you'.split(
    ' ',
  ),
);

/**
 * One pattern for each form of the name that a text may have; the name itself, whole, is not among them.
 * @param names in every language @param email as the newsroom knows it
 */
export function nameForms(names: readonly string[], email?: string): readonly RegExp[] {
  const forms = names.flatMap((name) =>
    han.test(name.trim()) ? chineseForms(name.trim()) : latinForms(name),
  );
  const [local = ''] = (email ?? '').split('@');
  // `qin@example.edu` is also `qin [at] example.edu`, and `qin%40example.edu`.
  if (local.length >= 2)
    forms.push(new RegExp(`(?<![\\p{L}\\p{N}])${quoted(local)}\\s{0,2}(?:@|%40|\\(at\\)|\\[at\\])`, 'giu'));
  return forms;
}

/** The first place of a text that one of the forms names, and what stands there. */
export function firstForm(
  text: string,
  forms: readonly RegExp[],
): { readonly index: number; readonly text: string } | undefined {
  const folded = unaccented(text);
  let first: { readonly index: number; readonly text: string } | undefined;
  for (const form of forms) {
    const match = exec(form, folded) ?? exec(form, text);
    if (match !== null && (first === undefined || match.index < first.index))
      first = { index: match.index, text: text.slice(match.index, match.index + match[0].length) };
  }
  return first;
}

function exec(form: RegExp, text: string): RegExpExecArray | null {
  form.lastIndex = 0;
  return form.exec(text);
}

/** "Müller" is also written "Muller". The text keeps its length, so that places in it stay right. */
function unaccented(text: string): string {
  if (!/[^\u0000-\u007f]/u.test(text)) return text;
  let folded = '';
  for (const character of text) {
    const [base = character] = character.normalize('NFD');
    folded += base.length === character.length ? base : character;
  }
  return folded;
}

function chineseForms(name: string): RegExp[] {
  const [long] = longFamilies.exec(name) ?? [];
  const family = long ?? name.slice(0, 1);
  const given = name.slice(family.length);
  const forms = [
    new RegExp(`${family}(?:${chineseTitles})`, 'gu'),
    new RegExp([...name].join('[\\s·•]{1,3}'), 'gu'),
  ];
  if ([...given].length >= 2) forms.push(new RegExp(given, 'gu'));
  return forms;
}

function latinForms(name: string): RegExp[] {
  const { family, given } = partsOf(unaccented(name));
  const [f, g] = [quoted(family), quoted(given).replaceAll(/[\s-]+/gu, '[\\s-]{0,2}')];
  const whole = (pattern: string, flags = 'giu') =>
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, flags);
  // Possessives: Qin's, Qin’s, and Qins as in German.
  const own = "(?:['’]?s)?";
  const forms: RegExp[] = [];
  const isWord = commonWords.has(family.toLowerCase());
  const capital = `${family.slice(0, 1).toUpperCase()}${quoted(family.slice(1).toLowerCase())}`;
  if (family.length >= 2) {
    forms.push(whole(`${quoted(family.toUpperCase())}${own}${isWord ? '' : `|${capital}${own}`}`, 'gu'));
    forms.push(
      whole(`(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Dean|Herr|Frau|Madame|Monsieur)\\.?\\s+${f}${own}`),
    );
  }
  if (given === '') return forms;
  const parts = given.split(/[\s-]+/u).map((word) => word.slice(0, 1));
  const initials = parts.map((letter) => `${letter}\\.?[\\s-]{0,2}`).join('');
  const first = `${parts[0] ?? ''}\\.?\\s{0,2}`;
  forms.push(
    whole(`${g},?\\s{1,3}${f}${own}`),
    whole(`${f},?\\s{1,3}${g}${own}`),
    whole(`(?:${initials}|${first})${f}${own}`),
    whole(`${f},?\\s{1,3}(?:${initials.replace(/\[\\s-\]\{0,2\}$/u, '')}|${parts[0] ?? ''}\\.?)`),
    // Addresses of pages and mails: shaobo-qin, qin_shaobo, s.qin, QinShaobo, sqin@.
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${g}(?:[-_.+\\s]|%20){0,3}${f}|${f}(?:[-_.+\\s]|%20){0,3}${g})(?![\\p{L}])`,
      'giu',
    ),
    new RegExp(
      `(?<![\\p{L}\\p{N}])[\\w.+-]{0,64}${f}[\\w.+-]{0,64}\\s{0,2}(?:@|%40|\\(at\\)|\\[at\\])`,
      'giu',
    ),
    new RegExp(`(?<=[/~._-])(?:${parts.join('')}|${parts[0] ?? ''})[-_.]?${f}(?![\\p{L}])`, 'giu'),
  );
  if (given.replaceAll(/[\s-]/gu, '').length >= 3) forms.push(whole(`${capitalOf(given)}${own}`, 'gu'));
  return forms;
}

/** Newsrooms write the family name in capitals ("QIN Shaobo"); else it is the last word ("Anna Miller"). */
function partsOf(name: string): NameParts {
  if (name.includes(',')) {
    const [family = '', given = ''] = name.split(',');
    return { family: family.trim(), given: given.trim() };
  }
  const words = name.trim().split(/\s+/u);
  const isFamily = (word: string) => word.length > 1 && /\p{L}/u.test(word) && word === word.toUpperCase();
  const families = words.filter(isFamily);
  if (families.length > 0 && families.length < words.length)
    return { family: families.join(' '), given: words.filter((word) => !isFamily(word)).join(' ') };
  return { family: words.at(-1) ?? '', given: words.slice(0, -1).join(' ') };
}

function capitalOf(words: string): string {
  return words
    .split(/\s+/u)
    .map((word) => quoted(`${word.slice(0, 1).toUpperCase()}${word.slice(1)}`))
    .join('\\s+');
}

function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
}
