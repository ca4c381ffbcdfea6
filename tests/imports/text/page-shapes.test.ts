/** Further shapes of copied pages: facts beside headlines, bylines in several languages, lines of the page. */

import { expect, test } from 'vitest';
import { LabelWords } from '../../../src/imports/facts/label-words.ts';
import { SourceFiles } from '../../../src/imports/source-files.ts';
import { readTextPage } from '../../../src/imports/text/read-text-page.ts';
import { config } from '../import-config.ts';

const story =
  'The fair opened on the sports ground with forty stalls, and more than a thousand people came on the first day of it.';

function read(text: string) {
  const { articles, issues } = readTextPage(text, {
    file: 'a.txt',
    displayPath: 'a.txt',
    labels: new LabelWords(config),
    sourceFiles: new SourceFiles(['stall.jpg']),
    taglines: [config.tagline],
  });
  const [article] = articles;
  return {
    title: article?.title?.value,
    date: article?.date?.value,
    views: article?.viewsBefore?.value,
    credits: article?.credits.map(({ role, name }) => `${role} ${name}`),
    text: article?.blocks.flatMap((block) => (block.kind === 'markdown' ? [block.text] : [])),
    dropped: issues.filter(({ kind }) => kind === 'dropped').map(({ text }) => text),
  };
}

test.each([
  [
    'an institution above, empty labels, the foot of the page',
    `Beijing Example University\n\nStudents Win the Cup\n\nTime: 2018-03-04  Author:  Photo:  Click: 233\n\n${story}\n\nBack to Top\nCopyright © 2018 Example University. All rights reserved.\n`,
    { title: 'Students Win the Cup', date: '2018-03-04', views: 233, credits: [] },
  ],
  [
    'a date and views behind the headline',
    `Home > News > Campus News\n\nCampus News\n\nA New Lake for the Campus  [2019-05-06]  Views: 1,204\n\n${story}\n\nText by WANG Wei | Photos by LI Hua\n`,
    {
      title: 'A New Lake for the Campus',
      date: '2019-05-06',
      views: 1204,
      credits: ['draft WANG Wei', 'photos LI Hua'],
    },
  ],
  [
    'a writer behind the headline',
    `Fair Opens | Published: 6 May 2019 | By LI Hua\n\n${story}\n\n(Editor: ZHAO Min; Source: Common Room)\n`,
    {
      title: 'Fair Opens',
      date: '2019-05-06',
      credits: ['draft LI Hua', 'revision ZHAO Min', 'source Common Room'],
    },
  ],
  [
    'German',
    `Das Fest\n\n6. Mai 2019\nVon Anna Schmidt\n\n${story}\n\nText: Anna Schmidt | Fotos: Peter Meyer\n\nNach oben\n`,
    { title: 'Das Fest', date: '2019-05-06' },
  ],
  [
    'Chinese, all in one line',
    '新闻网\n\n我校召开春季运动会\n\n发布时间：2021年4月12日 作者：李华 来源：体育部 点击：[233]次\n\n四月十二日，我校春季运动会在操场举行，三千名学生参加了二十个项目的比赛，创造了三项新的纪录。\n\n【打印】【关闭】\n版权所有 © 某大学 京ICP备12345号\n',
    { title: '我校召开春季运动会', date: '2021-04-12', views: 233, credits: ['draft 李华', 'source 体育部'] },
  ],
])('%s', (_name, source, expected) => {
  const found = read(source);
  expect(found).toMatchObject(expected);
  expect(found.text).toHaveLength(1);
});

test('a label that lost its space, an upload line, and neighbours in lines of their own', () => {
  const { credits, dropped } = read(
    `The Fair\n\nDate: 2019-05-06\n\n${story}\n\nPhoto ByWANG Wei\nUploaded by: admin\nPrevious\nThe ground was laid anew\nNext\nThe pool opens\n`,
  );
  expect(credits).toEqual(['photos WANG Wei']);
  expect(dropped).toEqual([
    'Uploaded by: admin',
    'Previous',
    'The ground was laid anew',
    'Next',
    'The pool opens',
  ]);
});

test('a headline may have a date in its words', () => {
  expect(read(`Exhibition opens May 23, 2020\n\nDate: 2020-05-01\n\n${story}\n`)).toMatchObject({
    title: 'Exhibition opens May 23, 2020',
    date: '2020-05-01',
  });
});

test.each([
  [
    'a mail, with a prefix before its subject',
    `From: LI Hua <li@uni.test>\nTo: News <news@uni.test>\nDate: Mon, 6 May 2024 09:30:00 +0800\nSubject: Fwd: Re: A Fair on the Green\n\n${story}\n`,
    ['A Fair on the Green', '2024-05-06'],
  ],
  [
    'a mail of Outlook in German',
    `Von: Li Hua\nGesendet: 06.05.2024 09:30\nAn: Presse\nBetreff: WG: Ein Fest auf der Wiese\n\n${story}\n`,
    ['Ein Fest auf der Wiese', '2024-05-06'],
  ],
  [
    'a mail in Chinese',
    `发件人：李华\n收件人：新闻中心\n日期：2024年5月6日 09:30\n主题：图书节在操场开幕\n\n${story}\n`,
    ['图书节在操场开幕', '2024-05-06'],
  ],
])('%s has its subject as headline', (_, text, [title, date]) => {
  const found = read(text);
  expect([found.title, found.date, found.text?.join('\n')]).toEqual([title, date, story]);
  expect(found.dropped.join('\n')).toMatch(/(?:To|An|收件人)[:：]/u);
});

test('one label above a headline makes no mail', () => {
  expect(
    read(`主题：人工智能讲座\n时间：2024年5月6日\n地点：主楼\n\n${story}\n`).dropped.join(''),
  ).not.toContain('主楼');
  expect(read(`From: the campus\n\nA Fair on the Green\n\n${story}\n`).dropped.join('')).not.toContain(
    'mail',
  );
});

test('with dots the day stands first, with slashes the month', () => {
  expect(read(`A Fair on the Green\n\n12.06.2014\n\n${story}\n`).date).toBe('2014-06-12');
  expect(read(`A Fair on the Green\n\n6. 5. 2014\n\n${story}\n`).date).toBe('2014-05-06');
  expect(read(`A Fair on the Green\n\n12/06/2014\n\n${story}\n`).date).toBe('2014-12-06');
});
