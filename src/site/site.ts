/**
 * The whole site as one value: what templates and feeds are functions of. Never changed once it is assembled; lists that
 * are costly are made when a page asks for them.
 *
 * A `url` is a path of the site that begins with a slash and has no path prefix (`/2024/01/fair/`);
 * `SiteFrame.href` makes of it what stands in HTML, `SiteFrame.absolute` what stands in feeds.
 */

import type { AiUse } from '../content/ai-use.ts';
import type { ArticleLayout, FrontMatter } from '../content/article.ts';
import type { DataTable } from '../content/data-table.ts';
import type { SiteDate } from '../content/dates.ts';
import type { OwnWords } from '../content/interface-words.ts';
import type { ShareService, SiteConfig } from '../content/site-config.ts';
import type { TextTerms } from '../content/text-terms.ts';
import type { ChartKind } from '../markdown/block.ts';
import type { FigureSize } from '../markdown/figure-size.ts';
import type { HostedFilm } from '../markdown/film-address.ts';
import type { PhotoLocation } from '../markdown/read-location.ts';
import type { SocialCard } from '../photos/cards/social-card.ts';
import type { Photo, PictureFile } from '../photos/photo.ts';
import type { SourceType } from '../photos/provenance/source-type.ts';
import type { Messages } from './messages/messages.ts';
import type { FallbackWords } from './messages/messages-for.ts';
import type { Palette } from './theme/palette.ts';

export interface Site {
  readonly config: SiteConfig;
  readonly frame: SiteFrame;
  /** Whether it is assembled for those who make it: with drafts, and with the page of all components. */
  readonly isPreview: boolean;
  /** The moment for which the site was assembled. */
  readonly nowMs: number;
  /** The default language first, then in the order of site.yaml. */
  readonly editions: readonly Edition[];
  /** Every photo that a page shows. */
  readonly photos: readonly Photo[];
  /** One for each article. */
  readonly socialCards: readonly SocialCard[];
  readonly redirects: readonly Redirect[];
  /** Addresses at which readers are told that what they look for is gone. */
  readonly gone: readonly GoneAddress[];
  /** Files that are copied as they are. `file` is relative to `content/`. */
  readonly attachments: readonly Attachment[];
  /** Bytes of sounds that stories play, by their addresses in pages: what a build has gathered; a preview knows none. */
  readonly soundBytes?: ReadonlyMap<string, number>;
  /** Articles that exist and are not published yet or any more, and why. */
  readonly heldBack: readonly HeldBack[];
  /** Pages that the newsroom's web team has made by Eleventy, for the site to stand around them. */
  readonly ownPages?: readonly OwnPage[];
  /** Moments after `nowMs` at which articles appear, disappear or cease to lead, in no order. */
  readonly changesMs: readonly number[];
  /** Whether it tells machines of a change of today, which counts as a change of just now until the day is over. */
  readonly isMoving: boolean;
}

export interface Attachment {
  readonly file: string;
  readonly url: string;
  /** Of a photo: where it comes from as articles say it. */
  readonly source?: SourceType;
}

/** A page made of the web team's own template. */
export interface OwnPage {
  readonly url: string;
  readonly lang: string;
  readonly title: string;
  readonly description?: string;
  /** Not for search engines. */
  readonly isHidden: boolean;
  /** As the team's template made it. */
  readonly html: string;
}

/** What every page shows of the site: what stands around it, and how addresses are written. */
export interface SiteFrame {
  readonly baseUrl: string;
  readonly pathPrefix: string;
  /** IANA name: what machines are told of moments carries its offset. */
  readonly timeZone: string;
  readonly organisationUrl?: string;
  readonly address?: string;
  readonly email?: string;
  /** Origin of the host that the published editor saves to; undefined where there is no such page. */
  readonly editorHost?: string;
  /** Every colour of the site. */
  readonly palette: Palette;
  /** Where the newsroom can be followed. */
  readonly social: readonly NamedLink[];
  /** Where readers subscribe to letters; undefined where a page of the site has the form. */
  readonly newsletterUrl?: string;
  /** Whether there is such a page. */
  readonly hasNewsletterForm: boolean;
  /** Origins to which the forms of the site may be sent, besides its own. */
  readonly formTargets: readonly string[];
  /** Where readers pass a story on. */
  readonly share: readonly ShareService[];
  /** Whether captions begin with the number of their photo. */
  readonly numbersPhotos: boolean;
  /** Home pages, the default language first. */
  readonly languages: readonly (Translation & { readonly locale: string })[];
  /** What stands in HTML for a url. */
  readonly href: (url: string) => string;
  /** What stands in feeds for a url. */
  readonly absolute: (url: string) => string;
}

/** What every page of one language shows of its edition. */
export interface EditionFrame {
  readonly lang: string;
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** The language's name for itself. */
  readonly languageName: string;
  readonly isDefault: boolean;
  /** `/` or `/zh/`. */
  readonly url: string;
  readonly siteName: string;
  readonly tagline: string;
  readonly organisation?: string;
  /** The footer's line about the content. */
  readonly notice?: string;
  readonly messages: Messages;
  /** Stands for words that the newsroom has changed: messages leave no trace in a digest. */
  readonly ownWords?: OwnWords;
  /** Words of another language, where they are not translated. */
  readonly fallback?: FallbackWords;
  /** Topics that have articles, in the order of site.yaml: as many as a menu has room for. */
  readonly topicLinks: readonly TopicLink[];
  /** Whether there are more of them than the menu shows. */
  readonly hasMoreTopics: boolean;
  /** Whether there is a list of series to look at. */
  readonly hasSeries: boolean;
  /** Whether there is a page for journalists. */
  readonly hasPress: boolean;
  /** Where the terms stand on which photos may be printed. */
  readonly photoTermsUrl?: string;
  /** Whether there is a page of events. */
  readonly hasEvents: boolean;
  /** Pages that stand in the menu, with the language of those that only another one has. */
  readonly menu: readonly (ArticleLink & { readonly lang?: string })[];
  /** The newsroom's own links at the foot of pages. */
  readonly footerLinks: readonly NamedLink[];
  /** The accessibility statement; a page of the site, or an address elsewhere. */
  readonly accessibility?: string;
}

/** The site in one language. */
export interface Edition {
  readonly lang: string;
  readonly locale: string;
  readonly url: string;
  readonly languageName: string;
  readonly isDefault: boolean;
  readonly frame: EditionFrame;
  /** Newest first. */
  readonly articles: readonly Article[];
  /** In the order of site.yaml, with those that have no article. */
  readonly topics: readonly Topic[];
  /** Sorted by family name. */
  readonly people: readonly Person[];
  /** Newest year first. */
  readonly archive: readonly ArchiveYear[];
  readonly pages: readonly Page[];
  readonly home: Home;
  /** In the order of their first parts. */
  readonly series: readonly Series[];
  /** What to read next, by url of an article. */
  readonly related: { readonly get: (url: string) => readonly ArticleCard[] };
  /** Newest first. */
  readonly corrections: readonly PublishedCorrection[];
  /** Whom journalists may ask. */
  readonly experts: readonly ExpertSubject[];
}

/** What other pages show of an article. A page that shows the card is rendered anew only when the card changes. */
export interface ArticleCard {
  readonly id: string;
  readonly lang: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly date: SiteDate;
  readonly status: ArticleStatus;
  readonly topics: readonly TopicLink[];
  /** The picture that stands for the article. */
  readonly image?: Picture;
  readonly photoCount: number;
}

export interface Article extends ArticleCard {
  /** The same as above and nothing else: what lists are given. */
  readonly card: ArticleCard;
  /** The Markdown file, relative to `content/`. */
  readonly file: string;
  /** Where readers first saw it: its name in feeds, for ever. */
  readonly firstUrl: string;
  /** What others show beside a link to the article. */
  readonly socialImage: PictureFile;
  /** Whether the editor wrote the summary; otherwise it repeats the first sentences. */
  readonly hasOwnSummary: boolean;
  readonly updated?: SiteDate;
  /** The later of its date and its appearance: what machines are told everywhere. */
  readonly published: Moment;
  /** The last change that readers should know of, corrections too; never before `published`. */
  readonly modified: Moment;
  /** In the order of site.yaml's roles. */
  readonly credits: readonly Credit[];
  readonly body: ArticleBody;
  /** All pictures of the body in their order. */
  readonly pictures: readonly Picture[];
  readonly headings: readonly ArticleHeading[];
  /** Words, or characters where the language does not part words by spaces. */
  readonly wordCount: number;
  readonly readingMinutes: number;
  /** Undefined where nothing was counted. */
  readonly views?: ArticleViews;
  /** The same article in other languages. */
  readonly translations: readonly Translation[];
  readonly series?: string;
  readonly corrections: FrontMatter['corrections'];
  readonly contacts: FrontMatter['contacts'];
  /** What the story invites to. */
  readonly event?: StoryEvent;
  readonly source?: FrontMatter['source'];
  /** What a machine wrote or drew of it. */
  readonly ai?: AiUse;
  /** Its photos for printing, where the site offers them. */
  readonly pressKit?: PressKitLink;
  readonly pinnedUntilMs?: number;
  /** As the editor says; else the page decides by what the text begins with. */
  readonly layout?: ArticleLayout;
}

/** What is to take place, or has. */
export interface StoryEvent {
  readonly from: SiteDate;
  readonly to?: SiteDate;
  /** From when on it is over. */
  readonly endMs: number;
  readonly place?: string;
  /** Where one registers: an address that a browser opens. */
  readonly register?: string;
  /** It does not take place after all. */
  readonly isCancelled?: true;
}

/** A point in time as the site's own clocks show it. */
export interface Moment {
  /** `2024-01-02T08:00:00+08:00` */
  readonly iso: string;
  readonly timeMs: number;
}

/** What an article says. Only its own page, feeds and the search read it. */
export interface ArticleBody {
  /** Stands for all that the body shows. */
  readonly digest: string;
  readonly blocks: readonly BodyBlock[];
  /** Where the players of its films come from: what its page may put into a frame. */
  readonly players: readonly string[];
  readonly charts: readonly SiteChart[];
  /** Of the prose without markup. */
  readonly terms: TextTerms;
}

export type ArticleStatus = 'published' | 'draft' | 'scheduled' | 'embargoed' | 'expired';

export interface HeldBack {
  readonly file: string;
  readonly title: string;
  readonly status: Exclude<ArticleStatus, 'published'>;
  /** When it appears, ISO 8601; undefined for drafts and what has expired. */
  readonly until?: string;
}

export interface PressKitLink {
  /** Path in the output. */
  readonly path: string;
  readonly photoCount: number;
  /** Undefined while the kit has not been made, as in the preview. */
  readonly sizeBytes?: number;
}

export interface ArticleLink {
  readonly title: string;
  readonly url: string;
}

/** A link to somewhere else, by its whole address. */
interface NamedLink {
  readonly name: string;
  readonly url: string;
}

interface ArticleViews {
  readonly total: number;
  readonly lastSevenDays: number;
}

interface ArticleHeading {
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

export interface Translation {
  readonly lang: string;
  readonly languageName: string;
  readonly url: string;
}

export interface TopicLink {
  readonly slug: string;
  readonly name: string;
  readonly url: string;
}

export interface Credit {
  readonly role: string;
  readonly label: string;
  readonly people: readonly PersonLink[];
}

export interface PersonLink {
  readonly slug: string;
  readonly name: string;
  readonly url: string;
}

/** A photo at one place of one article, with all that is said of it there. */
export interface Picture {
  readonly photo: Photo;
  /** Counts from 1 within the article; `#photo-3` leads to it. */
  readonly number: number;
  /** Empty for a picture with nothing to describe. */
  readonly alt: string;
  /** Safe HTML. */
  readonly caption?: string;
  readonly captionText?: string;
  readonly credit?: string;
  /** How wide it stands in its text, if the editor says so. */
  readonly size?: FigureSize;
  /** Where it is what a picture of a map shows. */
  readonly location?: PhotoLocation;
  /** Where the eye should rest, as shares of width and height from the left top. */
  readonly focus?: readonly [number, number];
  /** Where it comes from, as its file or the article says. */
  readonly sourceType?: SourceType;
}

/** A film that lies with somebody else, of whom nothing is loaded before a reader plays it. */
export interface SiteFilm {
  readonly kind: 'film';
  readonly film: HostedFilm;
  readonly title: string;
  /** Safe HTML. */
  readonly caption?: string;
  readonly captionText?: string;
  readonly credit?: string;
  readonly sourceType?: SourceType;
  /** What stands in its place until it plays; without one a card with its title. */
  readonly poster?: Picture;
  /** The day on which it appeared at its host: `2024-05-01`. */
  readonly date?: string;
}

/** A video or sound file beside its story. */
export interface SiteMedia {
  readonly kind: 'media';
  readonly media: 'video' | 'audio';
  readonly url: string;
  readonly alt: string;
  /** Safe HTML. */
  readonly caption?: string;
  readonly captionText?: string;
  readonly credit?: string;
  readonly sourceType?: SourceType;
  readonly transcript?: SiteTranscript;
}

/** What is said in a recording. */
export interface SiteTranscript {
  /** Safe HTML. */
  readonly html: string;
  /** Without markup. */
  readonly text: string;
  /** Of the file, where it is published: captions with times, or plain text. */
  readonly url?: string;
  /** Whether players can show it in time. */
  readonly isTimed: boolean;
}

/** A drawing of figures, with the figures. */
export interface SiteChart {
  readonly kind: 'chart';
  readonly chart: ChartKind;
  /** Whether its lines follow each other in time. */
  readonly isOverTime: boolean;
  readonly table: DataTable;
  /** What it says, for those who cannot see it. */
  readonly alt: string;
  /** Safe HTML. */
  readonly caption?: string;
  readonly captionText?: string;
  /** Who collected the figures. */
  readonly source?: string;
  /** What all numbers are. */
  readonly unit?: string;
  /** Of the file with the figures. */
  readonly url: string;
}

/** A block of the body with its pictures found and its links resolved: `html` is safe to print. */
export type BodyBlock =
  | { readonly kind: 'prose'; readonly html: string }
  | { readonly kind: 'figure'; readonly picture: Picture }
  | SiteMedia
  | SiteFilm
  | SiteChart
  | { readonly kind: 'gallery'; readonly title?: string; readonly pictures: readonly Picture[] }
  | { readonly kind: 'quote'; readonly html: string; readonly attribution?: string }
  | { readonly kind: 'note'; readonly title?: string; readonly blocks: readonly BodyBlock[] }
  | { readonly kind: 'facts'; readonly title?: string; readonly blocks: readonly BodyBlock[] }
  | { readonly kind: 'footnotes'; readonly html: string };

export interface Topic extends TopicLink {
  readonly description?: string;
  readonly articles: readonly ArticleCard[];
}

export interface Person extends PersonLink {
  /** How lists of people sort: family name first, small letters. */
  readonly sortKey: string;
  readonly role?: string;
  readonly email?: string;
  /** The photo that the text about the person begins with, in every language. */
  readonly portrait?: Picture;
  /** The text about the person, without the portrait. */
  readonly blocks: readonly BodyBlock[];
  /** What the person did, by role in the order of site.yaml; newest first. */
  readonly contributions: readonly {
    readonly role: string;
    readonly label: string;
    readonly articles: readonly ArticleCard[];
  }[];
}

/** Whom journalists may ask. */
export interface Expert {
  readonly slug: string;
  readonly name: string;
  readonly role?: string;
  readonly email?: string;
  readonly phone?: string;
  /** Of the person's page, where there is one in this language. */
  readonly url?: string;
}

export interface ExpertSubject {
  readonly subject: string;
  /** By family name. */
  readonly experts: readonly Expert[];
}

export interface ArchiveYear {
  readonly year: number;
  readonly url: string;
  readonly count: number;
  /** Newest month first. */
  readonly months: readonly ArchiveMonth[];
}

export interface ArchiveMonth {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly url: string;
  readonly articles: readonly ArticleCard[];
}

export interface Page {
  /** The Markdown file, relative to `content/`. */
  readonly file: string;
  readonly slug: string;
  readonly lang: string;
  readonly url: string;
  readonly title: string;
  readonly summary?: string;
  readonly isInMenu: boolean;
  /** What a machine wrote of it. */
  readonly ai?: AiUse;
  readonly blocks: readonly BodyBlock[];
  readonly translations: readonly Translation[];
}

/** What stands on the home page; no article stands there twice (lists of links apart). */
export interface Home {
  readonly rows: readonly HomeRow[];
}

/** One row of the home page: each kind holds something else and has a shape of its own. */
export type HomeRow =
  /** The big story and a list beside it. */
  | { readonly kind: 'lead'; readonly story: ArticleCard; readonly beside: readonly ArticleCard[] }
  /** The newest: some with their photos in columns, below them those without. */
  | {
      readonly kind: 'latest';
      readonly cards: readonly ArticleCard[];
      readonly briefs: readonly ArticleCard[];
    }
  /** The first pictures of a story, and how many more it has. */
  | {
      readonly kind: 'photos';
      readonly story: ArticleCard;
      readonly pictures: readonly Picture[];
      readonly morePictures: number;
    }
  /** An upright picture and what is said in its story. */
  | {
      readonly kind: 'portrait';
      readonly story: ArticleCard;
      readonly picture: Picture;
      readonly quote: Quotation;
    }
  /** One picture across the page. */
  | { readonly kind: 'wide'; readonly story: ArticleCard; readonly picture: Picture }
  /** Topics beside each other, line by line. */
  | { readonly kind: 'topics'; readonly lines: readonly (readonly TopicColumn[])[] }
  | { readonly kind: 'most-read'; readonly lists: MostRead };

export interface TopicColumn {
  readonly topic: TopicLink;
  /** One with a photo first, if there is one; never empty. */
  readonly articles: readonly ArticleCard[];
}

/** Plain text. */
export interface Quotation {
  readonly text: string;
  readonly attribution: string;
}

/** What was read most, the most read first. */
export interface MostRead {
  /** In the seven days before the views were counted. */
  readonly week: readonly ArticleLink[];
  readonly ever: readonly ArticleLink[];
}

/** Articles that are to be read one after the other. */
export interface Series {
  readonly slug: string;
  readonly name: string;
  readonly url: string;
  /** First part first. */
  readonly parts: readonly ArticleCard[];
}

export type PublishedCorrection = FrontMatter['corrections'][number] & {
  readonly article: ArticleLink;
};

/** An old address and where it leads now, both as urls. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
  /** Of the edition that it leads to. */
  readonly lang: string;
}

export interface GoneAddress {
  readonly url: string;
  readonly lang: string;
  /** In the newsroom's words; undefined where its time was simply over. */
  readonly reason?: string;
  readonly date: SiteDate;
}
