#!/usr/bin/env bash
# rss-parser 3.13.0 takes a link to another site for the address of a story.
#
# Expected: in Atom a link without rel is the alternate, the page of the entry itself (RFC 4287, 4.2.7.2), wherever it stands.
# Seen: without rel="alternate" in so many words, the first link of the entry is taken, whatever its rel says.
# Why a newsroom cares: a story links its source (rel="related", rel="via") as well; readers of partners' sites land there.
# Way round: write rel="alternate", and write it first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --ignore-scripts rss-parser@3.13.0
cat > try.mjs <<'JS'
import Parser from 'rss-parser';
const feed = (links) => `<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:n.example,2026:n</id><title>News</title>
  <updated>2026-01-02T03:04:05Z</updated><entry><id>tag:n.example,2026:1</id><title>Steel</title><updated>2026-01-02T03:04:05Z</updated>${links}</entry></feed>`;
const related = '<link rel="related" href="https://journal.example/paper"/>';
for (const own of ['<link href="https://n.example/steel/"/>', '<link rel="alternate" href="https://n.example/steel/"/>']) {
  const { items } = await new Parser().parseString(feed(related + own));
  console.log(items[0].link);
}
JS
seen=$(node try.mjs)
echo "$seen"
expected=$(cat <<'TEXT'
https://journal.example/paper
https://n.example/steel/
TEXT
)
[ "$seen" = "$expected" ] || { echo "This has changed; expected:"; echo "$expected"; exit 1; }
