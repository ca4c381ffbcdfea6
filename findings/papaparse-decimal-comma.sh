#!/usr/bin/env bash
# papaparse 5.7.1 cannot tell semicolons from decimal commas once a table ends in a newline.
#
# Expected: two columns, "Jahr" and "Studierende", as spreadsheets save them where the comma is the decimal sign: only the
# semicolon stands in every line. A newline at the end of the file changes nothing.
# Seen: without that newline the semicolon is found. With it, as spreadsheets write it, no delimiter is ("UndetectableDelimiter"),
# and the comma that is then taken cuts 1,5 apart and leaves the year with its whole part. With skipEmptyLines it works again.
# Why a newsroom cares: charts are made from CSV files of German, French or Spanish spreadsheets; this draws wrong bars.
# Way round: look at the first line alone, and give the delimiter.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --ignore-scripts papaparse@5.7.1
cat > try.mjs <<'JS'
import Papa from 'papaparse';
const table = 'Jahr;Studierende\n2019;1,5\n2020;1,7\n2021;2,1';
for (const end of ['', '\n']) {
  const { data, errors, meta } = Papa.parse(table + end);
  console.log(meta.delimiter, JSON.stringify(data), errors.map(({ code }) => code).join());
}
JS
seen=$(node try.mjs)
echo "$seen"
expected=$(cat <<'TEXT'
; [["Jahr","Studierende"],["2019","1,5"],["2020","1,7"],["2021","2,1"]] 
, [["Jahr;Studierende"],["2019;1","5"],["2020;1","7"],["2021;2","1"],[""]] UndetectableDelimiter
TEXT
)
[ "$seen" = "$expected" ] || { echo "This has changed; expected:"; echo "$expected"; exit 1; }
