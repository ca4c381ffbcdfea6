/** Articles of Hugo, Jekyll and Eleventy, in the forms in which these tools write them. */

import { afterEach, describe, expect, test } from 'vitest';
import { loadContent } from '../../../src/content/load-content.ts';
import { type Sandbox, sandbox } from '../import-files.ts';
import { photo, png } from '../test-photos.ts';

let here: Sandbox | undefined;
afterEach(async () => {
  await here?.remove();
  here = undefined;
});

const brief = (issues: readonly { kind: string; file: string; line: number; text?: string }[]) =>
  issues
    .map(({ kind, file, line, text }) => `${file.split('/').at(-1)}:${line} ${kind} ${text ?? ''}`.trim())
    .sort();

describe('a Hugo page bundle', () => {
  test('shows the photos that a pattern of its gallery fits, and reports those that it shows nowhere', async () => {
    here = await sandbox({
      'hugo.toml': '',
      'content/posts/a/index.md':
        '---\ntitle: A\ndate: 2024-05-06\ncategories: [research]\n---\n\n{{< gallery match="images/day-*.jpg" >}}\n\n![x](one.jpg "The one")\n{.center width=20}\n',
      'content/posts/a/images/day-1.jpg': await photo('#111111'),
      'content/posts/a/images/day-2.jpg': await photo('#222222'),
      'content/posts/a/images/night.jpg': await photo('#333333'),
      'content/posts/a/one.jpg': await photo('#444444'),
      'content/posts/a/other.jpg': await photo('#555555'),
    });
    const { issues } = await here.run();
    expect(await here.read('articles/2024/a/index.md')).toContain(
      '![](day-1.jpg)\n![](day-2.jpg)\n\n![x](one.jpg "The one")\n',
    );
    expect(brief(issues)).toEqual(['index.md:1 look other.jpg', 'index.md:10 dropped {.center width=20}']);
  });

  test('that appears later than its date appears later here, at its minute', async () => {
    here = await sandbox({
      'hugo.toml': '',
      'content/posts/a/index.md':
        '---\ntitle: A\ndate: 2024-05-06\npublishDate: 2030-01-01T00:00:00Z\n---\n\nText of a.\n',
      'content/posts/b/index.md':
        '---\ntitle: B\ndate: 2024-05-06\npublishDate: 2024-05-06\n---\n\nText of b.\n',
    });
    const { issues } = await here.run();
    expect(await here.read('articles/2024/a/index.md')).toContain('publishAt: 2030-01-01T08:00+08:00');
    expect(await here.read('articles/2024/b/index.md')).not.toContain('publishAt');
    expect(issues.filter(({ kind }) => kind === 'dropped')).toEqual([]);
  });

  test('keeps its text, figures, galleries, dates, aliases and links', async () => {
    here = await sandbox({
      'hugo.toml': '',
      'content/news/bamboo-bikes/index.md': `+++
title = "Bamboo: a bicycle for everyone"
date = 2023-05-06T10:15:00+08:00
lastmod = 2023-05-08
authors = ["LI Hua", "WANG Wei"]
categories = ["research"]
tags = ["Bamboo"]
description = "Students build bicycles from bamboo."
aliases = ["/old/bikes.html"]
slug = "bamboo-bikes"
weight = 3
layout = "wide"
mood = "happy"

[[resources]]
  src = "images/ride.jpg"
  title = "The first ride"
  [resources.params]
    credit = "ZHAO Min"
+++

The first *bicycle* took [three weeks]({{< ref "second-bike.md" >}}), see [the plan](plan.pdf).[^1]

{{< figure src="images/cane.jpg" alt="A hand bends a cane" caption="Bending a **cane**" attr="LI Hua" >}}

{{% notice tip "Mind" %}}
Canes split when they are cold.
{{% /notice %}}

{{< gallery >}}
  {{< figure src="images/ride.jpg" >}}
  {{< figure src="/img/shed.png" caption="The shed" >}}
{{< /gallery >}}

{{< youtube dQw4w9WgXcQ >}}

{{< chart data="a.csv" >}}Twelve canes{{< /chart >}}

\`\`\`go-html-template
{{< figure src="example.jpg" >}}
\`\`\`

![A finished bicycle](images/ride.jpg "On the road")

<details><summary>More</summary>It weighs <b>nine</b> kilograms.</details>

[^1]: Measured in 2023.
`,
      'content/news/bamboo-bikes/plan.pdf': '%PDF-1.4',
      'content/news/bamboo-bikes/images/cane.jpg': await photo('#111111'),
      'content/news/bamboo-bikes/images/ride.jpg': await photo('#222222'),
      'static/img/shed.png': await png(),
      'content/news/second-bike.md': `---\ntitle: The second bicycle\ndate: 2023-06-01\nauthor: LI Hua\ncategories: [Research]\ndraft: true\n---\n\n# The second bicycle\n\nIt took four days. See [the first](../bamboo-bikes/).\n`,
      'content/news/_index.md': '---\ntitle: News\n---\nAll our news.\n',
    });
    const { articles, issues } = await here.run();
    expect(articles.map(({ file, isDraft }) => `${file} ${isDraft}`)).toEqual([
      'content/articles/2023/bamboo-bikes/index.md false',
      'content/articles/2023/second-bike/index.md true',
    ]);
    expect(await here.read('articles/2023/bamboo-bikes/index.md')).toBe(`---
title: "Bamboo: a bicycle for everyone"
date: 2023-05-06T10:15+08:00
topics: [Research]
summary: Students build bicycles from bamboo.
credits:
  draft: [LI Hua, WANG Wei]
aliases:
  - /old/bikes.html
  - /news/bamboo-bikes/
updated: 2023-05-08
---

The first *bicycle* took three weeks, see [the plan](plan.pdf).[^1]

![A hand bends a cane](cane.jpg "Bending a **cane**"){credit="LI Hua"}

::: note "Mind"

Canes split when they are cold.

:::

![](ride.jpg "The first ride"){credit="ZHAO Min"}
![](shed.png "The shed")

<https://www.youtube.com/watch?v=dQw4w9WgXcQ>

Twelve canes

\`\`\`go-html-template
{{< figure src="example.jpg" >}}
\`\`\`

![A finished bicycle](ride.jpg "On the road"){credit="ZHAO Min"}

More

It weighs **nine** kilograms.

[^1]: Measured in 2023.
`);
    expect(await here.read('articles/2023/second-bike/index.md')).toContain(
      'It took four days. See [the first](../bamboo-bikes/index.md).',
    );
    expect(brief(issues)).toEqual([
      '_index.md:1 dropped All our news.',
      'index.md:13 dropped mood: happy',
      'index.md:22 look second-bike.md (articles/2023/second-bike/index.md)',
      'index.md:35 look https://www.youtube.com/watch?v=dQw4w9WgXcQ',
      'index.md:37 dropped {{< chart data="a.csv" >}}',
      'index.md:7 dropped Bamboo',
    ]);
  });
});

describe('a Jekyll post', () => {
  test('keeps includes, galleries of the front matter, and its old address', async () => {
    here = await sandbox({
      '_posts/2019-05-06-spring-fair.md': `---
layout: post
title:  "Spring fair"
date:   2019-05-06 10:00:00 +0800
categories: research
author: LI Hua
redirect_from:
  - /fair/
  - /2019/fair.html
gallery:
  - url: /assets/img/a.jpg
    image_path: assets/img/a.jpg
    alt: "A stall with plums"
    title: "Plums"
  - image_path: /assets/img/b.jpg
---
The fair was *full*.<!--more--> It rained.{: .lead}

{% include figure image_path="/assets/img/c.jpg" alt="Umbrellas" caption="It rained all day." %}

{% include gallery caption="Two stalls" %}

{% include ads.html slot="1" %}

{% highlight ruby %}
puts "fair"
{% endhighlight %}

See [the autumn fair]({% post_url 2019-10-01-autumn-fair %}) and [this]({{ site.baseurl }}/nowhere/).

![Rain]({{ "/assets/img/c.jpg" | relative_url }})
*The rain, again.*
`,
      '_posts/2019-10-01-autumn-fair.markdown':
        '---\nlayout: post\ntitle: Autumn fair\ntags: research\npublished: false\n---\nSoon.\n',
      'assets/img/a.jpg': await photo('#111111'),
      'assets/img/b.jpg': await photo('#222222'),
      'assets/img/c.jpg': await photo('#333333'),
      '_config.yml': 'title: Old news',
    });
    const { issues } = await here.run();
    expect(await here.read('articles/2019/spring-fair/index.md')).toBe(`---
title: Spring fair
date: 2019-05-06T10:00+08:00
topics: [Research]
credits:
  draft: LI Hua
aliases:
  - /fair/
  - /2019/fair.html
  - /research/2019/05/06/spring-fair.html
---

The fair was *full*. It rained.

![Umbrellas](c.jpg "It rained all day.")

::: gallery "Two stalls"
![A stall with plums](a.jpg "Plums")
![](b.jpg)
:::

\`\`\`ruby
puts "fair"
\`\`\`

See the autumn fair and this.

![Rain](c.jpg "The rain, again.")
`);
    expect(brief(issues)).toEqual([
      '2019-05-06-spring-fair.md:17 dropped {: .lead}',
      '2019-05-06-spring-fair.md:23 dropped {% include ads.html slot="1" %}',
      '2019-05-06-spring-fair.md:29 dropped /nowhere/',
      '2019-05-06-spring-fair.md:29 look 2019-10-01-autumn-fair (articles/2019/autumn-fair/index.md)',
    ]);
  });
});

describe('an Eleventy post', () => {
  test('keeps figures, galleries and aliases, whatever its shortcodes are called', async () => {
    here = await sandbox({
      'eleventy.config.js': 'export default () => {};',
      'posts/2022-03-04-open-day.md': `---
title: Open day
date: 2022-03-04
tags: [posts, research]
description: Come and see.
aliases: [/offen/]
eleventyNavigation: {key: x}
templateEngineOverride: njk,md
---
{% figure "./open/gate.jpg", "The south gate", "People stream through a gate" %}

{% image "./open/gate.jpg", "A gate", "(min-width: 30em) 50vw" %}

{% gallery "Halls" %}
![A hall](open/hall.jpg)
![A stair](open/stair.jpg "The stair")
{% endgallery %}

{% set x = 1 %}{{ title }} is on {{ "/days/" | url }}.
`,
      'posts/open/gate.jpg': await photo('#111111'),
      'posts/open/hall.jpg': await photo('#222222'),
      'posts/open/stair.jpg': await photo('#333333'),
    });
    const { issues } = await here.run({ from: 'markdown', only: 'posts/2022-03-04-open-day.md' });
    expect(await here.read('articles/2022/open-day/index.md')).toBe(`---
title: Open day
date: 2022-03-04
topics: [Research]
summary: Come and see.
aliases:
  - /offen/
  - /posts/open-day/
---

![People stream through a gate](gate.jpg "The south gate")

![A gate](gate.jpg)

::: gallery "Halls"
![A hall](hall.jpg)
![A stair](stair.jpg "The stair")
:::

is on /days/.
`);
    expect(brief(issues)).toEqual([
      '2022-03-04-open-day.md:10 guessed {% figure "./open/gate.jpg", "The south gate", "People stream through a gate" %}',
      '2022-03-04-open-day.md:19 dropped {% set x = 1 %}',
      '2022-03-04-open-day.md:19 dropped {{ title }}',
      '2022-03-04-open-day.md:4 dropped posts',
    ]);
  });
});

describe('front matter', () => {
  test.each([
    ['JSON', '{\n"title": "A story", "date": "2024-01-02", "topics": ["Research"]\n}\n\nText.\n'],
    ['YAML with dots at its end', '---\ntitle: A story\ndate: 2024-01-02\ntopics: Research\n...\nText.\n'],
    [
      'Windows line ends',
      '---\r\ntitle: A story\r\ndate: 2024-01-02\r\ntopics: Research\r\n---\r\nText.\r\n',
    ],
  ])('in %s', async (_name, source) => {
    here = await sandbox({ 'a.md': source });
    const { issues } = await here.run();
    expect(issues).toEqual([]);
    expect(await here.read('articles/2024/a/index.md')).toBe(
      '---\ntitle: A story\ndate: 2024-01-02\ntopics: [Research]\n---\n\nText.\n',
    );
  });

  test.each([
    [
      'a bomb of aliases',
      `---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d]\n---\nText.\n`,
    ],
    ['a program', '---js\n{ title: process.exit(1) }\n---\nText.\n'],
    ['broken YAML', '---\ntitle: "A\n---\nText.\n'],
  ])('that is %s is reported, and the text is kept', async (_name, source) => {
    here = await sandbox({ 'a-story.md': source });
    const { issues } = await here.run();
    expect(issues).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'dropped',
          message: expect.stringContaining('front matter cannot be read'),
        }),
      ]),
    );
    expect(await here.read('articles/2026/a-story/index.md')).toContain('Text.');
  });
});

test('what no dialect knows becomes text, and everything that was written is read without an error', async () => {
  const body = `Text with a [^lost] note, <kbd>Ctrl</kbd>, [a bad link](javascript:x) and ![a picture](https://elsewhere.example/a.jpg) inside.

:::warning
Docusaurus says so.
:::

- ![in a list](a.jpg)
- two

| ![in a table](a.jpg) | b |
| --- | --- |
| 1 | 2 |

> ![quoted](a.jpg "Quoted")

[down](#nowhere) [ref]

[ref]: other.md

:::
`;
  here = await sandbox({
    'a-story.md': `---\ntitle: A story\ndate: 2024-01-02\ntopics: Research\n---\n${body}`,
    'a.jpg': await photo(),
  });
  const { issues } = await here.run();
  const site = `name: X\ntagline: Y\nbaseUrl: https://x.example\ntimeZone: UTC\ndefaultLanguage: en\nlanguages: {en: {name: English, locale: en-US}}\ntopics: [{name: Research, slug: research}]\ncredits: {draft: {en: Draft}}\n`;
  await here.put({ 'site.yaml': site }, 'content');
  const { diagnostics } = await loadContent({
    contentFolder: `${here.folder}/content`,
    displayFolder: 'content',
  });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(issues.length).toBeGreaterThan(5);
});

describe('what lies beside articles', () => {
  test('data of a whole folder of Eleventy is reported once, and a name with an impossible date', async () => {
    here = await sandbox({
      '.eleventy.js': 'module.exports = {}',
      'blog/blog.json': '{"author":"WANG Wei"}',
      'blog/one.md': '---\ntitle: One\ndate: 2024-05-06\ncategories: [research]\n---\nText one.\n',
      'blog/2020-02-30-two.md': '---\ntitle: Two\ncategories: [research]\n---\nText two.\n',
    });
    const { issues } = await here.run();
    expect(brief(issues).filter((line) => !line.includes('guessed'))).toEqual([
      '2020-02-30-two.md:1 dropped 2020-02-30',
      'blog.json:1 look',
    ]);
  });
});
