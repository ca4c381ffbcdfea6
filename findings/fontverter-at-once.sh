#!/usr/bin/env bash
# fontverter 2.0.0 (and wawoff2 2.0.1 below it) mixes up fonts that are unpacked at the same time.
#
# Expected: unpacking WOFF2 files with Promise.all gives what unpacking them one after another gives.
# Seen: only the last comes out right. The others hold bytes of the fonts after them: what wawoff2 gives is a window into
#   the memory of its WebAssembly, which is copied only after the next font has been written there.
# Why a newsroom cares: a headline in Chinese needs ten files of a typeface; unpacked together, its letters are empty.
# Way round: one after another; subset-font has a queue for that, but only for its own calls.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --ignore-scripts fontverter@2.0.0 wawoff2@2.0.1 @fontsource-variable/noto-sans-hebrew@5.3.0
cat > try.mjs <<'JS'
import { readFileSync } from 'node:fs';
import fontverter from 'fontverter';
const fonts = ['hebrew', 'latin', 'latin-ext'].map((subset) =>
  readFileSync(`node_modules/@fontsource-variable/noto-sans-hebrew/files/noto-sans-hebrew-${subset}-wght-normal.woff2`));
const oneByOne = [];
for (const font of fonts) oneByOne.push(await fontverter.convert(font, 'sfnt'));
const atOnce = await Promise.all(fonts.map((font) => fontverter.convert(font, 'sfnt')));
console.log('the same as one by one:', atOnce.map((font, at) => font.equals(oneByOne[at])).join(' '));
JS
seen=$(node try.mjs)
echo "$seen"
expected='the same as one by one: false false true'
[ "$seen" = "$expected" ] || { echo "This has changed; expected: $expected"; exit 1; }
