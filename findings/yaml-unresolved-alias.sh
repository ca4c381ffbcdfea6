#!/usr/bin/env bash
# yaml 2.9.1 finds no error in a document whose alias leads nowhere, and throws when its value is asked for.
#
# Expected: parseDocument reports the alias among its errors, with its line and column, as it reports other mistakes.
# Seen: no error at all; toJS() throws a ReferenceError without a place.
# Why a newsroom cares: an editor who begins a headline with an asterisk gets a stack instead of a line to look at.
# Way round: walk the document's aliases before its value is asked for.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --ignore-scripts yaml@2.9.1
cat > try.mjs <<'JS'
import { parseDocument } from 'yaml';
const document = parseDocument('title: *Breaking news*\n');
console.log('errors:', parseDocument('title: *breaking\n').errors.length, document.errors.length > 0);
try {
  parseDocument('title: *breaking\n').toJS();
} catch (error) {
  console.log(error.name);
}
JS
seen=$(node try.mjs)
echo "$seen"
expected=$(cat <<'TEXT'
errors: 0 true
ReferenceError
TEXT
)
[ "$seen" = "$expected" ] || { echo "This has changed; expected:"; echo "$expected"; exit 1; }
