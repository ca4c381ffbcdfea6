#!/usr/bin/env bash
# subsrt-ts 2.1.2 passes over subtitles that have a place, and knows no WebVTT file with a title.
#
# Expected: coordinates behind the time of an SRT cue (X1:… Y2:…), which programs for subtitles write, may be ignored, but
# not the cue; and "WEBVTT - Interview" is the first line that the standard shows in its first examples.
# Seen: the cue is missing, without an error; the WebVTT file is "not a subtitle format".
# Why a newsroom cares: captions are the text of a film for those who cannot hear it; a lost line is lost for them alone.
# Way round: cut off what follows the times, and the title, before.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --ignore-scripts subsrt-ts@2.1.2
cat > try.mjs <<'JS'
import { parse } from 'subsrt-ts';
const cues = (text) => {
  try {
    return JSON.stringify(parse(text).filter(({ type }) => type === 'caption').map(({ text }) => text.trim()));
  } catch (error) {
    return error.message;
  }
};
console.log(cues('1\n00:00:01,000 --> 00:00:02,000\nOne\n\n2\n00:00:03,000 --> 00:00:04,000 X1:100 X2:600 Y1:50 Y2:100\nTwo\n\n3\n00:00:05,000 --> 00:00:06,000\nThree\n'));
console.log(cues('WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nOne\n'));
console.log(cues('WEBVTT - Interview\n\n00:00:01.000 --> 00:00:02.000\nOne\n'));
JS
seen=$(node try.mjs)
echo "$seen"
expected=$(cat <<'TEXT'
["One","Three"]
["One"]
Cannot determine subtitle format
TEXT
)
[ "$seen" = "$expected" ] || { echo "This has changed; expected:"; echo "$expected"; exit 1; }
