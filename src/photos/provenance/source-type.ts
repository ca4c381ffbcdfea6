/**
 * Where a picture comes from, in the terms of the IPTC: all of the NewsCodes "Digital Source Type", those that are retired
 * too, since old files hold them. Source: cv.iptc.org/newscodes/digitalsourcetype. Pure.
 */

/** What readers are told of a picture: nothing, that a machine made it, or that a machine changed it. */
export type MachineShare = 'none' | 'made' | 'changed';

const sourceTypes = {
  digitalCapture: 'none',
  computationalCapture: 'none',
  multiFrameComputationalCapture: 'none',
  negativeFilm: 'none',
  positiveFilm: 'none',
  print: 'none',
  minorHumanEdits: 'none',
  humanEdits: 'none',
  compositeCapture: 'none',
  digitalArt: 'none',
  digitalCreation: 'none',
  softwareImage: 'none',
  dataDrivenMedia: 'none',
  screenCapture: 'none',
  virtualRecording: 'none',
  composite: 'none',
  algorithmicallyEnhanced: 'changed',
  compositeSynthetic: 'changed',
  compositeWithTrainedAlgorithmicMedia: 'changed',
  algorithmicMedia: 'made',
  trainedAlgorithmicMedia: 'made',
} as const satisfies Readonly<Record<string, MachineShare>>;

export type SourceType = keyof typeof sourceTypes;

/** All terms, for schemas. */
export const sourceTerms: readonly SourceType[] = Object.keys(sourceTypes).filter(isSourceType);

const ADDRESS = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

export function sourceAddress(type: SourceType): string {
  return `${ADDRESS}${type}`;
}

/** The term of an address or of the term alone; nothing for any other text. */
export function parseSourceType(text: string): SourceType | undefined {
  const term = text.trim().replace(/^https?:\/\/cv\.iptc\.org\/newscodes\/digitalsourcetype\//iu, '');
  return isSourceType(term) ? term : undefined;
}

function isSourceType(term: string): term is SourceType {
  return Object.hasOwn(sourceTypes, term);
}

export function machineShare(type: SourceType | undefined): MachineShare {
  return type === undefined ? 'none' : sourceTypes[type];
}

/** Terms that schema.org has no member for. */
const UNKNOWN_TO_SCHEMA = new Set<SourceType>([
  'computationalCapture',
  'humanEdits',
  'digitalCreation',
  'softwareImage',
]);

/** As structured data names it. */
export function schemaSourceType(type: SourceType): string {
  if (UNKNOWN_TO_SCHEMA.has(type)) return sourceAddress(type);
  return `https://schema.org/${type.slice(0, 1).toUpperCase()}${type.slice(1)}DigitalSource`;
}
