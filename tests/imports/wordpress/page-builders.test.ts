/** Posts that page builders hold together by shortcodes: readers see their words and photos, and never a bracket. */

import { afterEach, describe, expect, test } from 'vitest';
import { type Sandbox, sandbox } from '../import-files.ts';
import { photo } from '../test-photos.ts';
import { attachment, post, wxr } from './make-export.ts';

let here: Sandbox | undefined;
afterEach(async () => {
  await here?.remove();
  here = undefined;
});

const uploads = 'https://news.old.edu/wp-content/uploads/2019/05/';

async function imported(content: string) {
  here = await sandbox({
    'export.xml': wxr(
      post({ id: 1, title: 'A', content }) +
        ['a', 'b', 'c']
          .map((name, index) =>
            attachment(101 + index, `${name}.jpg`, { caption: name === 'c' ? 'Of the library' : '' }),
          )
          .join(''),
    ),
    'uploads/2019/05/a.jpg': await photo('#111111'),
    'uploads/2019/05/b.jpg': await photo('#222222'),
    'uploads/2019/05/c.jpg': await photo('#333333'),
  });
  const { issues } = await here.run();
  const text = await here.read('articles/2019/post-1/index.md');
  return { body: text.slice(text.indexOf('\n---\n') + 5).trim(), issues };
}

const inDivi = (inner: string) =>
  `[et_pb_section fb_built="1" admin_label="section"][et_pb_row background_position="center center"][et_pb_column type="4_4"]${inner}[/et_pb_column][/et_pb_row][/et_pb_section]`;
const inBakery = (inner: string) =>
  `[vc_row css=".vc_custom_1{margin-top: 0px !important;}"][vc_column width="2/3"]${inner}[/vc_column][/vc_row]`;
const inAvada = (inner: string) =>
  `[fusion_builder_container hundred_percent="no"][fusion_builder_row][fusion_builder_column type="1_1"]${inner}[/fusion_builder_column][/fusion_builder_row][/fusion_builder_container]`;

describe('shortcodes', () => {
  test.each([
    [
      'Divi: text and photos',
      inDivi(
        `[et_pb_text admin_label="Text"]<p>One.</p>\n<p>Two.</p>[/et_pb_text][et_pb_image src="${uploads}a-300x200.jpg" alt="A bridge" show_in_lightbox="on"][/et_pb_image][et_pb_image src="${uploads}c.jpg" /][et_pb_divider show_divider="on"][/et_pb_divider]`,
      ),
      'One.\n\nTwo.\n\n![A bridge](a.jpg)\n\n![](c.jpg "Of the library")',
    ],
    [
      'Divi: a photo with a link',
      inDivi(`[et_pb_image src="${uploads}a.jpg" alt="Gate" url="https://tickets.example.org/" /]`),
      '![Gate](a.jpg)\n\n[Gate](https://tickets.example.org/)',
    ],
    [
      'Divi: a gallery by numbers',
      inDivi('[et_pb_gallery gallery_ids="101,103" fullwidth="off"][/et_pb_gallery]'),
      '![](a.jpg)\n![](c.jpg "Of the library")',
    ],
    [
      'Divi: a blurb, with brackets written otherwise',
      inDivi(`[et_pb_blurb title="Open %91daily%93" image="${uploads}b.jpg"]<p>From nine.</p>[/et_pb_blurb]`),
      '![](b.jpg)\n\n## Open \\[daily\\]\n\nFrom nine.',
    ],
    [
      'Divi: a button, a film',
      inDivi(
        '[et_pb_button button_url="https://example.org/r" button_text="Register"][/et_pb_button][et_pb_video src="https://www.youtube.com/watch?v=abc12" /]',
      ),
      '[Register](https://example.org/r)\n\n[https://www.youtube.com/watch?v=abc12](https://www.youtube.com/watch?v=abc12)',
    ],
    [
      'Divi: what somebody said',
      inDivi(
        '[et_pb_testimonial author="Ida Lund" job_title="Professor"]<p>It holds.</p>[/et_pb_testimonial]',
      ),
      '> It holds.\n>\n> — Ida Lund, Professor',
    ],
    [
      'Divi: parts that fold',
      inDivi(
        '[et_pb_accordion][et_pb_accordion_item title="How wide?"]Four metres.[/et_pb_accordion_item][et_pb_accordion_item title="Whose?"]Ours.[/et_pb_accordion_item][/et_pb_accordion]',
      ),
      '## How wide?\n\nFour metres.\n\n## Whose?\n\nOurs.',
    ],
    [
      'WPBakery: text without tags, a photo by its number',
      inBakery(
        '[vc_column_text css=".vc_custom_2{padding: 5px}"]One.\n\nTwo <b>words</b>.[/vc_column_text][vc_single_image image="103" img_size="full" add_caption="yes"][vc_empty_space height="32px"]',
      ),
      'One.\n\nTwo **words**.\n\n![](c.jpg "Of the library")',
    ],
    [
      'WPBakery: a gallery with its title',
      inBakery('[vc_gallery type="image_grid" images="101,102" title="The works"]'),
      '::: gallery "The works"\n![](a.jpg)\n![](b.jpg)\n:::',
    ],
    [
      'WPBakery: headings, buttons with packed links',
      inBakery(
        '[vc_custom_heading text="What is `{`new`}`" font_container="tag:h2|text_align:left"][vc_btn title="Hours" link="url:https%3A%2F%2Fexample.org%2Fh%3Fa%3D1|title:x|target:%20_blank|"]',
      ),
      '## What is \\[new\\]\n\n[Hours](https://example.org/h?a=1)',
    ],
    [
      'WPBakery: typed HTML',
      inBakery(
        `[vc_raw_html]${Buffer.from(encodeURIComponent('<p>Typed as <em>HTML</em>.</p>')).toString('base64')}[/vc_raw_html]`,
      ),
      'Typed as *HTML*.',
    ],
    [
      'WPBakery: parts that fold',
      inBakery(
        '[vc_tta_accordion][vc_tta_section title="Prices" tab_id="1"][vc_column_text]Two coins.[/vc_column_text][/vc_tta_section][/vc_tta_accordion][vc_toggle title="May I?"]No.[/vc_toggle]',
      ),
      '## Prices\n\nTwo coins.\n\n## May I?\n\nNo.',
    ],
    [
      'WPBakery: a call',
      inBakery(
        '[vc_cta h2="Join" h4="the club" btn_title="Come" btn_link="url:https%3A%2F%2Fexample.org"]Every Monday.[/vc_cta]',
      ),
      '## Join\n\nthe club\n\nEvery Monday.\n\n[Come](https://example.org)',
    ],
    [
      'Avada: photos by address and by element',
      inAvada(
        `[fusion_text columns=""]<p>One.</p>[/fusion_text][fusion_imageframe image_id="101|full" lightbox="no" alt="The pond"]${uploads}a.jpg[/fusion_imageframe][fusion_text]<p>Two.</p>[/fusion_text][fusion_imageframe image_id="102"]<img alt="Two frogs" src="${uploads}b.jpg" />[/fusion_imageframe]`,
      ),
      'One.\n\n![The pond](a.jpg)\n\nTwo.\n\n![Two frogs](b.jpg)',
    ],
    [
      'Avada: a gallery of photos inside',
      inAvada(
        `[fusion_gallery layout="grid"][fusion_gallery_image image="${uploads}a.jpg" image_id="101|full" /][fusion_gallery_image image="${uploads}b.jpg" /][/fusion_gallery]`,
      ),
      '![](a.jpg)\n![](b.jpg)',
    ],
    [
      'Avada: headings, buttons, lists',
      inAvada(
        '[fusion_title size="2"]Frogs[/fusion_title][fusion_button link="https://example.org/v" color="default"]Visit[/fusion_button][fusion_checklist][fusion_li_item icon=""]Boots[/fusion_li_item][fusion_li_item]Bread[/fusion_li_item][/fusion_checklist]',
      ),
      '## Frogs\n\n[Visit](https://example.org/v)\n\n- Boots\n- Bread',
    ],
  ])('%s', async (_name, content, wanted) => {
    const { body, issues } = await imported(content);
    expect(body).toBe(wanted);
    expect(issues.filter(({ kind }) => kind === 'dropped')).toEqual([]);
  });

  test('that the old system filled are reported, each at its line', async () => {
    const { body, issues } = await imported(
      inBakery(
        '[vc_column_text]Text.[/vc_column_text]\n[vc_basic_grid post_type="post" max_items="3"]\n[vc_pie value="50"]\n[vc_widget_sidebar sidebar_id="s1"]',
      ),
    );
    expect(body).toBe('Text.');
    const dropped = issues.filter(({ kind }) => kind === 'dropped');
    expect(dropped.map(({ text }) => text)).toEqual([
      '[vc_basic_grid post_type="post" max_items="3"]',
      '[vc_pie value="50"]',
      '[vc_widget_sidebar sidebar_id="s1"]',
    ]);
    const [first = 0, second = 0, third = 0] = dropped.map(({ line }) => line);
    expect([second - first, third - second]).toEqual([1, 1]);
  });

  test('are left alone where no builder is', async () => {
    const { body } = await imported('The [row] of [sic] houses.');
    expect(body).toBe('The [row] of [sic] houses.');
  });
});

describe('what Elementor saves', () => {
  test.each([
    [
      'a photo whose link leads to its own file',
      `<figure><a href="${uploads}a.jpg" data-elementor-open-lightbox="yes"><img src="${uploads}a-150x150.jpg" alt="" /></a></figure>\n<p>Text.</p>`,
      '![](a.jpg)\n\nText.',
    ],
    [
      'a photo that a script shows',
      `<p>Text.</p><a href="${uploads}a.jpg"><div data-thumbnail="${uploads}a-768x512.jpg" alt="A bee"></div></a>`,
      'Text.\n\n![A bee](a.jpg)',
    ],
    [
      'a photo behind a text',
      `<div style="background-image: url('${uploads}b.jpg')"><h2>Over it</h2></div>`,
      '![](b.jpg)\n\n## Over it',
    ],
    [
      'a link below a photo, which is no caption',
      `<img src="${uploads}a.jpg" alt="" />\n\t\t<a href="https://example.org/bees" role="button">\n\t\t\tRead more\n\t\t</a>\n\n<p>Text.</p>`,
      '![](a.jpg)\n\n[Read more](https://example.org/bees)\n\nText.',
    ],
  ])('%s', async (_name, content, wanted) => {
    expect((await imported(content)).body).toBe(wanted);
  });
});
