/** Words for yes and no, in the twenty languages of the interface, as they are typed where YAML wants true or false. Pure. */

const yes =
  'true|yes|y|on|1|wahr|ja|j|oui|vrai|sí|si|verdadero|sim|verdadeiro|sì|vero|waar|tak|prawda|да|истина|так|істина|evet|doğru|có|đúng|ya|iya|benar|是|是的|真|はい|예|네|참|हाँ|हां|सही|نعم|أجل|بله|آری|כן|אמת|✓|✔|x';
const no =
  'false|no|n|off|0|falsch|nein|non|faux|falso|não|nao|nee|onwaar|nie|fałsz|нет|ложь|ні|hayır|yanlış|không|tidak|bukan|salah|否|不|不是|假|いいえ|아니요|아니오|거짓|नहीं|गलत|لا|كلا|خیر|نه|לא|שקר|✗|✘';

const yesWords = wordSet(yes);
const noWords = wordSet(no);

/** What a word says; undefined for all other text. */
export function spokenAnswer(typed: string): boolean | undefined {
  const word = fold(typed);
  if (yesWords.has(word)) return true;
  return noWords.has(word) ? false : undefined;
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split('|').map(fold));
}

/** Case, the dot of a Turkish i, and a closing full stop say nothing. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll('\u0131', 'i')
    .replaceAll('\u0307', '')
    .replace(/[.!。]$/u, '');
}
