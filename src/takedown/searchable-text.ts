/** The text of an output file as a search for words needs it: entities and escapes undone, one kind of spaces and quotes. Pure. */

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

export function foldSpaces(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[“”„«»"]/gu, '"')
    .replace(/[‘’']/gu, "'")
    .replace(/[\s\u00ad\u200b]+/gu, ' ');
}

/** With its markup, whose attributes readers and machines read, and without it, where markup parts the words. */
export function searchableTexts(file: string, text: string): readonly string[] {
  const unescaped = text.replace(/\\u([\da-f]{4})/giu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  const whole = foldSpaces(decodeEntities(unescaped.replace(/\\n/gu, ' ').replace(/\\"/gu, '"')));
  if (!/\.(?:html|xml|json)$/u.test(file)) return [whole];
  return [
    whole,
    foldSpaces(decodeEntities(decodeEntities(unescaped).replace(/<[^>]*>/gu, ' '))).replace(
      / (?=[,.;:!?])/gu,
      '',
    ),
  ];
}

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+));/giu,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
