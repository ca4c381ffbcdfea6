/** What the interface says, in one language. */

interface CitedSource {
  readonly writers: readonly string[];
  readonly title: string;
  readonly siteName: string;
  /** As readers of the language write it. */
  readonly date: string;
  readonly address: string;
}

export interface Messages {
  readonly skipToContent: string;
  readonly menu: string;
  readonly home: string;
  readonly topics: string;
  readonly people: string;
  readonly archive: string;
  readonly languages: string;
  readonly latest: string;
  readonly mostReadThisWeek: string;
  readonly mostReadEver: string;
  readonly related: string;
  readonly photoStory: string;
  readonly allOf: (topic: string) => string;
  /** Between names. */
  readonly listSeparator: string;
  readonly topic: string;
  readonly date: string;
  readonly updated: string;
  readonly views: string;
  readonly readingTime: (minutes: number) => string;
  readonly photoCount: (count: number) => string;
  /** The same for scripts, as `searchForms`. */
  readonly photoForms: Readonly<Record<string, string>>;
  readonly photoCredit: (name: string) => string;
  /** Beside the caption of a picture that a machine made, or changed. */
  readonly aiMade: string;
  readonly aiChanged: string;
  /** The same where a program did it that was not trained on the works of others. */
  readonly softwareMade: string;
  readonly softwareEnhanced: string;
  /** The same of films and sounds. */
  readonly mediaAiMade: string;
  readonly mediaAiChanged: string;
  /** Above a story: what a machine did of its text. */
  readonly aiTextMade: string;
  readonly aiTextAssisted: string;
  readonly aiTextTranslated: string;
  /** What the list of marked pictures is called. */
  readonly aiPictures: string;
  /** What opens what a picture's manifest says (C2PA). */
  readonly credentials: string;
  readonly signedBy: (name: string) => string;
  /** The camera or program that wrote the manifest. */
  readonly madeWith: (tool: string) => string;
  readonly credentialsIntact: string;
  readonly credentialsBroken: string;
  readonly credentialsUnverified: string;
  /** What opens the words of a recording. */
  readonly transcript: string;
  /** Links to the place that a picture of a map shows. */
  readonly openMap: string;
  readonly openMapApp: string;
  /** Below a chart: what opens its table, the file with its figures, and who collected them. */
  readonly chartTable: string;
  readonly downloadFigures: string;
  readonly dataSource: (name: string) => string;
  /** Before the title of a film, for those who cannot see the button. */
  readonly playFilm: string;
  /** Whom readers meet when they play a film that lies with somebody else. */
  readonly filmNote: (host: string) => string;
  readonly watchAt: (host: string) => string;
  /** Numbers are given as they are to be shown. */
  readonly photoNumber: (number: string, count: string) => string;
  readonly photos: string;
  readonly allPhotos: string;
  readonly morePhotos: string;
  readonly noPhotos: string;
  /** What the ways to look for photos are called. */
  readonly photoFilters: string;
  readonly photographer: string;
  readonly year: string;
  /** Before a caption, where photos are numbered. */
  readonly photoLabel: (number: string) => string;
  /** What the viewer is called. */
  readonly photoViewer: string;
  readonly openPhoto: string;
  readonly zoomPhoto: string;
  readonly downloadPhoto: string;
  readonly closePhotos: string;
  readonly previousPhoto: string;
  readonly nextPhoto: string;
  readonly newer: string;
  readonly older: string;
  readonly newerArticle: string;
  readonly olderArticle: string;
  readonly series: string;
  readonly partOf: (part: number, parts: number) => string;
  readonly previousPart: string;
  readonly nextPart: string;
  readonly corrections: string;
  readonly correctionsText: string;
  readonly noCorrections: string;
  readonly events: string;
  readonly eventsText: string;
  readonly noEvents: string;
  readonly pastEvents: string;
  readonly eventTime: string;
  readonly eventPlace: string;
  readonly eventRegister: string;
  readonly eventOver: string;
  readonly eventCancelled: string;
  readonly addToCalendar: string;
  readonly subscribeCalendar: string;
  /** What a person did, by credit role, as a headline over it; other roles have the label of site.yaml. */
  readonly work: Readonly<Record<string, string>>;
  readonly sameMonth: (month: string) => string;
  /** Beside a language in which the page is not to be had, whose link leads to its home page. */
  readonly homePageOnly: string;
  readonly search: string;
  readonly searchLabel: string;
  readonly searchHint: string;
  readonly searchMore: string;
  readonly searchNeedsScript: string;
  /** By kind of number (CLDR); `#` stands for the number, which the browser puts in. */
  readonly searchForms: Readonly<Record<string, string>>;
  readonly searchFoundNone: string;
  /** No article has all words of the query; those that have some follow. */
  readonly searchFoundSome: string;
  /** Before articles that have some words of the query, after those that have all. */
  readonly searchAlso: string;
  /** A word was misspelt: `{typed}` stands for it, `{word}` for what was found instead; the browser puts them in. */
  readonly searchCorrected: string;
  /** Before articles of other languages. */
  readonly searchElsewhere: string;
  /** Before the newest articles, where nothing was found at all. */
  readonly searchLatest: string;
  readonly searchFailed: string;
  readonly person: string;
  readonly language: string;
  readonly allTopics: string;
  readonly allYears: string;
  readonly allPeople: string;
  readonly allLanguages: string;
  readonly shareAndCite: string;
  readonly share: string;
  readonly copyLink: string;
  readonly copied: string;
  readonly sendByEmail: string;
  readonly scanCode: string;
  readonly shareOn: (name: string) => string;
  readonly cite: string;
  readonly copyCitation: string;
  /** Where an article can be found again, as a line of text. */
  readonly citation: (source: CitedSource) => string;
  readonly reportError: string;
  readonly reportSubject: (title: string) => string;
  readonly correctionKinds: {
    readonly correction: string;
    readonly clarification: string;
    readonly retraction: string;
  };
  readonly contact: string;
  readonly source: string;
  readonly pressKit: string;
  /** What the kit holds, as the link to it says. */
  readonly pressKitPhotos: (count: number) => string;
  readonly originalPhoto: string;
  readonly copyPhotoText: string;
  readonly press: string;
  readonly pressText: string;
  readonly experts: string;
  readonly latestReleases: string;
  readonly pressKits: string;
  readonly photoTerms: string;
  readonly footnotes: string;
  readonly contents: string;
  readonly pagination: string;
  readonly pageOf: (page: number, pages: number) => string;
  readonly articleCount: (count: number) => string;
  readonly noArticles: string;
  readonly notFoundTitle: string;
  readonly notFoundText: string;
  readonly backHome: string;
  readonly subscribe: string;
  readonly newsletter: string;
  readonly emailAddress: string;
  readonly yourName: string;
  readonly newsletterText: string;
  readonly newsletterConfirms: string;
  readonly privacy: string;
  readonly newsletterSentTo: (host: string) => string;
  readonly readOnline: string;
  readonly unsubscribe: string;
  /** Before the places where the newsroom can be followed. */
  readonly followUs: string;
  readonly accessibility: string;
  readonly feed: string;
  readonly podcast: string;
  readonly theme: string;
  readonly themeLight: string;
  readonly themeDark: string;
  readonly themeSystem: string;
  readonly readIn: (language: string) => string;
  readonly goneTitle: string;
  /** Where the newsroom gave no reason. */
  readonly goneText: string;
  /** Before the day. */
  readonly goneSince: string;
  readonly redirectTitle: string;
  readonly redirectText: string;
  readonly statuses: {
    readonly draft: string;
    readonly scheduled: string;
    readonly embargoed: string;
    readonly expired: string;
  };
  readonly backToTop: string;
}
