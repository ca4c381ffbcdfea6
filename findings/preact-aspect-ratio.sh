#!/usr/bin/env bash
# preact-render-to-string 6.8.2 writes a unit behind a number that has none.
#
# Expected: aspectRatio: 1.5 becomes aspect-ratio:1.5, as lineHeight and zIndex stay plain numbers.
# Seen: aspect-ratio:1.5px, which browsers drop without a word.
# Why a newsroom cares: photographs keep their place by their aspect ratio while they load; without it, pages jump.
# Way round: give the ratio as a string.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --ignore-scripts preact@11.2.0 preact-render-to-string@6.8.2
cat > try.mjs <<'JS'
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
console.log(renderToString(h('div', { style: { aspectRatio: 1.5, lineHeight: 2 } })));
console.log(renderToString(h('div', { style: { aspectRatio: '1.5' } })));
JS
seen=$(node try.mjs)
echo "$seen"
expected=$(cat <<'TEXT'
<div style="aspect-ratio:1.5px;line-height:2;"></div>
<div style="aspect-ratio:1.5;"></div>
TEXT
)
[ "$seen" = "$expected" ] || { echo "This has changed; expected:"; echo "$expected"; exit 1; }
