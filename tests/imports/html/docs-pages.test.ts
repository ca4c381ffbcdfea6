/** Drafts of Google Docs and other editors: lists in lists, comments of colleagues, pictures that are shown cut. */

import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import { pasteHtml } from '../../../src/imports/html/paste-html.ts';
import { type Sandbox, sandbox } from '../import-files.ts';

let here: Sandbox | undefined;
afterEach(async () => {
  await here?.remove();
  here = undefined;
});

const text =
  'It rained all day, and the fair went on in the rain until the evening came and everybody went home to bed.';
const list = (name: string, id: string, level: number, items: readonly string[], more = '') =>
  `<${name} class="c5 lst-kix_${id}-${level}"${more}>${items.map((item) => `<li class="c3 li-bullet-0"><span>${item}</span></li>`).join('')}</${name}>`;

/** Left half red, right half blue. */
async function halves(): Promise<Buffer> {
  const red = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#ff0000' } })
    .png()
    .toBuffer();
  return await sharp({ create: { width: 80, height: 40, channels: 3, background: '#0000ff' } })
    .composite([{ input: red, left: 0, top: 0 }])
    .png()
    .toBuffer();
}

const frame = (edit: string, image: string) =>
  `<p class="c14"><span style="overflow: hidden; display: inline-block; margin: 0.00px 0.00px; ${edit}"><img alt="Halves" src="images/image1.png" style="${image}" title=""></span></p>`;
const page = (body: string) =>
  `<html><head><style type="text/css">.lst-kix_a-0>li:before{content:"x"}.c1{font-weight:700}.c7{font-style:italic}.c8{text-align:center}</style></head><body class="doc-content"><p class="c12 title"><span>A fair on the green</span></p><p><span>${text}</span></p>${body}<p><span>${text}</span></p></body></html>`;

async function imported(body: string) {
  here = await sandbox({ 'Fair.html': page(body), 'images/image1.png': await halves() });
  const { articles, issues } = await here.run();
  const folder = (articles[0]?.file ?? '').replace('content/', '').replace(/index\.md$/u, '');
  const written = await here.read(`${folder}index.md`);
  const between = written.slice(written.indexOf(text) + text.length, written.lastIndexOf(text)).trim();
  return { between, written, issues, folder };
}

describe('a page that Google Docs saved', () => {
  test('has its lists in lists, each with its kind', async () => {
    const { between } = await imported(
      list('ul', 'a', 0, ['Stalls']) +
        list('ul', 'a', 1, ['Books', 'Bread']) +
        list('ul', 'a', 2, ['Rye']) +
        list('ul', 'a', 0, ['The choir']) +
        list('ol', 'b', 1, ['First'], ' start="1"') +
        '<p><span>Then:</span></p>' +
        list('ol', 'c', 0, ['Tram'], ' start="3"') +
        list('ul', 'd', 1, ['Line 4']) +
        list('ol', 'c', 0, ['Walk'], ' start="4"'),
    );
    expect(between).toBe(
      '- Stalls\n  - Books\n  - Bread\n    - Rye\n- The choir\n  1. First\n\nThen:\n\n3. Tram\n   - Line 4\n4. Walk',
    );
  });

  test('keeps comments of colleagues to them, and reports no note that it has kept', async () => {
    const { written, issues } = await imported(
      `<p><span>A choir sang</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><span>.</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p><p><span>${text}</span></p><hr class="c21"><div><p class="c14"><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;Of the school.</span></p></div><div class="c22"><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Is that right?</span></p><p><span>Ask her first!</span></p></div>`,
    );
    expect(written).toContain('A choir sang[^1].');
    expect(written).toContain('[^1]: Of the school.');
    expect(written).not.toMatch(/Is that right|Ask her first|\[a\]|\^2/u);
    expect(
      issues.filter(({ kind }) => kind === 'dropped').map(({ message, text: said }) => `${message} ${said}`),
    ).toEqual(['A comment on the draft was left out. [a]Is that right? Ask her first!']);
  });

  test('shows a picture as the draft did: what was cut away does not come along', async () => {
    const { folder } = await imported(
      frame(
        'width: 300.00px; height: 300.00px;',
        'width: 600.00px; height: 300.00px; margin-left: -300.00px; margin-top: 0.00px;',
      ),
    );
    const [name = ''] = (await here?.list())?.filter((file) => file.endsWith('.png')) ?? [];
    expect(name.startsWith(folder)).toBe(true);
    const picture = sharp(`${here?.folder ?? ''}/content/${name}`);
    expect(await picture.metadata()).toMatchObject({ width: 40, height: 40 });
    expect((await picture.stats()).channels.slice(0, 3).map(({ mean }) => mean)).toEqual([0, 0, 255]);
  });

  test('leaves a picture out that is turned askew, and says so', async () => {
    const { between, issues } = await imported(
      frame(
        'transform: rotate(0.40rad) translateZ(0px); width: 600.00px; height: 300.00px;',
        'width: 600.00px; height: 300.00px; margin-left: 0.00px; margin-top: 0.00px;',
      ),
    );
    expect(between).toBe('');
    expect(issues.map(({ message }) => message).join()).toContain('cut or turned in the document');
  });

  test('takes a centred line in italics below a picture as its caption', async () => {
    const { between } = await imported(
      `${frame('width: 600.00px; height: 300.00px;', 'width: 600.00px; height: 300.00px;')}<p class="c8"><span class="c7">The two halves. Photo: Ida Lund</span></p>`,
    );
    expect(between).toBe('![Halves](the-two-halves.png "The two halves."){credit="Ida Lund"}');
  });
});

describe('pasted lists in lists', () => {
  test.each([
    [
      'directly in each other',
      '<ul><li aria-level="1"><p>One</p></li><ul><li aria-level="2"><p>Inside</p></li><ol><li aria-level="3"><p>Deep</p></li></ol></ul><li aria-level="1"><p>Two</p></li></ul>',
      '- One\n  - Inside\n    1. Deep\n- Two',
    ],
    [
      'each entry in a frame of its own',
      ['1:One', '2:Inside', '1:Two']
        .map(
          (entry) =>
            `<div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1"><li data-aria-level="${entry[0]}"><p>${entry.slice(2)}</p></li></ul></div>`,
        )
        .join(''),
      '- One\n  - Inside\n- Two',
    ],
    [
      'by indents of one list',
      '<ol><li data-list="bullet">One</li><li data-list="bullet" class="ql-indent-1">Inside</li><li data-list="ordered">First</li></ol>',
      '- One\n  - Inside\n\n1. First',
    ],
    [
      'with nothing before the inner one',
      '<ul><ul><li>Inside</li></ul><li>Two</li></ul>',
      '- - Inside\n- Two',
    ],
    [
      'as they should be',
      '<ul><li>One<ul><li aria-level="2">Inside</li></ul></li></ul>',
      '- One\n  - Inside',
    ],
  ])('%s', (_name, html, wanted) => {
    expect(pasteHtml(html).markdown).toBe(wanted);
  });
});
