/**
 * Texts of an XMP packet as they were typed: `007` and `2026.10` are texts and no numbers, CDATA is what it holds, and
 * each language keeps its name. Never throws.
 */

import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { sound } from './decode-text.ts';
import { plainText } from './plain-text.ts';

export interface XmpText {
  readonly text: string;
  /** As `xml:lang` says it; `x-default` for the text of no language. */
  readonly lang: string | undefined;
}

/** By the names that the standard's own examples use: `dc:description`. */
export type XmpTexts = ReadonlyMap<string, readonly XmpText[]>;

/** Thumbnails and edit histories may be in it; what is larger is no description. */
const maximumLength = 2_000_000;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  trimValues: false,
});

const node = z.record(z.string(), z.unknown());
const itemSchema = z.union([
  z.string().transform((text) => ({ text, lang: undefined })),
  z
    .looseObject({
      '#text': z.string().optional(),
      '@xml:lang': z.string().optional(),
      // A value that has qualifiers stands beside them.
      'rdf:value': z.string().optional(),
      // Terms may be written as addresses of their own.
      '@rdf:resource': z.string().optional(),
    })
    .transform((item) => ({
      text: item['rdf:value'] ?? item['#text'] ?? item['@rdf:resource'] ?? '',
      lang: item['@xml:lang'],
    })),
]);

export function xmpTexts(packet: string): XmpTexts {
  const texts = new Map<string, readonly XmpText[]>();
  if (packet.length > maximumLength) return texts;
  try {
    const tree: unknown = parser.parse(withoutCdata(inStandardNames(packet)));
    for (const description of descriptionsIn(tree))
      for (const [name, value] of Object.entries(description)) {
        const items = itemsOf(value).flatMap(({ text, lang }): XmpText[] => {
          const plain = plainText(text);
          return plain === '' || sound(plain) === undefined ? [] : [{ text: plain, lang }];
        });
        // Short properties may be attributes: photoshop:Credit="…".
        if (items.length > 0) texts.set(name.replace(/^@/u, ''), items);
      }
  } catch {
    // What cannot be parsed says nothing.
  }
  return texts;
}

const standardPrefixes: Readonly<Record<string, string>> = {
  'adobe:ns:meta/': 'x',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://ns.adobe.com/photoshop/1.0/': 'photoshop',
  'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/': 'Iptc4xmpCore',
  'http://iptc.org/std/Iptc4xmpExt/2008-02-29/': 'Iptc4xmpExt',
  'http://ns.adobe.com/xap/1.0/mm/': 'xmpMM',
};

/** A packet may call its namespaces as it likes: the same names for all, whatever their prefixes. */
function inStandardNames(packet: string): string {
  const prefixes = new Map<string, string>();
  for (const [, prefix = '', double, single] of packet.matchAll(
    /\sxmlns:([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu,
  )) {
    const standard = standardPrefixes[double ?? single ?? ''];
    if (standard !== undefined && standard !== prefix) prefixes.set(prefix, standard);
  }
  if (prefixes.size === 0) return packet;
  // Of elements and of attributes; the same letters in a text stand behind no bracket and before no equals sign.
  return packet
    .replace(/(<\/?)([\w.-]+)(?=:[\w.-])/gu, (whole, opening: string, prefix: string) => {
      const standard = prefixes.get(prefix);
      return standard === undefined ? whole : opening + standard;
    })
    .replace(/(\s)([\w.-]+)(:[\w.-]+\s*=\s*["'])/gu, (whole, space: string, prefix: string, rest: string) => {
      const standard = prefixes.get(prefix);
      return standard === undefined ? whole : space + standard + rest;
    });
}

/** What stands in CDATA, in the entities that other texts have: the parser would put it behind them. */
function withoutCdata(packet: string): string {
  const [opening, closing] = ['<![CDATA[', ']]>'];
  let text = '';
  for (let at = 0; ; ) {
    const start = packet.indexOf(opening, at);
    const end = start === -1 ? -1 : packet.indexOf(closing, start + opening.length);
    if (end === -1) return text + packet.slice(at);
    const typed = packet.slice(start + opening.length, end);
    text +=
      packet.slice(at, start) +
      typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    at = end + closing.length;
  }
}

function descriptionsIn(tree: unknown): readonly Readonly<Record<string, unknown>>[] {
  const root = node.safeParse(tree).data ?? {};
  const rdf = listOf(root['x:xmpmeta'] ?? root['x:xapmeta'] ?? root).flatMap((each) =>
    listOf(each['rdf:RDF']),
  );
  return rdf.flatMap((each) => listOf(each['rdf:Description']));
}

function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  const each: readonly unknown[] = Array.isArray(value) ? value : [value];
  return each.flatMap((one) => {
    const { data } = node.safeParse(one);
    return data === undefined ? [] : [data];
  });
}

function itemsOf(value: unknown): readonly z.infer<typeof itemSchema>[] {
  const container = node.safeParse(value).data;
  const list = container?.['rdf:Alt'] ?? container?.['rdf:Seq'] ?? container?.['rdf:Bag'];
  const items = list === undefined ? value : node.safeParse(list).data?.['rdf:li'];
  const each: readonly unknown[] = Array.isArray(items) ? items : [items];
  return each.flatMap((item) => itemSchema.safeParse(item).data ?? []);
}
