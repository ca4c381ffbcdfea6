#!/usr/bin/env bash
# markdown-it-footnote 4.0.0 lets the last of two definitions of a footnote win.
#
# Expected: the first one wins, as CommonMark says of link references and as GitHub does with footnotes.
# Seen: the last one wins, and the first is gone without a word.
# Why a newsroom cares: text pasted from another story brings its own [^1], and the first note says something else then.
# Way round: look for definitions with a name that is taken, and refuse them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --ignore-scripts markdown-it@14.3.3 markdown-it-footnote@4.0.0
cat > try.mjs <<'JS'
import MarkdownIt from 'markdown-it';
import footnote from 'markdown-it-footnote';
const html = new MarkdownIt().use(footnote).render('A[^1].\n\n[^1]: first\n[^1]: second\n');
console.log('first:', html.includes('first'), 'second:', html.includes('second'));
JS
seen=$(node try.mjs)
echo "$seen"
expected=$(cat <<'TEXT'
first: false second: true
TEXT
)
[ "$seen" = "$expected" ] || { echo "This has changed; expected:"; echo "$expected"; exit 1; }
