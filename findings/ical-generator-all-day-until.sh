#!/usr/bin/env bash
# ical-generator 10.2.0 ends a series of whole days by a moment.
#
# Expected: the UNTIL of a rule has the type of DTSTART (RFC 5545, 3.3.10): a date for an event of whole days.
# Seen: UNTIL is a date with a time, beside a DTSTART that is a date.
# Why a newsroom cares: an open day on each Saturday of a term; programs are free to refuse such a rule, or to differ by a day.
# Way round: count the days (COUNT), or write the events one by one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --ignore-scripts ical-generator@10.2.0
cat > try.mjs <<'JS'
process.env.TZ = 'UTC';
const { default: ical } = await import('ical-generator');
const calendar = ical();
calendar.createEvent({
  id: '1',
  stamp: new Date('2026-01-01T00:00:00Z'),
  start: new Date('2026-03-07T00:00:00Z'),
  allDay: true,
  repeating: { freq: 'WEEKLY', until: new Date('2026-06-27T00:00:00Z') },
  summary: 'Open day',
});
console.log(calendar.toString().match(/^(?:DTSTART|RRULE).*$/gmu).join('\n'));
JS
seen=$(node try.mjs)
echo "$seen"
expected=$(cat <<'TEXT'
DTSTART;VALUE=DATE:20260307
RRULE:FREQ=WEEKLY;UNTIL=20260627T000000Z
TEXT
)
[ "$seen" = "$expected" ] || { echo "This has changed; expected:"; echo "$expected"; exit 1; }
