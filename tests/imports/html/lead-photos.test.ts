/** Lead photos and bylines that systems keep outside of the text: fields of Drupal, thumbnails of WordPress, heroes. */

import { afterEach, describe, expect, test } from 'vitest';
import { type Sandbox, sandbox } from '../import-files.ts';
import { photo } from '../test-photos.ts';

let here: Sandbox | undefined;
afterEach(async () => {
  await here?.remove();
  here = undefined;
});

const first =
  'The university choir has toured Iceland for ten days, with concerts in four churches and one in a cave.';
const second =
  '"The cave was best," said the conductor, Ruth Alder. "It sang with us, and never a beat late, which I cannot say of everybody."';
const text = `<p>${first}</p><p>${second}</p>`;
const menu = '<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>';

const drupal7 = `<html><head><title>Choir tours Iceland | Northfield</title></head><body><div id="header"><a href="/"><img src="logo.png" alt="Home"></a></div>
<div id="content"><h1 class="title" id="page-title">Choir tours Iceland</h1><div id="node-12" class="node node-article node-full">
<div class="meta submitted"><span property="dc:date dc:created">Submitted by <span class="username">Peter Trent</span> on Fri, 04/12/2019 - 08:30</span></div>
<div class="content clearfix"><div class="field field-name-field-image field-type-image"><div class="field-items"><div class="field-item even"><img src="http://old.example.edu/sites/default/files/styles/large/public/field/image/choir.jpg?itok=Ab1" width="480" height="320" alt="The choir on a lava field"></div></div></div>
<div class="field field-name-body"><div class="field-items"><div class="field-item even">${text}</div></div></div>
<div class="field field-name-field-tags"><h3 class="field-label">Tags: </h3><ul class="links"><li rel="dc:subject"><a href="/tags/research">Research</a></li></ul></div></div>
<div class="link-wrapper"><ul class="links inline"><li><a href="/user/login">Log in</a> to post comments</li></ul></div></div></div></body></html>`;

const drupal9 = `<html><head><title>Choir tours Iceland | Northfield</title></head><body><a class="visually-hidden" href="#main">Skip to main content</a><header role="banner">${menu}</header>
<div class="hero"><article class="media media--type-image"><div class="field field--name-field-media-image"><div class="field__label visually-hidden">Image</div><div class="field__item"><img src="/sites/default/files/styles/hero/public/field/image/choir.jpg?h=2&itok=X" width="1600" height="700" alt="The choir on a lava field"></div></div><div class="field field--name-field-caption field__item">The choir near Vik</div><div class="field field--name-field-credit"><div class="field__label">Photo</div><div class="field__item">Olga Petrova</div></div></article></div>
<main role="main"><h1 class="page-title"><span>Choir tours Iceland</span></h1><article class="node node--type-news"><header><div class="node__meta"><article class="profile"><img src="portrait.jpg" width="85" height="85" alt="Profile picture"></article><span>Submitted by <span>Peter Trent</span> on <span>Fri, 04/12/2019 - 08:30</span></span></div></header>
<div class="node__content"><div class="field field--name-body">${text}</div><div class="field field--name-field-tags"><h3 class="field__label">Tags</h3><ul><li><a href="/taxonomy/term/4">Research</a></li></ul></div><div class="node__links"><ul class="links inline"><li><a href="/node/77#comments">Add new comment</a></li></ul></div></div></article></main></body></html>`;

const theme = `<html><head><title>Choir tours Iceland – Northfield</title></head><body class="single-post"><header class="site-header">${menu}</header><main><article class="post hentry"><header class="entry-header"><h1 class="entry-title">Choir tours Iceland</h1><div class="entry-meta"><span class="posted-on">Posted on April 12, 2019</span> <span class="byline">by <span class="author vcard">Peter Trent</span></span></div></header><figure class="post-thumbnail"><img class="wp-post-image" src="/wp-content/uploads/field/image/choir-1568x1045.jpg" alt="The choir on a lava field"></figure><div class="entry-content">${text}</div><footer class="entry-footer"><a href="/t/research" rel="category tag">Research</a></footer></article><aside class="related"><article><div class="post-thumbnail"><img src="/wp-content/uploads/other.jpg"></div><h2>Another story</h2></article></aside></main></body></html>`;

describe('the lead photo outside of the text', () => {
  test.each([
    ['a field of Drupal 7', drupal7, '![The choir on a lava field](choir.jpg)'],
    [
      'a hero of Drupal 9 above the headline, with its caption and credit',
      drupal9,
      '![The choir on a lava field](choir.jpg "The choir near Vik"){credit="Olga Petrova"}',
    ],
    ['the thumbnail of a theme of WordPress', theme, '![The choir on a lava field](choir.jpg)'],
  ])('is %s', async (_name, page, figure) => {
    here = await sandbox({
      'node-12.html': page,
      'sites/field/image/choir.jpg': await photo(),
      'portrait.jpg': await photo('#111111'),
      'logo.png': await photo('#222222'),
      'uploads/other.jpg': await photo('#333333'),
    });
    const { issues } = await here.run();
    expect(await here.read('articles/2019/choir-tours-iceland/index.md')).toBe(`---
title: Choir tours Iceland
date: 2019-04-12
topics: [Research]
credits:
  draft: Peter Trent
---

${figure}

${first}

${second}
`);
    const other = issues
      .filter(({ message }) => message.startsWith('This picture of the page'))
      .map(({ text: said }) => said);
    expect(other).toHaveLength(1);
  });

  test('is what the page tells networks, and shown once where the text has it too', async () => {
    const page = (inText: string) =>
      `<html><head><title>Choir tours Iceland</title><meta property="og:image" content="https://old.example.edu/img/choir.jpg"><meta name="date" content="2019-04-12"></head><body><div><h1>Choir tours Iceland</h1></div><div id="top"><img src="img/choir.jpg" alt="The choir"></div><div><p>${first}</p>${inText}<p>${second}</p></div></body></html>`;
    here = await sandbox({
      'one.html': page(''),
      'two.html': page('<p><img src="img/choir.jpg?w=300" alt="In the text"></p>').replaceAll(
        'Choir tours',
        'Band tours',
      ),
      'img/choir.jpg': await photo(),
    });
    await here.run();
    expect(await here.read('articles/2019/choir-tours-iceland/index.md')).toContain(
      `---\n\n![The choir](choir.jpg)\n\n${first}\n\n${second}`,
    );
    expect(await here.read('articles/2019/band-tours-iceland/index.md')).toContain(
      `---\n\n${first}\n\n![In the text](choir.jpg)\n\n${second}`,
    );
  });
});
