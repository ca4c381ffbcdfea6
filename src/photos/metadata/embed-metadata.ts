/**
 * What goes back into published photos: caption, credit, creator, copyright and where they come from, as XMP in every format and as
 * EXIF in JPEG. Nothing else of the source's metadata ever does; sharp strips it because it is not asked to keep it.
 */

import type { Sharp } from 'sharp';
import { escapeXml } from '../../text/xml.ts';
import type { PhotoMetadata, SignedOriginal } from '../photo.ts';
import { sourceAddress } from '../provenance/source-type.ts';
import type { PhotoFormat } from '../recognize-format.ts';

export function embedMetadata(pipeline: Sharp, metadata: PhotoMetadata, format: PhotoFormat): Sharp {
  const xmp = xmpPacket(metadata);
  if (xmp === undefined) return pipeline;
  const exif = exifTags(metadata);
  const withXmp = pipeline.withXmp(xmp);
  // EXIF costs 300 bytes and says nothing that XMP does not: only JPEGs are opened by programs that know no XMP.
  return format === 'jpeg' && Object.keys(exif).length > 0 ? withXmp.withExif({ IFD0: exif }) : withXmp;
}

/** EXIF's texts are ASCII: others would be stored as question marks and are left to XMP. */
function exifTags({ caption, creator, copyright }: PhotoMetadata): Record<string, string> {
  const tags: Record<string, string | undefined> = {
    ImageDescription: caption,
    Artist: creator,
    Copyright: copyright?.replaceAll('©', '(C)'),
  };
  const ascii: Record<string, string> = {};
  for (const [tag, text] of Object.entries(tags)) {
    if (text !== undefined && /^[\x20-\x7e]+$/.test(text)) ascii[tag] = text;
  }
  return ascii;
}

/** Nothing when there is nothing to tell. Fits into a segment of a JPEG, 64 kB, whatever the texts. */
export function xmpPacket({
  caption,
  credit,
  creator,
  copyright,
  sourceType,
  madeFrom,
}: PhotoMetadata): string | undefined {
  const elements = [
    byLanguage('dc:description', caption, MAX_LENGTH.caption),
    creator === undefined
      ? ''
      : `<dc:creator><rdf:Seq><rdf:li>${cutXml(creator)}</rdf:li></rdf:Seq></dc:creator>`,
    byLanguage('dc:rights', copyright),
    sourceType === undefined
      ? ''
      : `<Iptc4xmpExt:DigitalSourceType>${sourceAddress(sourceType)}</Iptc4xmpExt:DigitalSourceType>`,
    credit === undefined ? '' : `<photoshop:Credit>${cutXml(credit)}</photoshop:Credit>`,
    madeFrom === undefined ? '' : originalElements(madeFrom),
  ].join('');
  if (elements === '') return undefined;
  return (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"' +
    `${credit === undefined ? '' : ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"'}` +
    `${sourceType === undefined ? '' : ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"'}` +
    `${madeFrom === undefined ? '' : ' xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:stRef="http://ns.adobe.com/xap/1.0/sType/ResourceRef#"'}>${elements}` +
    '</rdf:Description></rdf:RDF></x:xmpmeta>'
  );
}

/** Which signed file the picture was made from: its manifest covers every byte, and cannot come along. */
function originalElements({ manifest, instanceId }: SignedOriginal): string {
  const source = manifest === undefined ? '' : `<dc:source>${cutXml(manifest)}</dc:source>`;
  return instanceId === undefined
    ? source
    : `${source}<xmpMM:DerivedFrom rdf:parseType="Resource"><stRef:instanceID>${cutXml(instanceId)}</stRef:instanceID></xmpMM:DerivedFrom>`;
}

function byLanguage(name: string, text: string | undefined, most?: number): string {
  if (text === undefined) return '';
  return `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${cutXml(text, most)}</rdf:li></rdf:Alt></${name}>`;
}

/** Five thousand letters of a caption fill half a segment at worst, and three of these the rest. */
const MAX_LENGTH = { caption: 5000, other: 1500 };

function cutXml(text: string, most = MAX_LENGTH.other): string {
  return escapeXml(text.slice(0, most).replace(/\p{Surrogate}$/u, ''));
}
