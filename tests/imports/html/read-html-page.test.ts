/** Saved pages: by selectors, by looking for the article, and pages that mean no good. */

import { afterEach, describe, expect, test } from 'vitest';
import { siteConfigSchema } from '../../../src/content/site-config.ts';
import { config, type Sandbox, sandbox } from '../import-files.ts';
import { photo } from '../test-photos.ts';

let here: Sandbox | undefined;
afterEach(async () => {
  await here?.remove();
  here = undefined;
});

const page = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Students open a bamboo workshop - USTB News</title>
<link rel="canonical" href="https://news.old.edu/2019/05/fair.html">
<script>document.write("evil")</script></head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<div class="main">
<h1 class="arti-title">Students open a bamboo workshop</h1>
<p class="arti-metas"><span class="date">Date: May 6, 2019</span> <span>Topics: Students Life</span> <span>Views: 1,234</span></p>
<div class="entry">
<p>On Monday the students of the <b>mechanics</b> school opened a workshop in which <a href="https://example.org/x?a=1">bamboo</a> becomes bicycles, and two hundred guests came to see it. It costs 3 * 4 = 12 yuan &lt;a day&gt;.</p>
<p style="text-align:center"><img src="./fair_files/1578034346660807.jpg" alt="1578034346660807.jpg" width="600"></p>
<p style="text-align:center">The workshop on its first day</p>
<p>The first bicycle took three weeks, and a great deal of patience, says LI Hua, who leads the group, and the second one took four days because everybody had learned so much from the first.</p>
<figure><img src="fair_files/2.jpg" alt="A student bends a bamboo cane over a flame"><figcaption>Bending a cane <em>slowly</em> <span class="credit">ZHAO Min</span></figcaption></figure>
<div class="gallery"><figure><img src="fair_files/3.jpg"><figcaption>First ride</figcaption></figure><figure><img src="fair_files/4.jpg"><figcaption>Second ride</figcaption></figure></div>
<h3>What comes next</h3>
<ul><li>A course in autumn</li><li>A <a href="javascript:alert(1)">shop</a> and <a href="plan.pdf">its plan</a></li></ul>
<table><tr><th>Year</th><th>Bikes</th></tr><tr><td>2018</td><td>1|2</td></tr></table>
<iframe src="https://video.example.com/embed/1"></iframe>
<p>Everybody is welcome to come and see it on Fridays in <a href="other.html">the old hall</a>, where tea is served and where the next canes are waiting for hands.</p>
<p>Draft: LI Hua<br>Photos: ZHAO Min</p>
</div></div>
<footer><p>Copyright 2019 USTB. All rights reserved.</p></footer>
</body></html>
`;

const article = `---
title: Students open a bamboo workshop
date: 2019-05-06
topics: [Students Life]
credits:
  draft: LI Hua
  photos: ZHAO Min
aliases:
  - /2019/05/fair.html
viewsBefore: 1234
---

On Monday the students of the **mechanics** school opened a workshop in which [bamboo](https://example.org/x?a=1) becomes bicycles, and two hundred guests came to see it. It costs 3 \\* 4 = 12 yuan \\<a day>.

![](the-workshop-on-its-first-day.jpg "The workshop on its first day")

The first bicycle took three weeks, and a great deal of patience, says LI Hua, who leads the group, and the second one took four days because everybody had learned so much from the first.

![A student bends a bamboo cane over a flame](2.jpg "Bending a cane *slowly*"){credit="ZHAO Min"}

![](3.jpg "First ride")
![](4.jpg "Second ride")

## What comes next

- A course in autumn
- A shop and [its plan](plan.pdf)

| Year | Bikes |
| --- | --- |
| 2018 | 1\\|2 |

[https://video.example.com/embed/1](https://video.example.com/embed/1)

Everybody is welcome to come and see it on Fridays in the old hall, where tea is served and where the next canes are waiting for hands.
`;

async function files() {
  const pictures = await Promise.all(
    ['#111111', '#222222', '#333333', '#444444'].map((colour) => photo(colour)),
  );
  const [a = '', b = '', c = '', d = ''] = pictures;
  return {
    'fair.html': page,
    'plan.pdf': '%PDF-1.4 plan',
    'fair_files/1578034346660807.jpg': a,
    'fair_files/2.jpg': b,
    'fair_files/3.jpg': c,
    'fair_files/4.jpg': d,
  };
}

const expectedLosses = [
  '13 dropped 1578034346660807.jpg',
  '14 guessed The workshop on its first day',
  '19 dropped javascript:alert(1)',
  '21 look https://video.example.com/embed/1',
  '22 dropped other.html',
];

const inBrief = (issues: readonly { kind: string; line: number; text?: string }[]) =>
  issues
    .map(({ kind, line, text }) => `${line} ${kind} ${text ?? ''}`.trim())
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));

test('a page of a system that knows no h1, with its facts between headline and text', async () => {
  const line =
    'forty students visited the works, saw the furnaces and spoke with the people who keep them burning.';
  here = await sandbox({
    'visit.html': `<html><head><title>A Visit to the Works-Old News</title></head><body>
<div>Current position: Home &gt; News</div>
<form><div class="content"><div class="content_title"><h3>A Visit to the Works</h3></div>
<div class="content_t">Date:2023-05-06 &nbsp; Author: LI Hua &nbsp; Topics: Research &nbsp; Click: [<span>1234</span>]</div>
<div class="v_news_content"><p>On May 5, ${line}</p>
<p style="text-align: center"><img src="1.jpg"></p><p style="text-align: center"><strong>The gate</strong></p>
<p>On May 6, ${line}</p><p style="text-align:right">(Edited by CHENG Mingyuan)</p></div></div></form></body></html>`,
    '1.jpg': await photo(),
  });
  await here.run();
  expect(await here.read('articles/2023/a-visit-to-the-works/index.md')).toBe(`---
title: A Visit to the Works
date: 2023-05-06
topics: [Research]
credits:
  draft: LI Hua
  revision: CHENG Mingyuan
viewsBefore: 1234
---

On May 5, ${line}

![](1.jpg "The gate")

On May 6, ${line}
`);
});

describe('photos in tables', () => {
  const story =
    '<p>On Monday the school opened its new laboratory, and two hundred guests came to see it.</p>';
  const read = async (table: string) => {
    const pictures = await Promise.all(
      ['#010101', '#020202', '#030303', '#040404'].map(
        async (colour, index) => [`${index + 1}.jpg`, await photo(colour)] as const,
      ),
    );
    const body = `<article><h1>A lab</h1>${story}${table}${story.replace('Monday', 'Tuesday')}<p>Date: 2024-05-06</p></article>`;
    here = await sandbox({ 'lab.html': `<title>A lab</title>${body}`, ...Object.fromEntries(pictures) });
    const { issues } = await here.run();
    const text = await here.read('articles/2024/a-lab/index.md');
    const [, between = ''] = /Monday.*?\n\n(.*)\n\nOn Tuesday/su.exec(text) ?? [];
    return {
      text: between,
      issues: issues.filter(({ line }) => line > 0).map(({ kind, text }) => ({ kind, text })),
    };
  };

  test('that only lays them out become a gallery with the captions in the cells', async () => {
    const { text, issues } = await read(
      '<table><tr><td><p><img src="1.jpg"></p><p>A <em>cook</em></p></td><td><img src="2.jpg"><br>A guest</td></tr></table>',
    );
    expect(text).toBe('![](1.jpg "A *cook*")\n![](2.jpg "A guest")');
    expect(issues).toContainEqual({ kind: 'guessed', text: 'A cook / A guest' });
  });

  test('with the captions in the row below', async () => {
    const { text } = await read(
      '<table><tr><td><img src="1.jpg"></td><td><img src="2.jpg"></td></tr><tr><td>One</td><td>Two</td></tr><tr><td><img src="3.jpg"></td><td></td></tr><tr><td>Three</td><td></td></tr></table>',
    );
    expect(text).toBe('![](1.jpg "One")\n![](2.jpg "Two")\n![](3.jpg "Three")');
  });

  test('that tell more stay tables, their photos behind them in order, and the report says so', async () => {
    const { text, issues } = await read(
      '<table><tr><th>Name</th><th>Photo</th></tr><tr><td>LI Hua</td><td><img src="1.jpg"></td></tr><tr><td>WANG Wei</td><td><img src="2.jpg"></td></tr></table>',
    );
    expect(text.split('\n\n').slice(1)).toEqual(['![](1.jpg)\n![](2.jpg)']);
    expect(text).toContain('| WANG Wei |');
    expect(issues.filter(({ kind }) => kind === 'look')).toHaveLength(1);
  });
});

describe('a saved page with its pictures beside it', () => {
  test('is found without being told where it is, and what the page has besides is reported', async () => {
    here = await sandbox(await files());
    const { articles, issues } = await here.run();
    expect(articles).toMatchObject([
      { file: 'content/articles/2019/students-open-a-bamboo-workshop/index.md', isDraft: false },
    ]);
    expect(await here.read('articles/2019/students-open-a-bamboo-workshop/index.md')).toBe(article);
    expect(inBrief(issues)).toEqual(
      [
        '7 dropped Home / News',
        ...expectedLosses,
        '25 dropped Copyright 2019 USTB. All rights reserved.',
      ].sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)),
    );
    expect(await here.list()).toContain('articles/2019/students-open-a-bamboo-workshop/plan.pdf');
  });

  test('is read by the selectors of site.yaml', async () => {
    here = await sandbox(await files());
    const own = siteConfigSchema.parse({
      ...config,
      imports: {
        html: {
          article: '.entry',
          title: '.arti-title',
          date: '.arti-metas .date',
          remove: ['nav', 'footer'],
        },
      },
    });
    const { issues } = await here.run({ config: own });
    expect(await here.read('articles/2019/students-open-a-bamboo-workshop/index.md')).toBe(article);
    expect(inBrief(issues)).toEqual(expect.arrayContaining(expectedLosses));
  });

  test('tells of a selector that is none', async () => {
    here = await sandbox({ 'a.html': page });
    const own = siteConfigSchema.parse({ ...config, imports: { html: { article: 'div[[' } } });
    expect((await here.run({ config: own })).issues).toMatchObject([
      { kind: 'failed', message: expect.stringContaining('div[[') },
    ]);
  });

  test('in GBK is read by what it declares, and links between saved pages lead to the new articles', async () => {
    const gbk = Buffer.concat([
      Buffer.from('<html><head><meta charset="gbk"></head><body><article><h1>'),
      Buffer.from([0xb1, 0xb1, 0xbe, 0xa9]),
      Buffer.from(
        `</h1>${'<p>The school opened its new laboratory, and two hundred guests from nine countries came to see <a href="b.html">what it can do</a>.</p>'.repeat(3)}<p>Date: 2024-01-02</p></article></body></html>`,
      ),
    ]);
    const other = `<article><h1>Another story</h1>${'<p>The school opened its new laboratory, and two hundred guests from nine countries came to see it and stayed.</p>'.repeat(3)}<p>2024-01-03</p></article>`;
    here = await sandbox({ 'a.html': gbk, 'b.html': other });
    await here.run();
    const text = await here.read('articles/2024/北京/index.zh.md');
    expect(text).toContain('title: 北京');
    expect(text).toContain('[what it can do](../another-story/index.md)');
  });
});

describe('a page that means no good', () => {
  test.each([
    ['a hundred thousand elements in one another', '<div>'.repeat(100_000), 'nested'],
    ['nothing', '', 'No article'],
    ['only a script', '<script>alert(1)</script>', 'No article'],
  ])('%s', async (_name, html, message) => {
    here = await sandbox({ 'a.html': html });
    const { issues, articles } = await here.run();
    expect(articles).toEqual([]);
    expect(issues).toMatchObject([{ kind: 'failed', message: expect.stringContaining(message) }]);
  });

  test('cannot bring script, frames or pictures from elsewhere into an article', async () => {
    const text =
      'The school opened its new laboratory, and two hundred guests from nine countries came to see what it can do.';
    here = await sandbox({
      'a.html': `<article><h1>A story</h1><p onclick="alert(1)">${text}</p><p>&lt;script&gt;alert(1)&lt;/script&gt; ![x](javascript:alert(1)) ::: note</p>
        <p>::: note</p><p><img src="https://evil.example/x.jpg" onerror="alert(1)" alt="Evil"></p><p>${text}</p><svg onload="alert(1)"><text>drawn</text></svg><a href=" java\nscript:alert(1)">here</a><p>${text}</p></article>`,
    });
    const { articles } = await here.run();
    const written = await here.read(articles[0]?.file.replace('content/', '') ?? '');
    expect(written).toContain('\\<script>alert(1)\\</script> !\\[x\\](javascript:alert(1)) ::: note');
    expect(written).toContain('\\::: note');
    expect(written).not.toMatch(/evil\.example|onerror|onclick|onload|(?<!\\)\]\(/u);
  });
});

test('a web page that Google Docs saved keeps its headline, its emphasis and its raised numbers', async () => {
  const text =
    'It rained all day, and the fair went on and on in the rain until the evening came and everybody went home to bed.';
  here = await sandbox({
    'Draft 3.html': `<html><head><style type="text/css">ol{margin:0}.c1{font-weight:700}.c2{font-style:italic}.c3{vertical-align:super}.c4{vertical-align:sub}</style><title>Draft 3</title></head><body class="c9 doc-content">
<p class="c5 title"><span>A fair on the green</span></p><p class="c6"><span>The </span><span class="c1">bold</span><span> and </span><span class="c2 c7">slanted</span><span> words on 10</span><span class="c3">6</span><span> m of H</span><span class="c4">2</span><span>O.</span></p>
<h1 class="c8"><span class="c1">The stalls</span></h1><p><span>${text}</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p><p><span>${text}</span></p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;All of it.</span></p></div></body></html>`,
  });
  const { articles } = await here.run();
  const written = await here.read(articles[0]?.file.replace('content/', '') ?? '');
  expect(written).toContain('title: A fair on the green\n');
  expect(written).toContain('The **bold** and *slanted* words on 10⁶ m of H₂O.\n\n## The stalls');
  expect(written).toContain('[^1]: All of it.');
});
