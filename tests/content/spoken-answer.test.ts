/** A yes or no in any language of the interface is taken for one, and never for the name of a writer. */

import { describe, expect, test } from 'vitest';
import { spokenAnswer } from '../../src/content/spoken-answer.ts';
import { articleReport } from './report-on.ts';

const answers: readonly (readonly [lang: string, yes: string, no: string])[] = [
  ['ar', 'نعم', 'لا'],
  ['de', 'ja', 'nein'],
  ['en', 'yes', 'no'],
  ['es', 'sí', 'no'],
  ['fa', 'بله', 'خیر'],
  ['fr', 'oui', 'non'],
  ['he', 'כן', 'לא'],
  ['hi', 'हाँ', 'नहीं'],
  ['id', 'ya', 'tidak'],
  ['it', 'sì', 'no'],
  ['ja', 'はい', 'いいえ'],
  ['ko', '예', '아니요'],
  ['nl', 'ja', 'nee'],
  ['pl', 'tak', 'nie'],
  ['pt', 'sim', 'não'],
  ['ru', 'да', 'нет'],
  ['tr', 'evet', 'hayır'],
  ['uk', 'так', 'ні'],
  ['vi', 'có', 'không'],
  ['zh', '是', '否'],
];

const report = (line: string) => articleReport(`title: A\ndate: 2024-05-06\ntopics: [Research]\n${line}`);

describe('a yes or no', () => {
  test.each(answers)('is understood in %s: %s, %s', (_lang, yes, no) => {
    for (const [typed, answer] of [
      [yes, true],
      [no, false],
    ] as const) {
      for (const spelling of [typed, typed.toUpperCase(), typed.normalize('NFD'), `"${typed}"`]) {
        const text = report(`draft: ${spelling}`);
        expect(text).toContain(`draft is true or false, not ${spelling}.`);
        expect(text).toContain(`Write draft: ${answer}`);
        expect(text).not.toContain('credits');
      }
    }
  });

  test.each(answers)('is no name of a writer in %s: %s, %s', (_lang, yes, no) => {
    expect(report(`credits: {draft: ${yes}}`)).toContain('write draft: true on a line of its own');
    expect(report(`credits: {draft: [${no}]}`)).toContain('write draft: false on a line of its own');
  });

  test('is no name where YAML itself reads it', () => {
    for (const line of ['credits: {draft: true}', 'credits:\n  draft: [true]'])
      expect(report(line)).toContain(
        'credits.draft names the writer; true is not a name.\n  If it says whether the story is unfinished, write draft: true on a line of its own',
      );
    expect(report('credits: {photos: [LI Hua, False]}')).toContain(
      'credits.photos names who did it; False is not a name.\n  Write photos: and the name, or take it out.',
    );
    // Where a text is wanted, quotation marks make one.
    expect(report('series: true')).toContain('Put it in quotes: "true"');
  });

  test('is not seen in a name', () => {
    for (const name of ['YANG Lindi', 'Ja Rule', 'NEIN Anna', 'XU']) {
      expect(spokenAnswer(name)).toBeUndefined();
      expect(report(`draft: ${name}`)).toContain(`draft: ${name}  indented by two spaces`);
    }
  });
});
