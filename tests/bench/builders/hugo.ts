/** Hugo with a plain theme: a page for each story, paginated topics, a home page, feeds, a sitemap. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { measure } from '../measured-process.ts';
import type { Builder } from './builder.ts';

const files: Readonly<Record<string, string>> = {
  'config.toml': `baseURL = "https://news.example.edu/"
title = "News"
paginate = 24
[taxonomies]
topic = "topics"
`,
  'layouts/_default/baseof.html': `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Summary | plainify | truncate 160 }}"><link rel="canonical" href="{{ .Permalink }}">
</head><body><header><a href="/">{{ .Site.Title }}</a></header>
<main>{{ block "main" . }}{{ end }}</main></body></html>
`,
  'layouts/_default/single.html': `{{ define "main" }}<article><h1>{{ .Title }}</h1>
<time>{{ .Date.Format "January 2, 2006" }}</time>
<ul>{{ range .GetTerms "topics" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
<dl>{{ range $role, $name := .Params.credits }}<dt>{{ $role }}</dt><dd>{{ $name }}</dd>{{ end }}</dl>
{{ .Content }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
</article>{{ end }}
`,
  'layouts/_default/list.html': `{{ define "main" }}<h1>{{ .Title }}</h1>
{{ range .Paginator.Pages }}<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Summary | plainify | truncate 160 }}</p>{{ end }}
{{ template "_internal/pagination.html" . }}{{ end }}
`,
  'layouts/_default/terms.html': `{{ define "main" }}<h1>{{ .Title }}</h1>
{{ range .Pages }}<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>{{ end }}{{ end }}
`,
  'layouts/index.html': `{{ define "main" }}{{ range first 24 .Site.RegularPages }}<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>{{ end }}{{ end }}
`,
};

export function hugo(folder: string): Builder {
  const [version = 'Hugo'] =
    /v[\d.]+/u.exec(spawnSync('hugo', ['version'], { encoding: 'utf8' }).stdout) ?? [];
  return {
    name: `Hugo ${version.slice(1)}`,
    content: path.join(folder, 'content'),
    output: path.join(folder, 'public'),
    prepare: () => {
      for (const [file, text] of Object.entries(files)) {
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
