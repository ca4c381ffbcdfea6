/** Old pages as plain text: what is read of them, and that nothing of them is lost. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LabelWords } from '../../../src/imports/facts/label-words.ts';
import { wordsOf } from '../../../src/imports/fold-text.ts';
import type { ImportedArticle, SourceReading } from '../../../src/imports/imported-article.ts';
import { SourceFiles } from '../../../src/imports/source-files.ts';
import { readTextPage } from '../../../src/imports/text/read-text-page.ts';
import { config } from '../import-files.ts';

const labels = new LabelWords(config);

function read(text: string, files: readonly string[] = []): SourceReading {
  const sourceFiles = new SourceFiles(files);
  return readTextPage(text, {
    file: 'page.txt',
    displayPath: 'page.txt',
    labels,
    sourceFiles,
    taglines: [config.tagline, config.name],
  });
}

function only(text: string): ImportedArticle {
  const [article] = read(text).articles;
  if (article === undefined) throw new Error('no article');
  return article;
}

function outline(article: ImportedArticle): string[] {
  return article.blocks.map((block) =>
    block.kind === 'markdown'
      ? block.text
      : block.photos
          .map(
            ({ source, caption }) =>
              `[${source.kind === 'file' ? source.file : source.name}|${caption ?? ''}]`,
          )
          .join(' '),
  );
}

const paragraph =
  'On Monday the school opened its new laboratory, and two hundred guests from nine countries came to see what it can do.';

describe('photos', () => {
  test.each([
    ['caption behind the name', `1.jpgProf. LI spoke`, ['[1.jpg|Prof. LI spoke]']],
    [
      'caption behind the name, with a space',
      `1578034346660807.png Prof. LI spoke`,
      ['[1578034346660807.png|Prof. LI spoke]'],
    ],
    [
      'caption on the next line',
      `1578034346660807.png\nProf. LI spoke`,
      ['[1578034346660807.png|Prof. LI spoke]'],
    ],
    [
      'caption below an empty line',
      `1578034346660807.png\n\nProf. LI spoke`,
      ['[1578034346660807.png|Prof. LI spoke]'],
    ],
    ['no caption', `2.JPEG\n\n${paragraph}`, ['[2.JPEG|]', paragraph]],
    ['two with an empty line between', `1.jpgOne\n\n2.jpgTwo`, ['[1.jpg|One]', '[2.jpg|Two]']],
    ['two in a row', `1.jpgOne\n2.jpgTwo`, ['[1.jpg|One] [2.jpg|Two]']],
    ['two in a row, captions between', `1.png\nOne\n2.png\nTwo`, ['[1.png|One] [2.png|Two]']],
    ['two on one line', `1.jpg2.jpgBoth of them`, ['[1.jpg|] [2.jpg|Both of them]']],
    ['full-width name and colon', `１．ｊｐｇ：Prof. LI spoke`, ['[1.jpg|Prof. LI spoke]']],
    ['a Chinese name', `微信图片_20240102.jpg李华发言`, ['[微信图片_20240102.jpg|李华发言]']],
    ['a name with a number in brackets', `photo (2).png\nA lab`, ['[photo (2).png|A lab]']],
  ])('%s', (_name, lines, expected) => {
    const article = only(
      `The new laboratory\n\n${paragraph}\n\n${lines}\n\n${paragraph}\n\nDraft: LI Hua\n\nDate 2024-01-02`,
    );
    expect(outline(article)).toEqual([paragraph, ...expected, paragraph]);
  });

  test('are found beside the page whatever their case', () => {
    const [article] = read(`A title\n\n1.JPGLI Hua\n\n${paragraph}`, ['1.jpg']).articles;
    expect(article?.blocks[0]).toMatchObject({ photos: [{ source: { kind: 'file', file: '1.jpg' } }] });
  });
});

describe('a page without one empty line', () => {
  test('photos in the midst of a line are found when they lie beside the text', () => {
    const line = 'IMG_0012.JPGIt holds 400 kg5.jpgThe ceremony 6 (1).jpgA group';
    const { articles, issues } = read(`A title\n\n${paragraph}7.jpgLate\n\n${line}\n\n${paragraph}`, [
      'IMG_0012.JPG',
      '5.jpg',
      '6 (1).jpg',
      '7.jpg',
    ]);
    expect(articles.map(outline)).toEqual([
      [
        paragraph,
        '[7.jpg|Late]',
        '[IMG_0012.JPG|It holds 400 kg] [5.jpg|The ceremony] [6 (1).jpg|A group]',
        paragraph,
      ],
    ]);
    expect(issues.map(({ kind, line }) => [kind, line])).toEqual([
      ['look', 3],
      ['look', 5],
    ]);
  });

  test('the word for a photo before its name is no byline', () => {
    expect(outline(only(`A title\n\n${paragraph}\n\n[Photo: 5.jpg] Skaters\n\n${paragraph}`))).toEqual([
      paragraph,
      '[5.jpg|Skaters]',
      paragraph,
    ]);
  });

  test('has its paragraphs, its gallery and its facts all the same', () => {
    const article = only(`${config.tagline}
USTB Delegation Visits the University of Leeds: New Chapter of Cooperation
From May 12 to 15, a delegation led by Prof. YANG Renshu visited the University of Leeds. They signed a memorandum.
1578034346660807.png
The delegation at the gate
1578034346660808.png
1578034346660809.png
Signing\u3000the memorandum
Both sides agreed to set up a joint laboratory, which will open in autumn.
By\u3000International Office
Photos：ZHANG San， LI Si
Topics\u3000Research
Date\u3000May 20 ,2019
Views 1,532`);
    expect(article.title?.value).toBe(
      'USTB Delegation Visits the University of Leeds: New Chapter of Cooperation',
    );
    expect(outline(article)).toEqual([
      'From May 12 to 15, a delegation led by Prof. YANG Renshu visited the University of Leeds. They signed a memorandum.',
      '[1578034346660807.png|The delegation at the gate] [1578034346660808.png|] [1578034346660809.png|Signing the memorandum]',
      'Both sides agreed to set up a joint laboratory, which will open in autumn.',
    ]);
    expect(article).toMatchObject({
      date: { value: '2019-05-20' },
      viewsBefore: { value: 1532 },
      topics: [{ value: 'Research' }],
    });
    expect(article.credits.map(({ role, name }) => `${role}: ${name}`)).toEqual([
      'draft: International Office',
      'photos: ZHANG San',
      'photos: LI Si',
    ]);
  });
});

describe('the headline', () => {
  test.each([
    ['after the tagline of the site', `${config.tagline}\n\nA new laboratory\n\n${paragraph}`],
    [
      'after half a tagline on each of two lines',
      `News and events from USTB about research, science and technology,\n\nand life around the world.\n\nA new laboratory\n\n${paragraph}`,
    ],
    [
      'after a tagline that nobody knows',
      `All that is new at our school, every day,\n\nfor everyone.\n\nA new laboratory\n\n${paragraph}`,
    ],
    ['after the menus', `Home\nNews\nHome > News > Content\n\nA new laboratory\n\n${paragraph}`],
    ['at once', `\ufeffA  new\u3000laboratory \n${paragraph}`],
  ])('%s', (_name, text) => {
    expect(only(text).title?.value).toBe('A new laboratory');
  });

  test('may be a question', () => {
    expect(only(`Who moved the river?\n\n${paragraph}`).title?.value).toBe('Who moved the river?');
  });
});

describe('the foot', () => {
  const facts = (foot: string) => {
    const {
      title: _title,
      blocks: _blocks,
      file: _file,
      ...rest
    } = only(`A title\n\n${paragraph}\n\n${foot}`);
    return {
      credits: rest.credits.map(({ role, name }) => `${role}: ${name}`),
      topics: rest.topics.map(({ value }) => value),
      date: rest.date?.value,
      views: rest.viewsBefore?.value,
    };
  };

  test('as the seed has it, without a number of views', () => {
    const foot =
      'Draft: YANG Lindi\n\nRevision: CHENG Mingyuan\n\n  • Topics\n\n    University News\n\n  • Date\n\n    January 02,2024\n\n  • Views';
    expect(facts(foot)).toEqual({
      credits: ['draft: YANG Lindi', 'revision: CHENG Mingyuan'],
      topics: ['University News'],
      date: '2024-01-02',
      views: undefined,
    });
  });

  test('without a revision, with other labels, views counted', () => {
    const foot =
      'By LI Hua and WANG Wei\nSource: School of Materials, USTB\nPhotos: ZHAO Min\nTopics Research\nViewstotal 1,204\nJan. 2, 2024';
    expect(facts(foot)).toEqual({
      credits: ['draft: LI Hua', 'draft: WANG Wei', 'source: School of Materials, USTB', 'photos: ZHAO Min'],
      topics: ['Research'],
      date: '2024-01-02',
      views: 1204,
    });
  });

  test('in full-width punctuation, all on one line', () => {
    expect(facts('撰稿：李华　审核：王伟　摄影：赵敏\n发布时间：２０２４年１月２日　浏览次数：１２')).toEqual(
      {
        credits: ['draft: 李华', 'revision: 王伟', 'photos: 赵敏'],
        topics: [],
        date: '2024-01-02',
        views: 12,
      },
    );
  });

  test('in brackets behind the last sentence', () => {
    const article = only(
      '新实验室启用\n\n周一，新实验室正式启用，来自九个国家的两百位嘉宾参加了仪式，并参观了全部设备。（文/李华 图/王伟）\n\n发布日期：2024年1月2日',
    );
    expect(article.credits.map(({ role, name }) => `${role}: ${name}`)).toEqual([
      'draft: 李华',
      'photos: 王伟',
    ]);
    expect(outline(article)).toEqual([
      '周一，新实验室正式启用，来自九个国家的两百位嘉宾参加了仪式，并参观了全部设备。',
    ]);
  });

  test('after photos that come after the names', () => {
    const { credits, date } = facts('Draft: LI Hua\n\n1.jpg\nA lab\n\nDate: 2 January 2024');
    expect(credits).toEqual(['draft: LI Hua']);
    expect(date).toBe('2024-01-02');
  });

  test.each([
    ['Written by: YANG Lindi; Reviewed by CHENG Mingyuan', ['draft: YANG Lindi', 'revision: CHENG Mingyuan']],
    [
      'Text by LI Hua, photos by WANG Wei and ZHAO Min, edited by CHEN Yu',
      ['draft: LI Hua', 'photos: WANG Wei', 'photos: ZHAO Min', 'revision: CHEN Yu'],
    ],
    ['Text by LI Hua and photos by WANG Wei', ['draft: LI Hua', 'photos: WANG Wei']],
  ])('several bylines in a line: %s', (line, credits) => {
    expect(facts(line).credits).toEqual(credits);
  });

  test('labels with their values above the headline are facts, a bare date there is not', () => {
    const { articles, issues } = read(
      `Thursday, June 6, 2024\nTopics: Research\nViews: 88\n\nA title\n\n${paragraph}\n\nDate: 2024-01-02`,
    );
    expect(articles[0]).toMatchObject({
      date: { value: '2024-01-02' },
      viewsBefore: { value: 88 },
      topics: [{ value: 'Research' }],
    });
    expect(issues).toMatchObject([{ kind: 'dropped', line: 1 }]);
  });

  test.each([
    ['• Views\n1,234', 1234],
    ['Views\n\n1234 times', 1234],
    ['Views\n2024-01-02', undefined],
    ['Views\n2023 by the office', undefined],
  ])('views below their label: %s', (lines, views) => {
    expect(only(`A title\n\n${paragraph}\n\nDraft: LI Hua\n${lines}`).viewsBefore?.value).toBe(views);
  });

  test('under the headline', () => {
    const article = only(`A title\n\nDate: 2024/1/2  Author: LI Hua  Views: 7\n\n${paragraph}`);
    expect(article).toMatchObject({ date: { value: '2024-01-02' }, viewsBefore: { value: 7 } });
    expect(outline(article)).toEqual([paragraph]);
  });

  test.each([
    'January 02,2024',
    'January 2nd, 2024',
    'Jan 2 2024',
    'Jan. 2, 2024',
    'Tuesday, January 2, 2024',
    '2 January 2024',
    '2nd of January, 2024',
    '02-Jan-2024',
    '2024-01-02',
    '2024-1-2',
    '2024/01/02',
    '2024.1.2',
    '2024年1月2日',
    '2024年01月02日 10:30',
    '２０２４-０１-０２',
    '20240102',
    '(2024-01-02)',
    'Date: 2024-01-02 10:30:00',
    'DATE：January 02，2024',
    'Published: 2024-01-02',
    'Published on January 2, 2024',
    '02/01/2024',
  ])('date %s', (line) => {
    const expected = line.startsWith('02/01') ? '2024-02-01' : '2024-01-02';
    expect(facts(line).date).toBe(expected);
  });

  test('an ambiguous date is reported', () => {
    const { issues } = read(`A title\n\n${paragraph}\n\nDate: 02/03/2024`);
    expect(issues).toMatchObject([{ kind: 'guessed', line: 5 }]);
  });

  test('no date anywhere makes a draft', () => {
    expect(only(`A title\n\n${paragraph}`).isDraft).toBe(true);
  });

  test('what a page has below is dropped aloud', () => {
    const { issues, articles } = read(
      `A title\n\n${paragraph}\n\nDraft: LI Hua\n\nShare to\n\nPrevious: Another story`,
    );
    expect(issues.map(({ kind, line, text }) => ({ kind, line, text }))).toEqual([
      { kind: 'dropped', line: 7, text: 'Share to' },
      { kind: 'dropped', line: 9, text: 'Previous: Another story' },
    ]);
    expect(articles[0]?.blocks).toHaveLength(1);
  });

  test('an interview is not a row of bylines', () => {
    const talk =
      'Reporter: What did you find?\n\nEditor: A second river, under the first one, and older than both.';
    expect(outline(only(`A title\n\n${paragraph}\n\n${talk}\n\n${paragraph}`))).toHaveLength(4);
  });
});

/** Lines as such pages have them, and lines as they should never be. */
const line = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '',
    '',
    '1.jpg',
    '1.jpgCaption one',
    '15780343.png',
    'Draft: LI Hua',
    'Revision：WANG Wei',
    'By LI Hua',
    'Topics',
    'University News',
    '• Date',
    'January 02,2024',
    'Viewstotal 12',
    'Views',
    'Photos: A, B and C',
    'Home > News',
    'A short line',
    `${paragraph}`,
    '撰稿：李华 审核：王伟',
    '2024-01-02 Views: 12',
    '# Not a heading',
    '1. Not a list',
    '::: note',
    '[x]: y',
    '*star* _under_ `tick`',
    '<b>html</b> &amp;',
    'Source: https://example.edu/a?b=c',
    '• point one',
    'Date: soon',
    'Reporter: Why?',
    '\u3000\u3000全角空格的段落，讲一件事情。',
    'a.jpg b.jpg two',
    'Words before a.jpgand words behind 1.jpg',
    'Text by A, photos by B',
    'Editor',
  ),
);
const page = fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n'));

describe('any text at all', () => {
  test.each([[[]], [['1.jpg', 'a.jpg']]])(
    'never throws, and each of its words is in the article, a reading or an issue, with %j beside it',
    (files) => {
      fc.assert(
        fc.property(page, (text) => {
          const { articles, issues, readings } = read(text, files);
          const out = [
            ...issues.map((issue) => issue.text ?? ''),
            ...readings.map((reading) => reading.text),
            ...articles.flatMap((article) => [
              article.title?.value ?? '',
              ...article.blocks.flatMap((block) =>
                block.kind === 'markdown'
                  ? [block.text]
                  : block.photos.flatMap(({ source, caption }) => [
                      source.kind === 'file' ? source.file : source.kind === 'missing' ? source.name : '',
                      caption ?? '',
                    ]),
              ),
            ]),
          ].join('\n');
          expect(missingWords(text, out)).toEqual([]);
        }),
        { numRuns: 400 },
      );
    },
  );
});

/** Words of the source, each as often as it stands there, that the output has less often. */
function missingWords(source: string, output: string): string[] {
  const left = new Map<string, number>();
  for (const word of wordsOf(plain(output))) left.set(word, (left.get(word) ?? 0) + 1);
  return wordsOf(plain(source)).filter((word) => {
    const number = left.get(word) ?? 0;
    left.set(word, number - 1);
    return number === 0;
  });
}

function plain(text: string): string {
  return text
    .replace(/\.(?:jpe?g|png)/giu, '$& ')
    .replace(/\\(?=[\p{P}\p{S}])/gu, '')
    .replace(
      /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]/gu,
      '',
    );
}
