#!/usr/bin/env bash
# luxon 3.7.2 mixes two calendars in one Persian date.
#
# Expected: toFormat in the locale fa-IR names day, month and year of one calendar, as Intl.DateTimeFormat does.
# Seen: the day and the year of the Gregorian calendar beside the name of a month of the Persian one.
# Why a newsroom cares: a date line that names a day that never was.
# Way round: write such dates by Intl.DateTimeFormat, or ask for the Gregorian calendar by name.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --ignore-scripts luxon@3.7.2
cat > try.mjs <<'JS'
import { DateTime } from 'luxon';
const day = DateTime.fromISO('2024-03-25', { zone: 'utc' });
console.log(day.setLocale('fa-IR').toFormat('d MMMM yyyy'));
console.log(new Intl.DateTimeFormat('fa-IR', { dateStyle: 'long', timeZone: 'UTC' }).format(day.toJSDate()));
JS
seen=$(node try.mjs)
echo "$seen"
expected=$(cat <<'TEXT'
۲۵ فروردین ۲۰۲۴
۶ فروردین ۱۴۰۳
TEXT
)
[ "$seen" = "$expected" ] || { echo "This has changed; expected:"; echo "$expected"; exit 1; }
