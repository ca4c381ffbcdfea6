/** Eleventy in its usual way: stories are templates with a layout; a home page, and paginated topics. */

import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { measure } from '../measured-process.ts';
import type { Builder } from './builder.ts';

const modules = path.resolve(import.meta.dirname, '../../../node_modules');
const { version }: { version: string } = JSON.parse(
  readFileSync(path.join(modules, '@11ty/eleventy/package.json'), 'utf8'),
);

const files: Readonly<Record<string, string>> = {
  'package.json': '{"type": "module"}\n',
  'eleventy.config.js': `export default (config) => {
  config.addCollection('stories', (api) => api.getFilteredByGlob('content/articles/**/*.md'));
  config.addCollection('topicPages', (api) => {
    const topics = new Map();
    for (const story of api.getFilteredByGlob('content/articles/**/*.md').reverse())
      for (const topic of story.data.topics) topics.set(topic, [...(topics.get(topic) ?? []), story]);
    return [...topics].flatMap(([topic, stories]) =>
      Array.from({ length: Math.ceil(stories.length / 24) }, (_, page) => ({
        topic, page, stories: stories.slice(page * 24, page * 24 + 24),
      })),
    );
  });
  return { dir: { input: 'content', output: '_site' }, markdownTemplateEngine: false };
};
`,
  'content/articles/articles.json': '{"layout": "story.liquid"}\n',
  'content/_includes/page.liquid': `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head>
<body><header><a href="/">News</a></header><main>{{ content }}</main></body></html>
`,
  'content/_includes/story.liquid': `---
layout: page.liquid
---
<article><h1>{{ title }}</h1><time>{{ date | date: "%B %d, %Y" }}</time>
<ul>{% for topic in topics %}<li><a href="/topics/{{ topic | slugify }}/">{{ topic }}</a></li>{% endfor %}</ul>
<dl>{% for credit in credits %}<dt>{{ credit[0] }}</dt><dd>{{ credit[1] }}</dd>{% endfor %}</dl>
{{ content }}</article>
`,
  'content/topics.liquid': `---
layout: page.liquid
pagination: { data: collections.topicPages, size: 1, alias: list }
permalink: "/topics/{{ list.topic | slugify }}/{% if list.page > 0 %}{{ list.page | plus: 1 }}/{% endif %}"
---
<h1>{{ list.topic }}</h1>
{% for story in list.stories %}<h2><a href="{{ story.url }}">{{ story.data.title }}</a></h2>{% endfor %}
`,
  'content/index.liquid': `---
layout: page.liquid
title: News
---
{% assign newest = collections.stories | reverse %}
{% for story in newest limit: 24 %}<h2><a href="{{ story.url }}">{{ story.data.title }}</a></h2>{% endfor %}
`,
};

export function eleventy(folder: string): Builder {
  const program = path.join(modules, '@11ty/eleventy/cmd.cjs');
  return {
    name: `Eleventy ${version}`,
    content: path.join(folder, 'content'),
    output: path.join(folder, '_site'),
    prepare: () => {
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
        writeFileSync(path.join(folder, file), text);
      }
      symlinkSync(modules, path.join(folder, 'node_modules'));
    },
    forget: () => rmSync(path.join(folder, '_site'), { recursive: true, force: true }),
    forgetEverything: () => rmSync(path.join(folder, '_site'), { recursive: true, force: true }),
    build: () => measure([process.execPath, program, '--quiet'], folder),
  };
}
