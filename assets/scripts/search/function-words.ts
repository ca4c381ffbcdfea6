/** Words that carry a question and not its subject: never required of an article. Pure. */

const english =
  'a about all am an and any are as at be been but by can could did do does for from get had has have how i if in into is it ' +
  'its me my no not of on or our out she he should so some than that the their them then there these they this those to ' +
  'up us was we were what when where which who whom whose why will with would you your tell show find';

const byLanguage: Readonly<Record<string, string>> = {
  en: english,
  de: 'aber als am an auf aus bei bin da das dass dem den der des die ein eine einem einen einer es für hat ich im in ist mit nach nicht oder sie sind über um und von vor wann war warum was wer wie wir wird wo zu zum zur',
  fr: 'a à au aux avec ce ces comment dans de des du elle en est et il je la le les leur mais ne ou où par pas pour pourquoi quand que qui quoi sa se ses son sur un une vous',
  es: 'a al como cómo con cuál cuándo de del dónde el ella en es esta este la las lo los no o para pero por qué que quién se su sus un una y',
  zh: '吗 呢 吧 啊 什么 怎么 怎样 哪里 哪儿 哪个 谁 为什么 何时 多少 如何',
};

/** Chinese question words inside a run of characters are taken out before it is cut into pairs. */
const chineseRuns = new RegExp(
  `(?:${(byLanguage.zh ?? '')
    .split(' ')
    .sort((a, b) => b.length - a.length)
    .join('|')}|在(?=哪)|的$|了$)`,
  'gu',
);

const sets = new Map<string, ReadonlySet<string>>();

/** @param word folded */
export function isFunctionWord(word: string, lang: string): boolean {
  const [base = ''] = lang.split('-');
  const words = byLanguage[base];
  if (words === undefined) return false;
  let set = sets.get(base);
  if (set === undefined) {
    set = new Set(words.split(' '));
    sets.set(base, set);
  }
  return set.has(word);
}

/** The run without its question words, each a space: what is left is what was asked for. */
export function withoutQuestionWords(text: string, lang: string): string {
  return lang.startsWith('zh') ? text.replace(chineseRuns, (found) => ' '.repeat(found.length)) : text;
}
