/** Which way a text runs, told by most of its letters. Pure. */

export type TextDirection = 'ltr' | 'rtl';

/** Cheap: most texts have no such letter. */
const fromRight = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const fromRightAll = new RegExp(fromRight, 'gu');
const letters = /\p{L}/gu;

export function hasLetterFromRight(text: string): boolean {
  return fromRight.test(text);
}

/** How many letters are written from the right, less those from the left. */
export function directionBalance(text: string): number {
  const right = text.match(fromRightAll)?.length ?? 0;
  return 2 * right - (text.match(letters)?.length ?? 0);
}

/** For an element whose words run against what is around it: its full stop and brackets stand at its own end then. */
export function directionWithin(text: string, around: TextDirection): { readonly dir?: TextDirection } {
  if (around === 'ltr' && !hasLetterFromRight(text)) return {};
  const balance = directionBalance(text);
  if (balance === 0 || balance > 0 === (around === 'rtl')) return {};
  return { dir: around === 'rtl' ? 'ltr' : 'rtl' };
}
