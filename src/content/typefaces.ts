/** Names of the typefaces that ship: what `theme: typefaces:` of site.yaml may say. */
export const shippedTypefaces = [
  'newsreader',
  'source-serif',
  'literata',
  'libre-franklin',
  'source-sans',
  'inter',
  'noto-naskh-arabic',
  'vazirmatn',
  'system-serif',
  'system-sans',
] as const;

export type ShippedTypeface = (typeof shippedTypefaces)[number];
