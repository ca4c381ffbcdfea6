/** Small honest sources of each kind that importers read; the first line names the reader. */

const paragraph =
  'Two universities signed an agreement on Monday, and their presidents spoke of the years to come.';

const html = `html
<!DOCTYPE html><html lang="en"><head><title>A fair on the lawn - USTB News</title>
<meta property="og:title" content="A fair on the lawn"><meta name="date" content="2019-05-06"></head><body>
<nav><a href="/">Home</a></nav><article><h1>A fair on the lawn</h1><p>Date: May 6, 2019 | Author: LI Hua</p>
<p>${paragraph} <a href="plan.pdf">Plan</a> <a href="javascript:alert(1)">x</a></p>
<figure><img src="1.jpg" alt="A tent"><figcaption>The tent. Photo: LI Hua</figcaption></figure>
<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>
<ul><li>${paragraph}</li><li>b</li></ul><blockquote><p>${paragraph}</p></blockquote></article></body></html>`;

const wordpress = `wordpress
<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><wp:wxr_version>1.2</wp:wxr_version>
<item><title><![CDATA[A fair]]></title><link>https://old.edu/2019/05/fair/</link><dc:creator><![CDATA[lihua]]></dc:creator>
<content:encoded><![CDATA[<!-- wp:paragraph --><p>${paragraph}</p><!-- /wp:paragraph -->
[caption id="a" width="300"]<img src="https://old.edu/wp-content/uploads/1.jpg" alt="A" /> A tent[/caption] [gallery ids="1,2"]]]></content:encoded>
<wp:post_id>1</wp:post_id><wp:post_date_gmt><![CDATA[2019-05-06 02:15:00]]></wp:post_date_gmt><wp:post_name><![CDATA[fair]]></wp:post_name><wp:status><![CDATA[publish]]></wp:status><wp:post_type><![CDATA[post]]></wp:post_type>
<category domain="category" nicename="research"><![CDATA[Research]]></category></item></channel></rss>`;

const word = `word
<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>A fair on the lawn</w:t></w:r></w:p>
<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${paragraph}</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`;

const hugo = `markdown
+++
title = "A fair"
date = 2019-05-06T08:00:00+08:00
tags = ["Research"]
+++

${paragraph}

{{< figure src="1.jpg" caption="A *tent*" >}}

<div class="note"><b>Mind</b> the gap</div>
`;

const text = `text
A fair on the lawn
Date: May 6, 2019   Topic: Research   Views: 120
Author: LI Hua   Photos: YANG Lindi

${paragraph}

[Photo: 1.jpg] Two people under a tent

${paragraph}
`;

export const importSeeds: readonly string[] = [html, wordpress, word, hugo, text];
