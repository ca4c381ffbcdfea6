/**
 * Text of files whose encoding nothing tells: marks at their beginning, UTF-8, what the file declares, else the encoding
 * in which the text looks most like a text of people. Pure.
 */

export interface DecodedText {
  readonly text: string;
  /** Set when the file is not UTF-8 and was read as this. */
  readonly encoding?: string;
}

export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) };
  const utf8 = decodeAs(bytes, 'utf-8');
  if (utf8 !== undefined) return { text: utf8 };
  const encoding = declared !== undefined && isEncoding(declared) ? declared : likeliest(bytes);
  return { text: decodeAs(bytes, encoding, false) ?? '', encoding };
}

/** Encodings of their time, each with the letters that a text in it is written with. */
const candidates: readonly {
  readonly encoding: string;
  readonly letters: RegExp;
  readonly isLatin?: true;
}[] = [
  { encoding: 'gb18030', letters: /\p{Script=Han}/u },
  { encoding: 'big5', letters: /\p{Script=Han}/u },
  { encoding: 'shift_jis', letters: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u },
  { encoding: 'euc-jp', letters: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u },
  { encoding: 'euc-kr', letters: /\p{Script=Hangul}/u },
  { encoding: 'windows-1252', letters: /\p{Script=Latin}/u, isLatin: true },
  { encoding: 'windows-1250', letters: /[ąćęłńóśźżáčďéěíňřšťúůýžőűäöüßăâîşţ]/iu, isLatin: true },
  { encoding: 'windows-1255', letters: /\p{Script=Hebrew}/u },
  { encoding: 'windows-1256', letters: /\p{Script=Arabic}/u },
  { encoding: 'windows-1251', letters: /\p{Script=Cyrillic}/u },
  { encoding: 'koi8-r', letters: /\p{Script=Cyrillic}/u },
  { encoding: 'windows-1253', letters: /\p{Script=Greek}/u },
];

/** The characters that half of any Chinese or Japanese text is made of. */
const frequent = new Set(
  '的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出就分对對成会會可主发發年动動同工也能下过過子说說产產种種面而方后後多定行学學法所民得经經十三之进進着等部度家电電力里如水化高自二理起小物现現实實加量都两兩体體制机機当當使点點从從业業本去把性好应應开開它合还還因由其些然前外天政四日那社义義事平形相全表间間样樣与與关關各重新线線内數数正心反你明看原又么麼利比或但质質气氣第向道命此变變条條只没結结解问問意建月公无無系军軍很情者最立代想已通并提直题題党程展五果料象员員革位入常文总總次品式活设設及管特件长長求老头頭基资資边邊流路级級少图圖山统統接知较較将將组組见見计計别別她手角期根论論运運农農指几幾九区區强強放决決西被干做必战戰先回则則任取据據处處队隊南给給色光门門即保治北造百规規热熱领領七海口东東导導器压壓志世金增争爭济濟阶階油思术術极極交受联聯什认認六共权權收证證改清己美再采转轉更单單风風切打白教速花带帶安场場身车車例真务務具万萬每目至达達走积積示议議声聲报報校书書师師生馆館节節届屆获獲奖獎举舉办辦',
);
const marks = /[“”‘’„–—…«»•€£¥°§©®·、。，：；！？《》「」『』（）【】～\u00a0\u3000]/u;

function likeliest(bytes: Uint8Array): string {
  // The beginning tells as much as the whole.
  const sample = bytes.subarray(0, 20_000);
  let best = { encoding: 'gb18030', score: Number.NEGATIVE_INFINITY };
  for (const { encoding, letters, isLatin = false } of candidates) {
    const text = decodeAs(sample, encoding) ?? decodeAs(sample.subarray(0, -1), encoding);
    const score = text === undefined ? Number.NEGATIVE_INFINITY : scoreOf(text, letters, isLatin);
    if (score > best.score) best = { encoding, score };
  }
  return best.encoding;
}

/** From what each sign beyond ASCII says for the encoding or against it. */
function scoreOf(text: string, letters: RegExp, isLatin: boolean): number {
  let sum = 0;
  let count = 0;
  let before = '';
  for (const sign of text) {
    if (sign > '\u007f') {
      count += 1;
      const isLetter = letters.test(sign);
      if (isLetter) sum += /\p{Script=Han}/u.test(sign) ? (frequent.has(sign) ? 1 : 0.3) : 1;
      else sum += marks.test(sign) ? 0.5 : -2;
      // No script but the Latin goes on in a word of ASCII, and no word has capitals behind small letters.
      if (isLetter && !isLatin && /[A-Za-z]/u.test(before)) sum -= 1;
      if (isLetter && /\p{Lu}/u.test(sign) && /\p{Ll}/u.test(before)) sum -= 2;
      if (isLetter && /\d/u.test(before)) sum -= 1;
      if (isLatin && isLetter && before > '\u007f' && /\p{L}/u.test(before)) sum -= 1.5;
    } else if (/\d/u.test(sign) && isLatin && before > '\u007f' && letters.test(before)) sum -= 1.5;
    else if (/[A-Za-z]/u.test(sign) && !isLatin && letters.test(before)) {
      count += 1;
      sum -= 1;
    }
    before = sign;
  }
  // One or two signs in a text of Latin letters are signs of money and the like.
  if (!isLatin && count < 3) sum -= count;
  // Of Russian letters four in ten are vowels; of letters of another script that are taken for such, fewer.
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const vowels = text.match(/[аеиоуыэюяёіїє]/giu)?.length ?? 0;
  if (cyrillic > 0 && vowels < cyrillic * 0.3) sum -= count / 2;
  return count === 0 ? 0 : sum / count;
}

/** Undefined where the bytes are no text in that encoding. */
function decodeAs(bytes: Uint8Array, encoding: string, fatal = true): string | undefined {
  try {
    const decoder = new TextDecoder(encoding, { fatal });
    const text = decoder.decode(bytes);
    // Versions of Node read it as its older sister, which has control characters in place of quotation marks.
    return decoder.encoding === 'windows-1252'
      ? text.replace(/[\u0080-\u009f]/gu, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign)
      : text;
  } catch {
    return undefined;
  }
}

/** From 0x80 to 0x9f; five have no sign. */
const windowsSigns = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'];

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== 'utf-8';
  } catch {
    return false;
  }
}
