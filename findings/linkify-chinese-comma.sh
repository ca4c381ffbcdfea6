#!/usr/bin/env bash
# linkify-it 5.0.2 takes Chinese commas and full stops, and the sentence behind them, into an address.
#
# Expected: the address ends before ， and 。 as it ends before their ASCII forms with a space; Chinese sets no space there.
# Seen: behind a path they and all words up to the next space belong to the link; right behind the host they do not.
# Why a newsroom cares: "see https://…/2026，or ask us" is how Chinese stories name an address; the link leads nowhere.
# Way round: mark addresses by < and >, or do not let addresses become links by themselves.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --ignore-scripts linkify-it@5.0.2
cat > try.mjs <<'JS'
import LinkifyIt from 'linkify-it';
for (const text of ['网址：https://news.example.edu，欢迎', '网址：https://news.example.edu/2026，欢迎参观', '网址：https://news.example.edu/2026。欢迎参观']) {
  console.log(new LinkifyIt().match(text).map(({ url }) => url).join(' '));
}
JS
seen=$(node try.mjs)
echo "$seen"
expected=$(cat <<'TEXT'
https://news.example.edu
https://news.example.edu/2026，欢迎参观
https://news.example.edu/2026。欢迎参观
TEXT
)
[ "$seen" = "$expected" ] || { echo "This has changed; expected:"; echo "$expected"; exit 1; }
