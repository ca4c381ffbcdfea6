/** Files whose encoding nothing tells, as old programs saved them. */

import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/imports/decode-source.ts';

/** Of the system: Node writes no old encoding. */
const encode = (text: string, encoding: string): Buffer =>
  execFileSync('iconv', ['-f', 'UTF-8', '-t', encoding], { input: text });

const texts: readonly (readonly [encoding: string, name: string, text: string])[] = [
  [
    'GBK',
    'gb18030',
    '图书节在操场开幕，四十个摊位展出了学生收集的旧书，来访者超过一千人。“我们很高兴。”校长说。',
  ],
  ['GBK', 'gb18030', '关于举办图书节的通知'],
  ['BIG5', 'big5', '圖書節於三月十二日在操場開幕，四十個攤位展出了學生收集的舊書，來訪者超過一千人。'],
  ['SHIFT_JIS', 'shift_jis', '図書祭は三月十二日に校庭で開幕し、四十の屋台に学生が集めた古本が並んだ。'],
  ['EUC-JP', 'euc-jp', '図書祭は三月十二日に校庭で開幕し、四十の屋台に学生が集めた古本が並んだ。'],
  ['EUC-KR', 'euc-kr', '도서 축제가 3월 12일 운동장에서 열려 학생들이 모은 헌책이 놓였다.'],
  [
    'ISO-8859-1',
    'windows-1252',
    'Die neue Brücke über den Kanal wurde am Freitag eröffnet, sagte Jörg Groß.',
  ],
  ['CP1252', 'windows-1252', 'L’école a ouvert ses portes – « enfin », dit Hélène à 5 €.'],
  ['CP1252', 'windows-1252', 'It cost £5, he said.'],
  ['CP1250', 'windows-1250', 'Příliš žluťoučký kůň úpěl ďábelské ódy, řekl děkan fakulty.'],
  ['CP1251', 'windows-1251', 'Книжная ярмарка открылась на площадке, сорок прилавков собрали студенты.'],
  ['KOI8-R', 'koi8-r', 'Книжная ярмарка открылась на площадке, сорок прилавков собрали студенты.'],
  ['CP1253', 'windows-1253', 'Η έκθεση βιβλίου άνοιξε στην αυλή του πανεπιστημίου.'],
  ['CP1255', 'windows-1255', 'יריד הספרים נפתח בחצר האוניברסיטה.'],
  ['CP1256', 'windows-1256', 'افتتح معرض الكتاب في الساحة وعرض الطلاب أربعين ركنا من الكتب القديمة.'],
];

describe('a text that nothing tells of', () => {
  test.each(texts)('in %s is read as %s: %s', (encoding, name, text) => {
    expect(decodeText(encode(text, encoding))).toEqual({ text, encoding: name });
  });
});

test('what says itself how it is written is believed', () => {
  expect(decodeText(encode('Brücke', 'ISO-8859-1'), 'iso-8859-2').encoding).toBe('iso-8859-2');
  const old = encode('“Brücke” – it’s 5 €', 'CP1252');
  expect(decodeText(old, 'iso-8859-1').text).toBe('“Brücke” – it’s 5 €');
  expect(decodeText(Buffer.from('Brücke'))).toEqual({ text: 'Brücke' });
  expect(decodeText(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Brücke', 'utf16le')])).text).toBe(
    'Brücke',
  );
});
