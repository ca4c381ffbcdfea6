#!/usr/bin/env bash
# Intl.DateTimeFormat of Node 24.21.0 (npm package node@24.21.0; ICU 78.3, CLDR 48): a range of two Persian months of one
# year, with the year in it, reads as the first month alone.
#
# Expected: formatRange of 1 and 28 February 2025 in fa-IR, whose calendar is the Persian one, names both months that lie
# between them, Bahman and Esfand 1403, as it does in English and as it does in Persian without the year.
# Behaviour: with {year, month} fa-IR gives "۱۴۰۳ بهمن" (Bahman 1403), the very text of the first day; with {month} alone it
# gives "بهمن تا اسفند", and over the turn of a year it gives both months and both years.
# Why a newsroom cares: its archive is split by Gregorian months, so nearly each holds two Persian ones. A heading made by
# formatRange says Bahman over stories that are dated in Esfand, and nothing warns.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund node@24.21.0
cat >range.mjs <<'EOF'
const [first, last] = [Date.UTC(2025, 1, 1), Date.UTC(2025, 1, 28)];
const both = { year: 'numeric', month: 'long', timeZone: 'UTC' };
const persian = new Intl.DateTimeFormat('fa-IR', both);
const results = {
  version: process.version,
  first: persian.format(first),
  last: persian.format(last),
  range: persian.formatRange(first, last),
  withoutYear: new Intl.DateTimeFormat('fa-IR', { month: 'long', timeZone: 'UTC' }).formatRange(first, last),
  overTheYear: persian.formatRange(Date.UTC(2025, 2, 1), Date.UTC(2025, 2, 31)),
  english: new Intl.DateTimeFormat('en-u-ca-persian', both).formatRange(first, last),
};
console.log(results);
const isAsFound =
  results.first !== results.last &&
  results.range === results.first &&
  results.withoutYear.includes(' تا ') &&
  results.overTheYear.includes(' تا ') &&
  /^Bahman.+Esfand 1403/u.test(results.english);
console.log(isAsFound ? 'As found: the second month is missing in Persian alone.' : 'Changed.');
process.exit(isAsFound ? 0 : 1);
EOF
node_modules/node/bin/node range.mjs
