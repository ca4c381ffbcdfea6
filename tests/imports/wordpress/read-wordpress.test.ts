/** WordPress exports as WordPress 6 writes them: classic posts, block posts, attachments, and files that pretend. */

import { afterEach, describe, expect, test } from 'vitest';
import { type Sandbox, sandbox } from '../import-files.ts';
import { photo } from '../test-photos.ts';
import { attachment, post, wxr } from './make-export.ts';

let here: Sandbox | undefined;
afterEach(async () => {
  await here?.remove();
  here = undefined;
});

const research = '<category domain="category" nicename="research"><![CDATA[Research]]></category>';

const classic = `The first bicycle took <strong>three weeks</strong>.
It was green &amp; heavy.

[caption id="attachment_10" align="aligncenter" width="300"]<a href="https://news.old.edu/wp-content/uploads/2019/05/DSC_0010.jpg"><img class="size-medium wp-image-10" src="https://news.old.edu/wp-content/uploads/2019/05/DSC_0010-300x200.jpg" alt="A hand bends a cane" width="300" height="200" /></a> Bending a <em>cane</em>[/caption]

See <a href="https://news.old.edu/2019/05/blocks/">the other story</a> and <a href="https://example.org/">this</a>. [sic] <!--more-->

[gallery ids="11,12,99" columns="2"]

[contact-form to="a@b.c"]
<h3>Next</h3>
<ul>
	<li>One</li>
	<li>Two</li>
</ul>`;

const blocks = `<!-- wp:paragraph -->
<p>The second one took four days.</p>
<!-- /wp:paragraph -->

<!-- wp:image {"id":11,"sizeSlug":"large"} -->
<figure class="wp-block-image size-large"><img src="https://news.old.edu/wp-content/uploads/2019/05/ride-1024x683.jpg" alt="" class="wp-image-11"/></figure>
<!-- /wp:image -->

<!-- wp:gallery {"linkTo":"none"} -->
<figure class="wp-block-gallery has-nested-images columns-default is-cropped"><!-- wp:image {"id":11} -->
<figure class="wp-block-image size-large"><img src="https://news.old.edu/wp-content/uploads/2019/05/ride.jpg" alt="A ride"/><figcaption class="wp-element-caption">On the road</figcaption></figure>
<!-- /wp:image -->

<!-- wp:image {"id":12} -->
<figure class="wp-block-image size-large"><img src="https://news.old.edu/wp-content/uploads/2019/05/shed.jpg" alt=""/></figure>
<!-- /wp:image --></figure>
<!-- /wp:gallery -->

<!-- wp:pullquote -->
<figure class="wp-block-pullquote"><blockquote><p>It flies.</p><cite>ZHAO Min</cite></blockquote></figure>
<!-- /wp:pullquote -->

<!-- wp:embed {"url":"https://www.youtube.com/watch?v=x"} -->
<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">
https://www.youtube.com/watch?v=x
</div></figure>
<!-- /wp:embed -->`;

describe('an export', () => {
  test('becomes articles with their photos, captions, galleries, topics, writers and old addresses', async () => {
    const xml = wxr(
      post({
        id: 1,
        title: 'Bamboo &amp; bicycles',
        name: 'bikes',
        content: classic,
        more: `${research}<category domain="category" nicename="campus"><![CDATA[Campus]]></category><wp:postmeta><wp:meta_key><![CDATA[_thumbnail_id]]></wp:meta_key><wp:meta_value><![CDATA[12]]></wp:meta_value></wp:postmeta>`,
      }) +
        post({
          id: 2,
          title: 'Blocks',
          name: 'blocks',
          content: blocks,
          date: '2019-05-07 02:15:00',
          more: research,
        }) +
        post({
          id: 3,
          title: 'Not yet',
          status: 'draft',
          name: '',
          date: '0000-00-00 00:00:00',
          content: 'Soon.',
          more: research,
        }) +
        post({ id: 4, title: 'About', type: 'page', content: 'We.' }) +
        post({ id: 5, title: 'Old', status: 'trash' }) +
        attachment(10, 'DSC_0010.jpg', { caption: 'From the library' }) +
        attachment(11, 'ride.jpg', { alt: 'Two riders', caption: 'The first ride' }) +
        attachment(12, 'shed.jpg', { caption: 'The shed' }),
    );
    here = await sandbox({ 'export.xml': xml });
    await here.put(
      {
        '2019/05/DSC_0010.jpg': await photo('#111111'),
        '2019/05/ride.jpg': await photo('#222222'),
        '2019/05/shed.jpg': await photo('#333333'),
      },
      'uploads',
    );
    const { issues } = await here.run({ photos: 'uploads' });
    expect(await here.read('articles/2019/bikes/index.md')).toBe(`---
title: Bamboo & bicycles
date: 2019-05-06T10:15+08:00
topics: [Research]
credits:
  draft: LI Hua
image: shed.jpg
aliases:
  - /2019/05/bikes/
---

The first bicycle took **three weeks**.\\
It was green & heavy.

![A hand bends a cane](bending-a-cane.jpg "Bending a *cane*")

See [the other story](../blocks/index.md) and [this](https://example.org/). \\[sic\\]

![Two riders](ride.jpg "The first ride")
![](shed.jpg "The shed")

## Next

- One
- Two
`);
    expect(await here.read('articles/2019/blocks/index.md')).toBe(`---
title: Blocks
date: 2019-05-07T10:15+08:00
topics: [Research]
credits:
  draft: LI Hua
aliases:
  - /2019/05/blocks/
---

The second one took four days.

![Two riders](ride.jpg "The first ride")

![A ride](ride.jpg "On the road")
![](shed.jpg "The shed")

::: quote
It flies.

— ZHAO Min
:::

[https://www.youtube.com/watch?v=x](https://www.youtube.com/watch?v=x)
`);
    expect(await here.read('articles/2019/not-yet/index.md')).toContain('draft: true');
    expect(
      issues.map(({ kind, line, text, message }) => `${line} ${kind} ${text ?? message}`).sort(),
    ).toEqual([
      '118 dropped About',
      '141 dropped Old',
      '23 dropped [gallery ids="11,12,99" columns="2"]',
      '25 dropped [contact-form to="a@b.c"]',
      `${xml.split('\n').indexOf('https://www.youtube.com/watch?v=x') + 1} look https://www.youtube.com/watch?v=x`,
      '9 dropped Campus',
    ]);
  });
});

describe('what WordPress keeps beside the text', () => {
  const field = (key: string, value: string) =>
    `<wp:postmeta><wp:meta_key><![CDATA[${key}]]></wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;

  test('is read or reported: fields, descriptions for searches, blocks without a text', async () => {
    here = await sandbox({
      'export.xml': wxr(
        post({
          id: 1,
          title: 'A',
          content:
            '<!-- wp:latest-posts {"postsToShow":3} /-->\n<p>The library opens at seven.</p>\n<!-- wp:block {"ref":99} /-->\n<!-- wp:spacer /-->',
          more:
            field('photographer', 'WANG Fang') +
            field('_yoast_wpseo_metadesc', 'Seven!') +
            field('_edit_last', '1'),
        }) +
          post({ id: 2, title: 'B', content: 'It closes at nine.', more: field('photographer', 'LI Hua') }),
      ),
    });
    const { issues } = await here.run();
    expect(await here.read('articles/2019/post-1/index.md')).toContain('summary: Seven!');
    expect(issues.filter(({ kind }) => kind === 'dropped').map(({ text }) => text)).toEqual([
      '<!-- wp:latest-posts {"postsToShow":3} /-->',
      '<!-- wp:block {"ref":99} /-->',
      'WANG Fang / LI Hua',
    ]);
  });

  test('a scheduled post appears at its minute, not at the beginning of its day', async () => {
    here = await sandbox({
      'export.xml': wxr(
        post({ id: 1, title: 'A', status: 'future', date: '2030-01-01 00:00:00', content: 'Later.' }),
      ),
    });
    await here.run();
    expect(await here.read('articles/2030/post-1/index.md')).toContain('publishAt: 2030-01-01T08:00+08:00');
  });

  test('a writer who is shown by the login is named by the name', async () => {
    const author =
      '<wp:author_first_name><![CDATA[Hua]]></wp:author_first_name><wp:author_last_name><![CDATA[Li]]></wp:author_last_name>';
    const xml = wxr(post({ id: 1, title: 'A', content: 'The library opens at seven.' })).replace(
      /<wp:author_display_name>.*?<\/wp:author_display_name>/u,
      `<wp:author_display_name><![CDATA[lihua]]></wp:author_display_name>${author}`,
    );
    here = await sandbox({ 'export.xml': xml });
    await here.run();
    expect(await here.read('articles/2019/post-1/index.md')).toContain('draft: LI Hua');
  });
});

describe('a file that is no export', () => {
  const failure = async (xml: string): Promise<string | undefined> => {
    here = await sandbox({ 'a.xml': xml });
    const { issues, articles } = await here.run();
    expect(articles).toEqual([]);
    expect(issues).toMatchObject([{ kind: 'failed' }]);
    return issues[0]?.message;
  };

  test('with entities that grow without bound', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">${'x'
      .repeat(3)
      .split('')
      .map((_, index) => `<!ENTITY lol${index + 1} "${`&lol${index === 0 ? '' : index};`.repeat(10)}">`)
      .join('')}]><rss><channel><item><title>&lol3;</title></item></channel></rss>`;
    expect(await failure(bomb)).toContain('document type');
  });

  test('with a hundred thousand openings that nothing closes takes no time', async () => {
    expect(await failure(`<rss>${'<![CDATA['.repeat(100_000)}`)).toMatch(/damaged|feed/u);
    await here?.remove();
    // Quadratic work would take minutes, and the test with it.
    const content = '[caption]<!-- wp:x [gallery '.repeat(20_000);
    here = await sandbox({ 'a.xml': wxr(post({ id: 1, title: 'A', content })) });
    expect((await here.run()).articles).toHaveLength(1);
  });

  test('a feed', async () => {
    expect(await failure('<rss version="2.0"><channel><title>x</title></channel></rss>')).toContain(
      'no post',
    );
  });

  test('any XML, and XML that is cut off', async () => {
    expect(await failure('<urlset></urlset>')).toContain('not an export');
    expect(await failure(wxr(post({ id: 1, title: 'A', content: 'Text' })).slice(0, 900))).toContain(
      'damaged',
    );
  });
});
