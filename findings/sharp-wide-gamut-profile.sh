#!/usr/bin/env bash
# sharp 0.35.5 clips Display P3 to sRGB when it is asked to write Display P3.
#
# Expected: a photo whose profile is Display P3, written with `withIccProfile('p3')`, keeps its colours: its green is
#   0 255 0 before and after.
# Seen: it comes out as 117 251 76, the green of sRGB in numbers of Display P3, under a profile that promises more. Only
#   `keepIccProfile()` keeps it.
# Why a newsroom cares: phones take photos in Display P3. Whoever asks for it by name gets wide files with narrow colours,
#   and nothing tells: the profile is there.
# Way round: `keepIccProfile()` where the photo has the profile already.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --ignore-scripts sharp@0.35.5
cat > try.mjs <<'JS'
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
const green = () => sharp({ create: { width: 4, height: 4, channels: 3, background: '#00ff00' } });
// sharp's own profile, put into a PNG whose numbers stay as they are.
const { icc } = await sharp(await green().withIccProfile('p3').png().toBuffer()).metadata();
const body = Buffer.concat([Buffer.from('iCCPp3\0\0', 'latin1'), deflateSync(icc)]);
const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
length.writeUInt32BE(body.length - 4);
sum.writeUInt32BE(crc32(body));
const png = await green().png().toBuffer();
const photo = Buffer.concat([png.subarray(0, 33), length, body, sum, png.subarray(33)]);
// Read without a conversion.
const first = async (bytes) => [...(await sharp(bytes).keepIccProfile().raw().toBuffer())].slice(0, 3).join(' ');
console.log('photo:', await first(photo));
console.log('keepIccProfile():', await first(await sharp(photo).keepIccProfile().png().toBuffer()));
console.log("withIccProfile('p3'):", await first(await sharp(photo).withIccProfile('p3').png().toBuffer()));
JS
seen=$(node try.mjs)
echo "$seen"
expected=$(cat <<'TEXT'
photo: 0 255 0
keepIccProfile(): 0 255 0
withIccProfile('p3'): 117 251 76
TEXT
)
[ "$seen" = "$expected" ] || { echo "This has changed; expected:"; echo "$expected"; exit 1; }
