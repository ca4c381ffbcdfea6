/** Numbers of lists, prompts of forms, tables of contents and signs as Word writes them. */

import { expect, test } from 'vitest';
import { LabelWords } from '../../../src/imports/facts/label-words.ts';
import { readDocx } from '../../../src/imports/word/read-docx.ts';
import { config } from '../import-config.ts';
import { makeDocx } from './make-docx.ts';

const schema = 'http://schemas.openxmlformats.org';
const names = `xmlns:w="${schema}/wordprocessingml/2006/main" xmlns:r="${schema}/officeDocument/2006/relationships"`;
const relation = (id: string, type: string) =>
  `<Relationship Id="${id}" Type="${schema}/officeDocument/2006/relationships/${type}" Target="${type}.xml"/>`;
const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const entry = (list: number, level: number, text: string, more = '') =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>${more}`);
const level = (depth: number, format: string, start = 1) =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/></w:lvl>`;
const numbering = `<w:numbering ${names}><w:abstractNum w:abstractNumId="0">${level(0, 'decimal')}${level(1, 'lowerLetter')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level(0, 'decimal', 7)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num><w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num></w:numbering>`;
const styles = `<w:styles ${names}><w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style><w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/></w:style></w:styles>`;

async function read(body: string) {
  const file = await makeDocx({
    parts: [],
    entries: {
      'word/document.xml': `<w:document ${names}><w:body>${paragraph(run('A headline'), '<w:pStyle w:val="Title"/>')}${body}<w:sectPr/></w:body></w:document>`,
      'word/numbering.xml': numbering,
      'word/styles.xml': styles,
      'word/_rels/document.xml.rels': `<Relationships xmlns="${schema}/package/2006/relationships">${relation('a', 'styles')}${relation('b', 'numbering')}</Relationships>`,
    },
  });
  const { articles, issues } = await readDocx(file, {
    displayPath: 'a.docx',
    labels: new LabelWords(config),
  });
  const text = (articles[0]?.blocks ?? [])
    .map((block) => (block.kind === 'markdown' ? block.text : ''))
    .join('\n\n');
  return { text, issues };
}

test.each([
  [
    'go on behind a paragraph',
    entry(1, 0, 'one') + entry(1, 0, 'two') + paragraph(run('Between.')) + entry(1, 0, 'three'),
    '1. one\n2. two\n\nBetween.\n\n3. three',
  ],
  [
    'begin anew where the list says so',
    entry(1, 0, 'one') + paragraph(run('Between.')) + entry(3, 0, 'five') + entry(3, 0, 'six'),
    '1. one\n\nBetween.\n\n5. five\n6. six',
  ],
  ['begin where the format says so', entry(4, 0, 'seven') + entry(4, 0, 'eight'), '7. seven\n8. eight'],
  [
    'count each level for itself',
    entry(1, 0, 'one') + entry(1, 1, 'a') + entry(1, 1, 'b') + entry(1, 0, 'two') + entry(1, 1, 'a'),
    '1. one\n   1. a\n   2. b\n2. two\n   1. a',
  ],
  [
    'leave bullets alone',
    entry(2, 0, 'x') + paragraph(run('Between.')) + entry(2, 0, 'y'),
    '- x\n\nBetween.\n\n- y',
  ],
  [
    'count no entry twice that a change has kept',
    entry(
      1,
      0,
      'one',
      '<w:pPrChange w:id="1" w:author="A"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>',
    ) + entry(1, 0, 'two'),
    '1. one\n2. two',
  ],
])('numbers %s', async (_name, body, wanted) => {
  expect((await read(body)).text).toBe(wanted);
});

test('letters that became numbers are reported', async () => {
  const { issues } = await read(entry(1, 0, 'one') + entry(1, 1, 'a'));
  expect(issues.map(({ message }) => message)).toEqual([
    'The letters or Roman numbers of this list are numbers now.',
  ]);
});

test('prompts and tables of contents are left out and reported; signs are those that Word shows', async () => {
  const { text, issues } = await read(
    paragraph(run('Inhalt 3'), '<w:pStyle w:val="Verzeichnis1"/>') +
      paragraph(
        `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Click here to enter text.')}</w:sdtContent></w:sdt>${run('Words.')}`,
      ) +
      paragraph(`<w:sdt><w:sdtPr/><w:sdtContent>${run('Filled in.')}</w:sdtContent></w:sdt>`) +
      paragraph(
        `<w:r><w:t>one</w:t><w:cr/><w:t xml:space="preserve">two </w:t></w:r>${run('struck', '<w:dstrike/>')}${run(' x ')}${run('stressed', '<w:rStyle w:val="Emphasis"/>')}`,
      ),
  );
  expect(text).toBe('Words.\n\nFilled in.\n\none\\\ntwo ~~struck~~ x *stressed*');
  expect(issues.map(({ kind, text: said }) => `${kind} ${said}`)).toEqual([
    'dropped Click here to enter text.',
    'dropped Inhalt 3',
  ]);
});
