/**
 * Hugo with a theme that makes what this generator makes of an archive without photos: stories with neighbours as cards,
 * topics, people and months with their pages, a feed of each in Atom and JSON with whole texts, structured data, link
 * previews, one search file, sitemaps, and our own style sheet. Its own related stories are an option. It makes no
 * social cards, no manifest, and checks nothing.
 */

import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { measure } from '../measured-process.ts';
import type { Builder } from './builder.ts';

const config = (withRelated: boolean) => `baseURL = "https://news.example.edu/"
title = "News"
languageCode = "en"
paginate = 24
disableKinds = ["section"]
[taxonomies]
topic = "topics"
person = "people"
month = "months"
[outputFormats.ATOM]
mediaType = "application/atom+xml"
baseName = "feed"
[outputFormats.FEED]
mediaType = "application/feed+json"
baseName = "feed"
[outputFormats.SEARCH]
mediaType = "application/json"
baseName = "search"
[mediaTypes."application/atom+xml"]
suffixes = ["xml"]
[mediaTypes."application/feed+json"]
suffixes = ["json"]
[outputs]
home = ["HTML", "ATOM", "FEED", "SEARCH"]
term = ["HTML", "ATOM", "FEED"]
taxonomy = ["HTML"]
page = ["HTML"]
[permalinks]
articles = "/:year/:month/:slug/"
${withRelated ? '[related]\nthreshold = 0\n[[related.indices]]\nname = "topics"\nweight = 80\n[[related.indices]]\nname = "people"\nweight = 40\n[[related.indices]]\nname = "date"\nweight = 10\n' : ''}`;

const files: Readonly<Record<string, string>> = {
  'layouts/_default/baseof.html': `<!doctype html>
<html lang="en" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/assets/site.css">
{{ $summary := .Summary | plainify | truncate 160 }}
<title>{{ .Title }} – {{ .Site.Title }}</title><meta name="description" content="{{ $summary }}">
<meta name="color-scheme" content="light dark"><meta name="robots" content="max-image-preview:large">
<link rel="canonical" href="{{ .Permalink }}">
<link rel="alternate" type="application/atom+xml" title="News (Atom)" href="/feed.xml">
<link rel="alternate" type="application/feed+json" title="News (JSON)" href="/feed.json">
<meta property="og:site_name" content="News"><meta property="og:type" content="{{ if .IsPage }}article{{ else }}website{{ end }}">
<meta property="og:title" content="{{ .Title }}"><meta property="og:description" content="{{ $summary }}">
<meta property="og:url" content="{{ .Permalink }}"><meta name="twitter:card" content="summary_large_image">
{{ block "head" . }}{{ end }}</head>
<body><a class="skip-link" href="#main">Skip to content</a>
<header class="masthead"><a href="/">{{ .Site.Title }}</a><nav><ul>{{ range .Site.Taxonomies.topics.Alphabetical }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a></li>{{ end }}</ul></nav></header>
<main id="main">{{ block "main" . }}{{ end }}</main>
<footer><nav><a href="/topics/">Topics</a> <a href="/people/">People</a> <a href="/months/">Archive</a></nav></footer></body></html>
`,
  'layouts/partials/card.html': `<article class="story-card"><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<p>{{ .Summary | plainify | truncate 160 }}</p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "January 2, 2006" }}</time>
<ul>{{ range .GetTerms "topics" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></article>
`,
  'layouts/_default/single.html': `{{ define "head" }}<script type="application/ld+json">{{ dict "@context" "https://schema.org" "@type" "NewsArticle" "headline" .Title "datePublished" (.Date.Format "2006-01-02T15:04:05Z07:00") "description" (.Summary | plainify | truncate 160) "wordCount" .WordCount "mainEntityOfPage" .Permalink "author" (apply (.GetTerms "people") "partial" "person.html" ".") | jsonify | safeJS }}</script>{{ end }}
{{ define "main" }}<article class="article"><ul class="topics">{{ range .GetTerms "topics" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
<h1>{{ .Title }}</h1><p class="summary">{{ .Summary | plainify | truncate 160 }}</p>
<time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "January 2, 2006" }}</time> <span>{{ .ReadingTime }} min</span>
<dl>{{ range $role, $name := .Params.credits }}<dt>{{ $role | title }}</dt><dd><a href="/people/{{ $name | urlize }}/">{{ $name }}</a></dd>{{ end }}</dl>
<div class="prose">{{ .Content }}</div></article>
{{ with .NextInSection }}{{ partial "card.html" . }}{{ end }}{{ with .PrevInSection }}{{ partial "card.html" . }}{{ end }}
{{ if site.Params.related }}{{ range first 3 (site.RegularPages.Related .) }}{{ partial "card.html" . }}{{ end }}{{ end }}{{ end }}
`,
  'layouts/partials/person.html': '{{ return (dict "@type" "Person" "name" .Title "url" .Permalink) }}\n',
  'layouts/_default/list.html': `{{ define "main" }}<h1>{{ .Title }}</h1>
{{ range .Paginator.Pages }}{{ partial "card.html" . }}{{ end }}
{{ template "_internal/pagination.html" . }}{{ end }}
`,
  'layouts/months/term.html': `{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Pages }}{{ partial "card.html" . }}{{ end }}{{ end }}
`,
  'layouts/_default/terms.html': `{{ define "main" }}<h1>{{ .Title }}</h1><ul>
{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ len .Pages }}</li>{{ end }}</ul>{{ end }}
`,
  'layouts/index.html': `{{ define "main" }}{{ range first 24 .Site.RegularPages }}{{ partial "card.html" . }}{{ end }}
{{ range .Site.Taxonomies.topics }}<section><h2>{{ .Page.Title }}</h2>{{ range first 4 .Pages }}{{ partial "card.html" . }}{{ end }}</section>{{ end }}{{ end }}
`,
  'layouts/_default/list.atom.xml': `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>{{ .Title }}</title><id>{{ .Permalink }}</id><updated>{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}</updated>
{{ $pages := .Pages }}{{ if .IsHome }}{{ $pages = .Site.RegularPages }}{{ end }}{{ range first 30 $pages }}<entry><title>{{ .Title }}</title><id>{{ .Permalink }}</id><link href="{{ .Permalink }}"/>
<updated>{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}</updated>{{ range .GetTerms "people" }}<author><name>{{ .Title }}</name></author>{{ end }}
<summary>{{ .Summary | plainify | truncate 160 }}</summary><content type="html">{{ .Content | html }}</content></entry>
{{ end }}</feed>
`,
  'layouts/_default/list.feed.json': `{{ $items := slice }}{{ $pages := .Pages }}{{ if .IsHome }}{{ $pages = .Site.RegularPages }}{{ end }}{{ range first 30 $pages }}{{ $items = $items | append (dict "id" .Permalink "url" .Permalink "title" .Title "summary" (.Summary | plainify | truncate 160) "content_html" .Content "date_published" (.Date.Format "2006-01-02T15:04:05Z07:00")) }}{{ end }}{{ dict "version" "https://jsonfeed.org/version/1.1" "title" .Title "home_page_url" .Permalink "items" $items | jsonify }}
`,
  'layouts/index.search.json': `{{ $items := slice }}{{ range .Site.RegularPages }}{{ $items = $items | append (dict "u" .RelPermalink "t" .Title "d" (.Date.Format "2006-01-02") "w" (.Plain | truncate 4000)) }}{{ end }}{{ $items | jsonify }}
`,
};

const styles = path.resolve(import.meta.dirname, '../../../assets/styles');

/** Hugo finds people and months as terms of their own keys; our archive says them as credits and dates. */
function addTerms(content: string): void {
  for (const name of readdirSync(path.join(content, 'articles'), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('index.md')) continue;
    const file = path.join(content, 'articles', name);
    const text = readFileSync(file, 'utf8');
    const month = /^date: (\d{4}-\d\d)/mu.exec(text)?.[1] ?? '';
    const people = [...text.matchAll(/^ {2}\w+: (.+)$/gmu)].map(([, person = '']) => person);
    const terms = `people: [${[...new Set(people)].join(', ')}]\nmonths: ["${month}"]\n`;
    writeFileSync(file, text.replace(/^credits:$/mu, `${terms}credits:`));
  }
}

function equalHugo(folder: string, withRelated: boolean): Builder {
  const [version = 'Hugo'] =
    /v[\d.]+/u.exec(spawnSync('hugo', ['version'], { encoding: 'utf8' }).stdout) ?? [];
  const content = path.join(folder, 'content');
  return {
    name: `Hugo ${version.slice(1)}, equal work${withRelated ? ' and related' : ''}`,
    content,
    output: path.join(folder, 'public'),
    prepare: () => {
      addTerms(content);
      const css = readdirSync(styles, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.css') && !file.includes('sheets'))
        .map((file) => readFileSync(path.join(styles, file), 'utf8'));
      const params = withRelated ? '[params]\nrelated = true\n' : '';
      const all = {
        ...files,
        'config.toml': config(withRelated) + params,
        'static/assets/site.css': css.join('\n'),
      };
      for (const [file, text] of Object.entries(all)) {
        mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
        writeFileSync(path.join(folder, file), text);
      }
    },
    forget: () => {
      for (const name of ['public', 'resources'])
        rmSync(path.join(folder, name), { recursive: true, force: true });
    },
    forgetEverything: () => {
      for (const name of ['public', 'resources'])
        rmSync(path.join(folder, name), { recursive: true, force: true });
    },
    build: () => measure(['hugo', '--quiet', '--source', folder], folder),
  };
}

export function hugoEqual(folder: string): Builder {
  return equalHugo(folder, false);
}

export function hugoRelated(folder: string): Builder {
  return equalHugo(folder, true);
}
