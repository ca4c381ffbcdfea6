#!/usr/bin/env bash
# turndown 7.2.5 escapes underscores inside a bare web address.
#
# Expected: an address that stands in a text comes out as it was, so that a reader can copy it.
# Seen: a backslash before each underscore; a Markdown reader that links bare addresses links to another page.
# Why a newsroom cares: old pages and Word files are full of bare addresses, and an import must not change one.
# Way round: take addresses out of the text before it is escaped.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --ignore-scripts turndown@7.2.5
cat > try.mjs <<'JS'
import TurndownService from 'turndown';
console.log(new TurndownService().turndown('<p>See https://news.example.org/open_day/part_2</p>'));
JS
seen=$(node try.mjs)
echo "$seen"
expected=$(cat <<'TEXT'
See https://news.example.org/open\_day/part\_2
TEXT
)
[ "$seen" = "$expected" ] || { echo "This has changed; expected:"; echo "$expected"; exit 1; }
