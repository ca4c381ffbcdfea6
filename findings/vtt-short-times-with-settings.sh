#!/usr/bin/env bash
# @plussub/srt-vtt-parser 2.0.5 lets a cue of WebVTT end minutes late when settings follow its time.
#
# Expected: times without hours, 00:04.500, are read as four and a half seconds, with settings behind them or without.
# Seen: with settings the end becomes four minutes (240000 ms); without, it is right, and so it is with hours.
# Why a newsroom cares: programs for subtitles write times without hours, and line:0 to keep words off a name on screen;
# captions then lie over one another, and a transcript cut by its times is wrong.
# Way round: write hours into every time before.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --ignore-scripts @plussub/srt-vtt-parser@2.0.5
cat > try.mjs <<'JS'
import { parse } from '@plussub/srt-vtt-parser';
for (const time of ['00:01.000 --> 00:04.500', '00:01.000 --> 00:04.500 line:0', '00:00:01.000 --> 00:00:04.500 line:0']) {
  console.log(time, JSON.stringify(parse(`WEBVTT\n\n${time}\nGood evening.\n`).entries));
}
JS
seen=$(node try.mjs)
echo "$seen"
expected=$(cat <<'TEXT'
00:01.000 --> 00:04.500 [{"id":"","from":1000,"to":4500,"text":"Good evening."}]
00:01.000 --> 00:04.500 line:0 [{"id":"","from":1000,"to":240000,"text":"Good evening."}]
00:00:01.000 --> 00:00:04.500 line:0 [{"id":"","from":1000,"to":4500,"text":"Good evening."}]
TEXT
)
[ "$seen" = "$expected" ] || { echo "This has changed; expected:"; echo "$expected"; exit 1; }
