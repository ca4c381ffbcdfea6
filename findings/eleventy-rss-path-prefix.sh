#!/usr/bin/env bash
# @11ty/eleventy 3.1.8 with @11ty/eleventy-plugin-rss 3.0.0: the feed plugin writes a path prefix twice.
#
# Expected: with --pathprefix=/news/ the HTML <base> plugin, which the feed plugin adds ("guaranteed unique, first add
# wins"), writes <a href="/x/"> as <a href="/news/x/">, in every page.
# Happens: it is added twice (by the feed plugin, and by the RSS plugin that it adds), and every root-relative link of
# every page becomes /news/news/x/. The RSS plugin alone, which adds it once, is right.
# A newsroom cares because university newsrooms often lie in a folder of their university's host, and adding a feed breaks
# links of pages that have nothing to do with it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"type": "module", "private": true}' > package.json
npm install --silent --ignore-scripts @11ty/eleventy@3.1.8 @11ty/eleventy-plugin-rss@3.0.0
mkdir pages
echo '<a href="/x/">x</a>' > pages/page.html
cat > eleventy.config.js <<'JS'
import rssPlugin, { feedPlugin } from '@11ty/eleventy-plugin-rss';

export default function (config) {
  if (process.env.PLUGIN === 'rss') config.addPlugin(rssPlugin);
  else
    config.addPlugin(feedPlugin, {
      collection: { name: 'all' },
      metadata: { title: 'T', language: 'en', base: 'https://news.example.org/', author: { name: 'N' } },
    });
}
JS
link() {
  rm -rf _site
  PLUGIN=$1 node_modules/.bin/eleventy --input=pages --pathprefix=/news/ --quiet >&2
  cat _site/page/index.html
}
rss=$(link rss)
feed=$(link feed)
echo "with the RSS plugin:  $rss"
echo "with the feed plugin: $feed"
[ "$rss" = '<a href="/news/x/">x</a>' ]
[ "$feed" = '<a href="/news/news/x/">x</a>' ]
