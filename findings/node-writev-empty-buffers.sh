#!/usr/bin/env bash
# Node 22.12 stops writing where a thousand empty buffers follow one another, and raises no error.
#
# Expected: fs.writevSync and fs.writev write all that they are given, or raise an error.
# Seen: from 1,024 empty buffers on, what stands behind them is not written. The number that is returned tells, for those
# who compare it; a stream that gathers its writes does write all.
# Why a newsroom cares: a cache that keeps "nothing was found" as an empty value for each story lost all of it at 1,024
# stories, and each check read everything anew.
# Way round: leave empty buffers out.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent node@22.12.0
cat > try.mjs <<'JS'
import { openSync, writevSync } from 'node:fs';
const file = openSync('written', 'w');
for (const count of [1022, 1023, 1024]) {
  const empty = Array.from({ length: count }, () => Buffer.alloc(0));
  console.log(count, writevSync(file, [...empty, Buffer.from('story')]), 'of 5 bytes');
}
JS
seen=$(./node_modules/node/bin/node try.mjs)
echo "$seen"
expected=$(cat <<'TEXT'
1022 5 of 5 bytes
1023 5 of 5 bytes
1024 0 of 5 bytes
TEXT
)
[ "$seen" = "$expected" ] || { echo "This has changed; expected:"; echo "$expected"; exit 1; }
