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

/** By their small letters: programs write them in several ways. */
const termsByName: ReadonlyMap<string, SourceType> = new Map(
  sourceTerms.map((term) => [term.toLowerCase(), term]),
);

/** The term of an address, of a QCode or of the term alone; nothing for any other text. */
export function parseSourceType(text: string): SourceType | undefined {
  const term = text
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/cv\.iptc\.org\/newscodes\/digitalsourcetype\/|digsrctype:)/u, '');
  return termsByName.get(term.replace(/\/$/u, ''));
}

/** Phones that write no term into IPTC, which has no place for it, say it as the credit. */
export function sourceOfCredit(credit = ''): SourceType | undefined {
  const [, how] = /^(made|created|generated|edited) with (?:\w+ ){0,2}AI$/iu.exec(credit.trim()) ?? [];
  if (how === undefined) return undefined;
  return how.toLowerCase() === 'edited' ? 'compositeWithTrainedAlgorithmicMedia' : 'trainedAlgorithmicMedia';
}

/** What may be typed for the terms that newsrooms need most. */
const shortNames = {
  ai: 'trainedAlgorithmicMedia',
  'ai-edited': 'compositeWithTrainedAlgorithmicMedia',
  camera: 'digitalCapture',
  edited: 'humanEdits',
  drawing: 'digitalCreation',
  collage: 'compositeCapture',
  chart: 'dataDrivenMedia',
  screenshot: 'screenCapture',
  scan: 'print',
  negative: 'negativeFilm',
  slide: 'positiveFilm',
} as const satisfies Readonly<Record<string, SourceType>>;

const termsByShortName: ReadonlyMap<string, SourceType> = new Map(Object.entries(shortNames));

/** All that may be typed for a source: what editors are offered. */
export const typedSources: readonly string[] = [...termsByShortName.keys(), ...sourceTerms];

/** What an editor typed: a short name, a term, or its address. */
export function readTypedSource(text: string): SourceType | undefined {
  return termsByShortName.get(text.trim().toLowerCase()) ?? parseSourceType(text);
}

/**
 * Where a picture comes from by its file and by the article: the article may add that a machine had a part in it, and
 * never talk that away.
 */
export function joinSources(
  own: SourceType | undefined,
  said: SourceType | undefined,
): SourceType | undefined {
  if (own === undefined || said === undefined) return own ?? said;
  return machineShare(own) === 'none' && machineShare(said) !== 'none' ? said : own;
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
