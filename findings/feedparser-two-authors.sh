#!/usr/bin/env bash
# feedparser 2.6.0 gives a story of two authors to the office that publishes the feed, or to no one.
#
# Expected: of an Atom entry with two authors at least one is named, as with one author; authors of the entry stand before
# those of the feed (RFC 4287, 4.2.1).
# Seen: one author is right; of two, the author of the feed is given, and null where the feed names none.
# Why a newsroom cares: credit. Most research news has two names.
# Way round: join the names into one author in feeds made for others.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --ignore-scripts feedparser@2.6.0
cat > try.mjs <<'JS'
import { Readable } from 'node:stream';
import FeedParser from 'feedparser';
const author = (name) => `<author><name>${name}</name></author>`;
async function authorOf(ofFeed, ofEntry) {
  const parser = new FeedParser();
  Readable.from([`<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:n.example,2026:n</id><title>News</title>${ofFeed}
    <updated>2026-01-02T03:04:05Z</updated><entry><id>tag:n.example,2026:1</id><title>Steel</title>${ofEntry}
    <updated>2026-01-02T03:04:05Z</updated><link href="https://n.example/steel/"/></entry></feed>`]).pipe(parser);
  for await (const item of parser) return item.author;
}
console.log(await authorOf(author('News Office'), author('Li')));
console.log(await authorOf(author('News Office'), author('Li') + author('Okafor')));
console.log(await authorOf('', author('Li') + author('Okafor')));
JS
seen=$(node try.mjs)
echo "$seen"
expected=$(cat <<'TEXT'
Li
News Office
null
TEXT
)
[ "$seen" = "$expected" ] || { echo "This has changed; expected:"; echo "$expected"; exit 1; }
