/** Texts of photos as pens of other programs left them: the right letters or none, never wrong ones. */

import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { describePhoto } from '../../../src/photos/describe-photo.ts';
import { decodeText } from '../../../src/photos/metadata/decode-text.ts';
import { decodeWindowsText, exifTexts, exifTextTags } from '../../../src/photos/metadata/exif-texts.ts';
import { xmpPackets } from '../../../src/photos/metadata/xmp-packets.ts';
import { xmpTexts } from '../../../src/photos/metadata/xmp-texts.ts';
import { textsInLanguage } from '../../../src/photos/texts-in-language.ts';

/** GB 2312 of a few texts, by an encoder that Node does not have. */
const gbk = {
  北京科技大学: [0xb1, 0xb1, 0xbe, 0xa9, 0xbf, 0xc6, 0xbc, 0xbc, 0xb4, 0xf3, 0xd1, 0xa7],
  李华: [0xc0, 0xee, 0xbb, 0xaa],
  '新华社 2024': [0xd0, 0xc2, 0xbb, 0xaa, 0xc9, 0xe7, 0x20, 0x32, 0x30, 0x32, 0x34],
} as const;

describe('bytes without the name of their encoding', () => {
  test.each(Object.entries(gbk))('are GBK: %s', (text, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toBe(text);
  });

  test.each(['Jörg Müller', 'Photo: José Nuñez', 'été à Genève', 'Århus © Søren'])(
    'are Latin-1: %s',
    (text) => {
      expect(decodeText(Buffer.from(text, 'latin1'))).toBe(text);
    },
  );

  test.each(['Müller 北京', 'Plain text', 'Žižek'])('are UTF-8: %s', (text) => {
    expect(decodeText(Buffer.from(text))).toBe(text);
    expect(decodeText(Buffer.concat([Buffer.from(text), Buffer.from([0, 0x41])]))).toBe(text);
  });

  test.each([
    ['Korean (EUC-KR)', [0xc7, 0xd1, 0xb1, 0xb9, 0xb4, 0xeb, 0xc7, 0xd0]],
    ['Cyrillic (Windows-1251)', [0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0]],
    ['Shift JIS', [0x93, 0xfa, 0x96, 0x7b]],
    ['half a pair', [0xb1, 0xb1, 0xbe]],
    ['noise', [0xff, 0xfe, 0x41, 0x80]],
    ['a character that was lost before', [...Buffer.from('M\uFFFDller')]],
  ])('are left out where nothing is certain: %s', (_, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toBeUndefined();
  });
});

/** A JPEG whose EXIF says these bytes. */
async function withExif(description: Buffer): Promise<Buffer> {
  const count = Buffer.from(description.length.toString(16).padStart(8, '0'), 'hex');
  const head = Buffer.from('4d4d002a00000008' + '0001' + '010e0002', 'hex');
  const rest = Buffer.from('0000001a' + '00000000', 'hex');
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), head, count, rest, description]);
  const plain = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#456' } })
    .jpeg()
    .toBuffer();
  const marker = Buffer.from([0xff, 0xe1, 0, 0]);
  marker.writeUInt16BE(exif.length + 2, 2);
  return Buffer.concat([plain.subarray(0, 2), marker, exif, plain.subarray(2)]);
}

test('a caption in a photo’s EXIF is GBK, or is not taken', async () => {
  const captionOf = async (bytes: readonly number[]) => {
    const described = await describePhoto(await withExif(Buffer.from(bytes)));
    return described.ok ? described.value.metadata.caption : described;
  };
  expect(await captionOf([...gbk.北京科技大学, 0])).toBe('北京科技大学');
  expect(await captionOf([0xc7, 0xd1, 0xb1, 0xb9, 0xb4, 0xeb, 0])).toBeUndefined();
  expect(await captionOf([...Buffer.from('A caption'), 0])).toBe('A caption');
});

test('EXIF that is cut or lies about its lengths gives no text and no error', async () => {
  const whole = await withExif(Buffer.from('A caption\0'));
  const exif = whole.subarray(6, 6 + 60);
  for (let length = 0; length < exif.length; length += 1) {
    const found = exifTexts(exif.subarray(0, length)).get(exifTextTags.imageDescription);
    if (found !== undefined) expect(found.toString()).toBe('A caption\0');
  }
});

test('what Windows Explorer writes is UTF-16, up to its end', () => {
  expect(decodeWindowsText(Buffer.from('李华的照片\0', 'utf16le'))).toBe('李华的照片');
  expect(decodeWindowsText(Buffer.from([0x00, 0xd8, 0x41, 0x00]))).toBeUndefined();
});

const packet = (inner: string) =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description rdf:about="" photoshop:Credit="007">${inner}</rdf:Description></rdf:RDF></x:xmpmeta>`;
const alt = (...texts: readonly (readonly [string, string])[]) =>
  `<dc:description><rdf:Alt>${texts.map(([lang, text]) => `<rdf:li xml:lang="${lang}">${text}</rdf:li>`).join('')}</rdf:Alt></dc:description>`;
const described = (inner: string) =>
  xmpTexts(packet(inner))
    .get('dc:description')
    ?.map(({ text }) => text);

describe('XMP', () => {
  test.each([
    ['2026.10', '2026.10'],
    ['007', '007'],
    ['1e3', '1e3'],
    ['true', 'true'],
    ['<![CDATA[Research & rescue <b>]]>', 'Research & rescue <b>'],
    ['<![CDATA[AT&amp;T]]>', 'AT&amp;T'],
    ['Research &amp; rescue', 'Research & rescue'],
    ['&#x5317;&#20140;', '北京'],
    ['A <![CDATA[&]]>', 'A &'],
    ['Before <![CDATA[<b> & in]]> after<![CDATA[!]]>', 'Before <b> & in after!'],
    ['Write &amp;amp; for &amp;', 'Write &amp; for &'],
  ])('comes out as it was typed: %s', (typed, text) => {
    expect(described(alt(['x-default', typed]))).toEqual([text]);
    expect(described(`<dc:description>${typed}</dc:description>`)).toEqual([text]);
  });

  test('may call its namespaces as it likes, and give a value qualifiers', () => {
    const other = packet(alt(['x-default', 'rdf:li and x:y="z"']))
      .replaceAll(/(<\/?|\s)rdf:/gu, '$1r:')
      .replaceAll(/(<\/?)x:/gu, '$1meta:')
      .replace('xmlns:x=', 'xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:meta=');
    expect(xmpTexts(other).get('dc:description')).toEqual([
      { text: 'rdf:li and x:y="z"', lang: 'x-default' },
    ]);
    const qualified = packet('<dc:rights rdf:parseType="Resource"><rdf:value>LI Hua</rdf:value></dc:rights>');
    expect(xmpTexts(qualified).get('dc:rights')).toEqual([{ text: 'LI Hua', lang: undefined }]);
  });

  test.each(['utf16le', 'utf16be', 'utf8'] as const)(
    'is read in %s, with a mark of its order or none',
    (name) => {
      const inOrder = (text: string) =>
        name === 'utf8'
          ? Buffer.from(text)
          : name === 'utf16le'
            ? Buffer.from(text, name)
            : Buffer.from(text, 'utf16le').swap16();
      for (const mark of ['\uFEFF', '']) {
        const [read = ''] = xmpPackets(Buffer.alloc(0), inOrder(mark + packet(alt(['x-default', '北京']))));
        expect(xmpTexts(read).get('dc:description')?.[0]?.text).toBe('北京');
      }
    },
  );

  test('goes on in further segments of a JPEG, and does without what is missing of them', () => {
    const guid = '0123456789ABCDEF'.repeat(2);
    const main = packet(`<xmpNote:HasExtendedXMP>${guid}</xmpNote:HasExtendedXMP>`);
    const extension = Buffer.from(packet(alt(['x-default', '北京'])));
    const part = (start: number, end: number) => {
      const numbers = Buffer.alloc(8);
      numbers.writeUInt32BE(extension.length, 0);
      numbers.writeUInt32BE(start, 4);
      const name = Buffer.from(`http://ns.adobe.com/xmp/extension/\0${guid}`, 'latin1');
      const body = Buffer.concat([name, numbers, extension.subarray(start, end)]);
      return Buffer.concat([
        Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255]),
        body,
      ]);
    };
    const start = Buffer.from([0xff, 0xd8]);
    const whole = Buffer.concat([
      start,
      part(100, extension.length),
      part(0, 100),
      Buffer.from([0xff, 0xda, 0, 2]),
    ]);
    expect(xmpPackets(whole, Buffer.from(main))).toEqual([extension.toString(), main]);
    for (let length = 0; length < whole.length - 4; length += 7)
      expect(xmpPackets(whole.subarray(0, length), Buffer.from(main))).toEqual([main]);
    expect(xmpPackets(whole, Buffer.from(packet('')))).toEqual([packet('')]);
  });

  test('has attributes for short texts, and nothing that was decoded wrongly', () => {
    expect(xmpTexts(packet('')).get('photoshop:Credit')).toEqual([{ text: '007', lang: undefined }]);
    expect(described(alt(['x-default', 'M\uFFFDller']))).toBeUndefined();
  });

  test.each(['', '<', '<x:xmpmeta>', packet('<dc:description>'), '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])(
    'that is broken says nothing: %s',
    (text) => expect(xmpTexts(text).get('dc:description')).toBeUndefined(),
  );

  test('takes no longer for being hostile', () => {
    const started = performance.now();
    for (const unit of ['<![CDATA[', ' a:', '<a:', ' a:b =', ' xmlns:a="', "xmlns:a='b'", 'HasExtendedXMP  '])
      xmpTexts(packet(unit.repeat(1_500_000 / unit.length)));
    // Milliseconds; minutes where each opening looks for its end.
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('gives a story the text of its language, then that of none', async () => {
    const xmp = packet(alt(['zh-CN', '中文说明'], ['x-default', 'For all'], ['de', 'Deutsch']));
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#456' } })
      .withXmp(xmp)
      .jpeg()
      .toBuffer();
    const found = await describePhoto(bytes);
    if (!found.ok) throw new Error(found.fault.kind);
    const { metadata } = found.value;
    expect(metadata.caption).toBe('For all');
    expect(
      ['zh', 'zh-CN', 'de', 'de-AT', 'fr', 'en'].map((lang) => textsInLanguage(metadata, lang).caption),
    ).toEqual(['中文说明', '中文说明', 'Deutsch', 'Deutsch', 'For all', 'For all']);
  });
});
