#!/usr/bin/env bash
# node-ical 0.26.1 cuts a category in two at a comma that belongs to it.
#
# Expected: a comma behind a backslash is part of the value (RFC 5545, 3.3.11), as node-ical reads it in SUMMARY: two categories.
# Seen: three, one of which ends in a backslash.
# Why a newsroom cares: faculties are called "Arts, Design and Media"; a campus calendar that collects feeds lists halves.
# Way round: no commas in the names of categories.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --ignore-scripts node-ical@0.26.1
cat > try.mjs <<'JS'
import ical from 'node-ical';
const [event] = Object.values(ical.sync.parseICS([
  'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//EN', 'BEGIN:VEVENT', 'UID:1', 'DTSTAMP:20260101T000000Z',
  'DTSTART:20260320T180000Z', 'SUMMARY:Talk\\, then tea', 'CATEGORIES:Arts\\, Design and Media,Lecture', 'END:VEVENT', 'END:VCALENDAR', '',
].join('\r\n'))).filter(({ type }) => type === 'VEVENT');
console.log(event.summary, JSON.stringify(event.categories));
JS
seen=$(node try.mjs)
echo "$seen"
expected=$(cat <<'TEXT'
Talk, then tea ["Arts\\","Design and Media","Lecture"]
TEXT
)
[ "$seen" = "$expected" ] || { echo "This has changed; expected:"; echo "$expected"; exit 1; }
