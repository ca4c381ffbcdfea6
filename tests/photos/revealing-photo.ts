/** A photo that tells everything that a camera and a picture desk can write into it, the private and the public. */

import { plain, type Rgb } from './pictures.ts';

/** Stands in every private field, so that one search through published bytes finds any of them. */
export const privateMark = 'PRIVATE-8841';

/** What the picture desk wants readers to know. The letters beyond ASCII are meant. */
export const published = {
  caption: 'Professor WANG Lì signs the agreement, 签署',
  alt: 'Two people at a table with papers',
  credit: 'USTB / LI Hua',
  creator: 'LI Hua',
  copyright: '© 2024 University of Science and Technology Beijing',
  takenAt: '2024-05-01T10:11:12',
};

/** 39.9904 N, 116.3526 E, as EXIF stores it: degrees, minutes, hundredths of seconds. */
const latitude = [39, 1, 59, 1, 2544, 100];
const longitude = [116, 1, 21, 1, 936, 100];

export interface Revealing {
  readonly orientation?: number;
  readonly colour?: Rgb;
  /** Which of the blocks that may hold the public texts are there; by default all. */
  readonly blocks?: readonly ('exif' | 'xmp' | 'iptc')[];
}

/** A JPEG with EXIF (position, serial numbers, thumbnail, maker note), XMP, IPTC, a comment and a trailer. */
export async function revealingJpeg({
  orientation = 1,
  colour = [180, 90, 60],
  blocks = ['exif', 'xmp', 'iptc'],
}: Revealing = {}): Promise<Buffer> {
  const picture = await plain(colour, 120, 80).jpeg({ quality: 95 }).toBuffer();
  const thumbnail = Buffer.concat([
    await plain(colour, 16, 12).jpeg().toBuffer(),
    Buffer.from(`thumbnail ${privateMark}`),
  ]);
  const has = (block: 'exif' | 'xmp' | 'iptc') => blocks.includes(block);
  return Buffer.concat([
    picture.subarray(0, 2),
    ...(has('exif') ? [segment(0xe1, Buffer.from('Exif\0\0', 'latin1'), exif(orientation, thumbnail))] : []),
    ...(has('xmp') ? [segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1'), xmp())] : []),
    ...(has('iptc') ? [segment(0xed, iptc())] : []),
    segment(0xfe, Buffer.from(`comment ${privateMark}`)),
    picture.subarray(2),
    // Phones append a short film or a second exposure behind the picture's end.
    Buffer.from(`trailer ${privateMark}`),
  ]);
}

function segment(marker: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

type Tag = readonly [tag: number, type: number, count: number, value: Buffer];

const ascii = (tag: number, text: string): Tag => {
  const value = Buffer.from(`${text}\0`, 'utf8');
  return [tag, 2, value.length, value];
};
const short = (tag: number, value: number): Tag => [tag, 3, 1, Buffer.from([value & 255, value >> 8, 0, 0])];
const long = (tag: number, value: number): Tag => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return [tag, 4, 1, bytes];
};
const rationals = (tag: number, numbers: readonly number[]): Tag => {
  const value = Buffer.alloc(numbers.length * 4);
  for (const [at, number] of numbers.entries()) value.writeUInt32LE(number, at * 4);
  return [tag, 5, numbers.length / 2, value];
};

/** A directory at an offset of the block; values that do not fit follow it. */
function directory(tags: readonly Tag[], at: number, next = 0): Buffer {
  const head = Buffer.alloc(2 + tags.length * 12 + 4);
  head.writeUInt16LE(tags.length, 0);
  const values: Buffer[] = [];
  let valueAt = at + head.length;
  for (const [index, [tag, type, count, value]] of tags.entries()) {
    const entry = 2 + index * 12;
    head.writeUInt16LE(tag, entry);
    head.writeUInt16LE(type, entry + 2);
    head.writeUInt32LE(count, entry + 4);
    if (value.length <= 4) {
      value.copy(head, entry + 8);
    } else {
      head.writeUInt32LE(valueAt, entry + 8);
      values.push(value);
      valueAt += value.length;
    }
  }
  head.writeUInt32LE(next, head.length - 4);
  return Buffer.concat([head, ...values]);
}

function exif(orientation: number, thumbnail: Buffer): Buffer {
  const camera = [
    ascii(0x9003, '2024:05:01 10:11:12'),
    [0x927c, 7, privateMark.length, Buffer.from(privateMark)] satisfies Tag,
    ascii(0xa430, `owner ${privateMark}`),
    ascii(0xa431, `body ${privateMark}`),
    ascii(0xa435, `lens ${privateMark}`),
  ];
  const position = [
    ascii(1, 'N'),
    rationals(2, latitude),
    ascii(3, 'E'),
    rationals(4, longitude),
    ascii(27, privateMark),
  ];
  const main = (cameraAt: number, positionAt: number) => [
    ascii(0x010e, 'OLYMPUS DIGITAL CAMERA'),
    ascii(0x010f, 'Camera'),
    short(0x0112, orientation),
    ascii(0x0131, `software ${privateMark}`),
    ascii(0x013b, published.creator),
    ascii(0x8298, published.copyright),
    long(0x8769, cameraAt),
    long(0x8825, positionAt),
  ];
  const mainAt = 8;
  const cameraAt = mainAt + directory(main(0, 0), mainAt).length;
  const positionAt = cameraAt + directory(camera, cameraAt).length;
  const smallAt = positionAt + directory(position, positionAt).length;
  const small = (thumbnailAt: number) => [
    short(0x0103, 6),
    long(0x0201, thumbnailAt),
    long(0x0202, thumbnail.length),
  ];
  const thumbnailAt = smallAt + directory(small(0), smallAt).length;
  return Buffer.concat([
    Buffer.from([0x49, 0x49, 42, 0, mainAt, 0, 0, 0]),
    directory(main(cameraAt, positionAt), mainAt, smallAt),
    directory(camera, cameraAt),
    directory(position, positionAt),
    directory(small(thumbnailAt), smallAt),
    thumbnail,
  ]);
}

function xmp(): Buffer {
  const alternative = (name: string, text: string) =>
    `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${text}</rdf:li><rdf:li xml:lang="de">anders</rdf:li></rdf:Alt></${name}>`;
  return Buffer.from(
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">' +
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""' +
      ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"' +
      ' xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/"' +
      ' xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"' +
      ` exif:GPSLatitude="39,59.424N" exif:GPSLongitude="116,21.156E" aux:SerialNumber="serial ${privateMark}"` +
      ` photoshop:Credit="${published.credit}" photoshop:City="city ${privateMark}">` +
      alternative('dc:description', published.caption) +
      alternative('dc:rights', published.copyright) +
      alternative('Iptc4xmpCore:AltTextAccessibility', published.alt) +
      `<dc:creator><rdf:Seq><rdf:li>${published.creator}</rdf:li></rdf:Seq></dc:creator>` +
      '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
  );
}

function iptc(): Buffer {
  const dataset = (record: number, number: number, value: Buffer) => {
    const head = Buffer.from([0x1c, record, number, 0, 0]);
    head.writeUInt16BE(value.length, 3);
    return Buffer.concat([head, value]);
  };
  const text = (number: number, value: string) => dataset(2, number, Buffer.from(value, 'utf8'));
  const data = Buffer.concat([
    // The letters are UTF-8.
    dataset(1, 90, Buffer.from([0x1b, 0x25, 0x47])),
    text(80, published.creator),
    text(90, `city ${privateMark}`),
    text(110, published.credit),
    text(116, published.copyright),
    text(120, published.caption),
  ]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  return Buffer.concat([
    Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0', 'latin1'),
    size,
    data,
    ...(data.length % 2 === 1 ? [Buffer.alloc(1)] : []),
  ]);
}
