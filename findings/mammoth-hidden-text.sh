#!/usr/bin/env bash
# mammoth 1.13.0 turns text that Word hides into text that everyone sees.
#
# Expected: a run that is marked as hidden (w:vanish, Word's "Hidden" in the dialog for fonts) is left out, as it is on
# screen, in print and in what Word itself exports; or a message tells of it.
# Seen: the words stand in the HTML like any others, and there is no message.
# Why a newsroom cares: press officers hide remarks and embargo notes in a draft; an import must not publish them.
# Way round: take such runs out of word/document.xml before (and those of styles that hide).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --ignore-scripts mammoth@1.13.0 jszip@3.10.2
cat > try.mjs <<'JS'
import JSZip from 'jszip';
import mammoth from 'mammoth';
const zip = new JSZip();
const office = 'http://schemas.openxmlformats.org';
zip.file('[Content_Types].xml', `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`);
zip.file('_rels/.rels', `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`);
zip.file('word/document.xml', `<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body><w:p>
  <w:r><w:t xml:space="preserve">The prize goes to Dr. Li. </w:t></w:r>
  <w:r><w:rPr><w:vanish/></w:rPr><w:t>Not before Friday!</w:t></w:r></w:p></w:body></w:document>`);
const { value, messages } = await mammoth.convertToHtml({ buffer: await zip.generateAsync({ type: 'nodebuffer' }) });
console.log(value, messages.length, 'messages');
JS
seen=$(node try.mjs)
echo "$seen"
expected=$(cat <<'TEXT'
<p>The prize goes to Dr. Li. Not before Friday!</p> 0 messages
TEXT
)
[ "$seen" = "$expected" ] || { echo "This has changed; expected:"; echo "$expected"; exit 1; }
