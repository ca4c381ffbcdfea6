#!/usr/bin/env bash
# exifr 7.1.3 cannot read what sharp 0.35.5 writes into AVIF.
#
# Expected: the copyright line that sharp puts into an AVIF is read like that of a JPEG.
# Seen: exifr reads the JPEG and the PNG, and calls the AVIF's block malformed, though sharp itself finds it.
# Why a newsroom cares: whoever checks with it that credits survived publishing would be told that they did not.
# Way round: check renditions with exiftool, or with sharp's own metadata().
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --ignore-scripts exifr@7.1.3 sharp@0.35.5
cat > try.mjs <<'JS'
import exifr from 'exifr';
import sharp from 'sharp';
const picture = sharp({ create: { width: 40, height: 20, channels: 3, background: '#888' } });
for (const format of ['jpeg', 'png', 'avif']) {
  const bytes = await picture.clone().withExif({ IFD0: { Copyright: 'The newsroom' } }).toFormat(format).toBuffer();
  const read = await exifr.parse(bytes).catch(() => undefined);
  const { exif } = await sharp(bytes).metadata();
  console.log(format, 'has it:', exif?.includes('The newsroom') === true, 'exifr reads:', read?.Copyright ?? 'nothing');
}
JS
seen=$(node try.mjs)
echo "$seen"
expected=$(cat <<'TEXT'
jpeg has it: true exifr reads: The newsroom
png has it: true exifr reads: The newsroom
avif has it: true exifr reads: nothing
TEXT
)
[ "$seen" = "$expected" ] || { echo "This has changed; expected:"; echo "$expected"; exit 1; }
