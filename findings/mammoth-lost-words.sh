#!/usr/bin/env bash
# mammoth 1.13.0 drops the words themselves where Word wraps them for their reading or their direction.
#
# Expected: of a phonetic guide (w:ruby) the characters stay, with or without their reading; of an embedding (w:dir) and
# an override (w:bdo) of direction, which Word writes for text of the other direction, the text stays.
# Seen: all of it is gone, names included. A message names the element, not the words.
# Why a newsroom cares: readings stand over rare names in Chinese and Japanese stories; Hebrew or Arabic names in Latin text
# come with a direction when they are pasted.
# Way round: replace these elements by what they hold before mammoth reads the file.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --ignore-scripts mammoth@1.13.0 jszip@3.10.2
cat > try.mjs <<'JS'
import JSZip from 'jszip';
import mammoth from 'mammoth';
const office = 'http://schemas.openxmlformats.org';
async function html(paragraph) {
  const zip = new JSZip();
  zip.file('[Content_Types].xml', `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`);
  zip.file('_rels/.rels', `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`);
  zip.file('word/document.xml', `<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body><w:p>${paragraph}</w:p></w:body></w:document>`);
  const { value, messages } = await mammoth.convertToHtml({ buffer: await zip.generateAsync({ type: 'nodebuffer' }) });
  return `${value} | ${messages.map(({ message }) => message).join(' ')}`;
}
const run = (text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
console.log(await html(`${run('校长')}<w:r><w:ruby><w:rt>${run('Qiú')}</w:rt><w:rubyBase>${run('仇')}</w:rubyBase></w:ruby></w:r>${run('致辞')}`));
console.log(await html(`${run('Guests: ')}<w:dir w:val="rtl">${run('שירה')}</w:dir>${run(' and Ann')}`));
console.log(await html(`${run('Guests: ')}<w:bdo w:val="rtl">${run('שירה')}</w:bdo>${run(' and Ann')}`));
JS
seen=$(node try.mjs)
echo "$seen"
expected=$(cat <<'TEXT'
<p>校长致辞</p> | An unrecognised element was ignored: w:ruby
<p>Guests:  and Ann</p> | An unrecognised element was ignored: w:dir
<p>Guests:  and Ann</p> | An unrecognised element was ignored: w:bdo
TEXT
)
[ "$seen" = "$expected" ] || { echo "This has changed; expected:"; echo "$expected"; exit 1; }
