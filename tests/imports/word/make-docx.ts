/** A Word file as Word writes it: styles, pictures as drawings, captions below, footnotes, a page header, comments. */

import JSZip from 'jszip';

export type Part =
  | {
      readonly style?: string;
      readonly text: string;
      readonly isCentred?: boolean;
      readonly isBold?: boolean;
      readonly footnote?: number;
    }
  | { readonly picture: string; readonly alt?: string };

export interface DocxContent {
  readonly parts: readonly Part[];
  readonly pictures?: Readonly<Record<string, Uint8Array>>;
  readonly footnotes?: readonly string[];
  readonly header?: string;
  readonly comment?: string;
  readonly deleted?: string;
  /** Further entries of the archive, or others in place of those that are made. */
  readonly entries?: Readonly<Record<string, string | Uint8Array>>;
}

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export async function makeDocx(content: DocxContent): Promise<Buffer> {
  const { parts, pictures = {}, footnotes = [], header, comment, deleted, entries = {} } = content;
  const zip = new JSZip();
  const names = Object.keys(pictures);
  zip.file(
    '[Content_Types].xml',
    `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="jpg" ContentType="image/jpeg"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/><Override PartName="/word/footnotes.xml" ContentType="${word}.footnotes+xml"/></Types>`,
  );
  zip.file(
    '_rels/.rels',
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  const relations = [
    `<Relationship Id="rIdStyles" Type="${office}/styles" Target="styles.xml"/>`,
    `<Relationship Id="rIdNotes" Type="${office}/footnotes" Target="footnotes.xml"/>`,
    ...names.map(
      (name, index) =>
        `<Relationship Id="rIdPicture${index}" Type="${office}/image" Target="media/${name}"/>`,
    ),
  ];
  zip.file(
    'word/_rels/document.xml.rels',
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
  );
  zip.file(
    'word/styles.xml',
    `${head}<w:styles ${namespaces}>${['Title', 'Heading1', 'Heading2', 'Caption', 'Quote'].map((id) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id === 'Caption' ? 'caption' : id.replace(/(\d)/u, ' $1').replace('Heading', 'heading')}"/></w:style>`).join('')}</w:styles>`,
  );
  zip.file(
    'word/footnotes.xml',
    `${head}<w:footnotes ${namespaces}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>${footnotes.map((text, index) => `<w:footnote w:id="${index + 1}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> ${xml(text)}</w:t></w:r></w:p></w:footnote>`).join('')}</w:footnotes>`,
  );
  for (const [name, bytes] of Object.entries(pictures)) zip.file(`word/media/${name}`, bytes);
  if (header !== undefined)
    zip.file(
      'word/header1.xml',
      `${head}<w:hdr ${namespaces}><w:p><w:r><w:t>${xml(header)}</w:t></w:r></w:p></w:hdr>`,
    );
  if (comment !== undefined)
    zip.file(
      'word/comments.xml',
      `${head}<w:comments ${namespaces}><w:comment w:id="0" w:author="A"><w:p><w:r><w:t>${xml(comment)}</w:t></w:r></w:p></w:comment></w:comments>`,
    );
  const body = parts.map((part) => paragraph(part, names)).join('');
  const struck =
    deleted === undefined
      ? ''
      : `<w:p><w:del w:id="9" w:author="A"><w:r><w:delText>${xml(deleted)}</w:delText></w:r></w:del></w:p>`;
  zip.file(
    'word/document.xml',
    `${head}<w:document ${namespaces}><w:body>${body}${struck}<w:sectPr/></w:body></w:document>`,
  );
  for (const [name, text] of Object.entries(entries)) zip.file(name, text, { createFolders: false });
  return await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

function paragraph(part: Part, pictures: readonly string[]): string {
  if ('picture' in part) {
    const index = pictures.indexOf(part.picture);
    return `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="5274310" cy="3516207"/><wp:docPr id="${index + 1}" name="Picture ${index + 1}"${part.alt === undefined ? '' : ` descr="${xml(part.alt)}"`}/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="${part.picture}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdPicture${index}"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
  }
  const style = part.style === undefined ? '' : `<w:pStyle w:val="${part.style}"/>`;
  const centre = part.isCentred === true ? '<w:jc w:val="center"/>' : '';
  const note = part.footnote === undefined ? '' : `<w:r><w:footnoteReference w:id="${part.footnote}"/></w:r>`;
  return `<w:p><w:pPr>${style}${centre}</w:pPr><w:r>${part.isBold === true ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${xml(part.text)}</w:t></w:r>${note}</w:p>`;
}

function xml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
