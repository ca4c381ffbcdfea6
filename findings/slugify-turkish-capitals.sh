#!/usr/bin/env bash
# @sindresorhus/slugify 3.0.1 drops the capital I of Turkish and Azerbaijani words when it is told their locale.
#
# Expected: slugify('Isparta', { locale: 'tr' }) is "isparta", as without the option and as for the small letter ı.
# Seen: "sparta". Letters are made Latin first (İ becomes I), then small ones by the locale (I becomes ı), and what is no a to z is
#   left out then: İstanbul is "stanbul", DIYARBAKIR "d-yarbak-r". The small ı of "ıldız" came before that and is kept.
# Why a newsroom cares: the option is what spells ö as o in Turkish, and cities lose their first letter in addresses for it.
# Way round: no locale; ä, ö and ü by customReplacements.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --ignore-scripts @sindresorhus/slugify@3.0.1 @sindresorhus/transliterate@2.3.1
cat > try.mjs <<'JS'
import slugify from '@sindresorhus/slugify';
for (const name of ['Isparta', 'İstanbul', 'DIYARBAKIR', 'ıldız'])
  console.log(slugify(name), slugify(name, { locale: 'tr' }), slugify(name, { locale: 'az' }));
JS
seen=$(node try.mjs)
echo "$seen"
expected=$(cat <<'TEXT'
isparta sparta sparta
istanbul stanbul stanbul
diyarbakir d-yarbak-r d-yarbak-r
ildiz ildiz ildiz
TEXT
)
[ "$seen" = "$expected" ] || { echo "This has changed; expected:"; echo "$expected"; exit 1; }
