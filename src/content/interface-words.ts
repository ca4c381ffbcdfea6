/**
 * The words of the interface: their keys, and what each may say. A language that ships is a file in `src/site/messages/`;
 * `content/messages/LANG.yaml` adds a language or changes words of one. Numbers and names stand in braces: `{count}`.
 */

import { z } from 'zod';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { problem, type SchemaWords } from './schema-diagnostics.ts';
import { exampleLines } from './schema-fields.ts';

/** @param names what may stand in braces; everything of it has to */
function word(...names: readonly string[]) {
  return z
    .string()
    .regex(/\S|^\s+$/u, 'is empty')
    .max(500, 'has more than 500 characters')
    .superRefine((text, context) => {
      const used = [...text.matchAll(/\{([^{}]*)\}/gu)].map(([, name = '']) => name);
      const wrong = used.find((name) => !names.includes(name));
      const missing = names.find((name) => !used.includes(name));
      if (wrong !== undefined) {
        const guess = didYouMean(wrong, names);
        context.addIssue(
          problem({
            code: 'wrong-value',
            message: `{${wrong}} stands for nothing here.${guess === undefined ? '' : ` Did you mean {${guess}}?`}`,
            hint:
              names.length === 0
                ? 'Leave it out.'
                : `Known here: ${names.map((name) => `{${name}}`).join(', ')}.`,
          }),
        );
      } else if (missing !== undefined) {
        context.addIssue(
          problem({
            code: 'wrong-value',
            message: `{${missing}} is missing, so readers would not see it.`,
            hint: `Put {${missing}} where it belongs in the sentence.`,
          }),
        );
      }
    });
}

/** A form for each kind of number that the language tells apart (CLDR); `one` may say the number as a word. */
function counted(...names: readonly string[]) {
  const all = word('count', ...names);
  const small = z.union([all, word(...names)]);
  return z.union([
    z.strictObject({
      zero: small.optional(),
      one: small.optional(),
      two: small.optional(),
      few: all.optional(),
      many: all.optional(),
      other: all,
    }),
    all,
  ]);
}

export const wordsSchema = z.strictObject({
  skipToContent: word(),
  menu: word(),
  home: word(),
  topics: word(),
  people: word(),
  archive: word(),
  languages: word(),
  latest: word(),
  mostReadThisWeek: word(),
  mostReadEver: word(),
  related: word(),
  photoStory: word(),
  allOf: word('topic'),
  listSeparator: word(),
  topic: word(),
  date: word(),
  updated: word(),
  views: word(),
  readingTime: counted(),
  photoCount: counted(),
  photoCredit: word('name'),
  aiMade: word(),
  aiChanged: word(),
  softwareMade: word(),
  softwareEnhanced: word(),
  mediaAiMade: word(),
  mediaAiChanged: word(),
  aiTextMade: word(),
  aiTextAssisted: word(),
  aiTextTranslated: word(),
  aiPictures: word(),
  credentials: word(),
  signedBy: word('name'),
  madeWith: word('tool'),
  credentialsIntact: word(),
  credentialsBroken: word(),
  credentialsUnverified: word(),
  transcript: word(),
  openMap: word(),
  openMapApp: word(),
  chartTable: word(),
  downloadFigures: word(),
  dataSource: word('name'),
  playFilm: word(),
  filmNote: word('host'),
  watchAt: word('host'),
  photoNumber: word('number', 'count'),
  photos: word(),
  allPhotos: word(),
  morePhotos: word(),
  noPhotos: word(),
  photoFilters: word(),
  photographer: word(),
  year: word(),
  photoLabel: word('number'),
  photoViewer: word(),
  openPhoto: word(),
  zoomPhoto: word(),
  downloadPhoto: word(),
  closePhotos: word(),
  previousPhoto: word(),
  nextPhoto: word(),
  newer: word(),
  older: word(),
  newerArticle: word(),
  olderArticle: word(),
  series: word(),
  partOf: word('part', 'parts'),
  previousPart: word(),
  nextPart: word(),
  corrections: word(),
  correctionsText: word(),
  noCorrections: word(),
  events: word(),
  eventsText: word(),
  noEvents: word(),
  pastEvents: word(),
  eventTime: word(),
  eventPlace: word(),
  eventRegister: word(),
  eventOver: word(),
  eventCancelled: word(),
  addToCalendar: word(),
  subscribeCalendar: word(),
  work: z.record(z.string(), word()),
  sameMonth: word('month'),
  homePageOnly: word(),
  search: word().register(exampleLines, { line: 'search: Search' }),
  searchLabel: word(),
  searchHint: word(),
  searchMore: word(),
  searchNeedsScript: word(),
  searchFound: counted(),
  searchFoundNone: word(),
  searchFoundSome: word(),
  searchAlso: word(),
  searchCorrected: word('typed', 'word'),
  searchElsewhere: word(),
  searchLatest: word(),
  searchFailed: word(),
  person: word(),
  language: word(),
  allTopics: word(),
  allYears: word(),
  allPeople: word(),
  allLanguages: word(),
  shareAndCite: word(),
  share: word(),
  copyLink: word(),
  copied: word(),
  sendByEmail: word(),
  scanCode: word(),
  shareOn: word('name'),
  cite: word(),
  copyCitation: word(),
  citation: word('title', 'siteName', 'date', 'address'),
  citationOfWriters: word('writers', 'title', 'siteName', 'date', 'address'),
  reportError: word(),
  reportSubject: word('title'),
  correctionKinds: z.strictObject({ correction: word(), clarification: word(), retraction: word() }),
  contact: word(),
  source: word(),
  pressKit: word(),
  pressKitPhotos: counted(),
  originalPhoto: word(),
  copyPhotoText: word(),
  press: word(),
  pressText: word(),
  experts: word(),
  latestReleases: word(),
  pressKits: word(),
  photoTerms: word(),
  footnotes: word(),
  contents: word(),
  pagination: word(),
  pageOf: word('page', 'pages'),
  articleCount: counted().register(exampleLines, {
    line: 'articleCount: {one: "{count} article", other: "{count} articles"}',
  }),
  noArticles: word(),
  notFoundTitle: word(),
  notFoundText: word(),
  backHome: word(),
  subscribe: word(),
  newsletter: word(),
  emailAddress: word(),
  yourName: word(),
  newsletterText: word(),
  newsletterConfirms: word(),
  privacy: word(),
  newsletterSentTo: word('host'),
  readOnline: word(),
  unsubscribe: word(),
  followUs: word(),
  accessibility: word(),
  feed: word(),
  podcast: word(),
  theme: word(),
  themeLight: word(),
  themeDark: word(),
  themeSystem: word(),
  readIn: word('language'),
  goneTitle: word(),
  goneText: word(),
  goneSince: word(),
  redirectTitle: word(),
  redirectText: word(),
  statuses: z.strictObject({ draft: word(), scheduled: word(), embargoed: word(), expired: word() }),
  backToTop: word(),
});

/** Every word of one language. */
export type Words = z.output<typeof wordsSchema>;

/** What a file of the newsroom says: as many words as it likes. */
export const ownWordsSchema = wordsSchema
  .extend({
    correctionKinds: wordsSchema.shape.correctionKinds.partial(),
    statuses: wordsSchema.shape.statuses.partial(),
  })
  .partial();

export type OwnWords = Readonly<z.output<typeof ownWordsSchema>>;

export const ownWordsHelp: SchemaWords = { foreignKeys: {} };
