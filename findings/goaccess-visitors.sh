#!/usr/bin/env bash
# GoAccess 1.7 (Debian package goaccess) counts too few visitors of a page.
#
# Expected: five readers with five addresses who each read two pages are five visitors of each page.
# Behaviour: the first page has four. Visitors and pages are numbered from 1, and the key of "visitor V saw page P" is the
#   same for (1, 2) and (2, 1): the second reader of the day is not counted on the first page once the first reader has
#   been on the second. With one page, or where the first two readers see one page each, all is well.
# Why a newsroom cares: `news views import` reads GoAccess's report, and its numbers of small days come out too low; a log
#   counted by both differs by a visitor for each such pair. tests/views/goaccess.test.ts compares without such pairs.
#
# Fails when GoAccess counts otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
command -v goaccess >/dev/null || apt-get install -y -qq goaccess >/dev/null
goaccess --version | head -1

line() {
  printf '203.0.113.%s - - [06/May/2024:10:00:01 +0000] "GET %s HTTP/1.1" 200 512 "-" "%s"\n' "$1" "$2" \
    'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'
}
visitors() {
  goaccess "$1" --log-format=COMBINED --no-global-config --no-progress --output-format=json |
    node -e 'const {requests} = JSON.parse(require("fs").readFileSync(0, "utf8"));
      console.log(requests.data.map(({data, visitors}) => `${data} ${visitors.count}`).sort().join(", "))'
}
for reader in 1 2 3 4 5; do line $reader /a/; line $reader /b/; done > "$folder/both.log"
{ line 1 /a/; line 2 /b/; for reader in 3 4 5; do line $reader /a/; line $reader /b/; done; } > "$folder/parted.log"

both=$(visitors "$folder/both.log")
parted=$(visitors "$folder/parted.log")
echo "Five readers, each on both pages (5 and 5 expected): $both"
echo "The first two on one page each (4 and 4 expected): $parted"
[ "$both" = '/a/ 4, /b/ 5' ] && [ "$parted" = '/a/ 4, /b/ 4' ]
