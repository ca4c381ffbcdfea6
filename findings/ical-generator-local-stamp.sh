#!/usr/bin/env bash
# ical-generator 10.2.0 writes DTSTAMP in local time when a calendar has a time zone.
#
# Expected: DTSTAMP and the UNTIL of a rule in UTC, with a Z at the end, always (RFC 5545, 3.8.7.2 and 3.3.10).
# Seen: with a zone of the calendar both are written without Z, as the clock of the machine that builds shows them: two
# machines in two zones write two files for one event.
# Why a newsroom cares: the stamp says which of two invitations is newer; a calendar may keep the old time of a lecture
# that was moved.
# Way round: give the zone to each event, none to the calendar.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --ignore-scripts ical-generator@10.2.0
cat > try.mjs <<'JS'
process.env.TZ = 'Asia/Shanghai';
const { default: ical } = await import('ical-generator');
for (const timezone of [null, 'Europe/Berlin']) {
  const calendar = ical({ timezone });
  calendar.createEvent({
    id: '1',
    stamp: new Date('2026-01-01T00:00:00Z'),
    start: new Date('2026-03-20T00:30:00Z'),
    repeating: { freq: 'WEEKLY', until: new Date('2026-06-01T00:00:00Z') },
    summary: 'Lecture',
  });
  console.log(String(timezone), calendar.toString().match(/^(?:DTSTAMP|DTSTART|RRULE).*$/gmu).join(' '));
}
JS
seen=$(node try.mjs)
echo "$seen"
expected=$(cat <<'TEXT'
null DTSTAMP:20260101T000000Z DTSTART:20260320T003000Z RRULE:FREQ=WEEKLY;UNTIL=20260601T000000Z
Europe/Berlin DTSTAMP:20260101T080000 DTSTART:20260320T083000 RRULE:FREQ=WEEKLY;UNTIL=20260601T080000
TEXT
)
[ "$seen" = "$expected" ] || { echo "This has changed; expected:"; echo "$expected"; exit 1; }
