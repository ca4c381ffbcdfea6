/**
 * The bundled style sheets and scripts as templates use them. Names of files carry their content's hash.
 * Plain data: a page is made anew when anything of this has changed.
 */

/** A text that stands in the page itself, which the page's security policy allows by its hash. */
export interface InlineText {
  readonly text: string;
  /** `sha256-…`, as a Content-Security-Policy names it. */
  readonly hash: string;
}

export interface PngIcon {
  readonly name: string;
  /** Of each side. */
  readonly sizePx: number;
  /** Whether a system may cut its own shape out of it. */
  readonly isMaskable: boolean;
  readonly url: string;
}

export interface LogoPicture {
  readonly url: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The newsroom's logo; without a dark one, the light one stands in both looks. */
export interface LogoPictures {
  readonly light: LogoPicture;
  readonly dark?: LogoPicture;
}

export interface Assets {
  /** Urls of the style sheets by name (`article`, `home`): each is all of the style that a kind of page needs. */
  readonly sheetUrls: Readonly<Record<string, string>>;
  /** What runs before anything is drawn, and the rules by which the browser fetches the next page early. */
  readonly inlineScripts: Readonly<Record<string, InlineText>>;
  /** Url of the style sheet for printers. */
  readonly printSheetUrl: string;
  /** Url of the viewer's style sheet, fetched with its script. */
  readonly viewerSheetUrl: string;
  /** Urls of the scripts by their source name without ending: `viewer` -> `/assets/viewer-91ab.js`. */
  readonly scriptUrls: Readonly<Record<string, string>>;
  /** Urls of the fonts by their source name without ending. */
  readonly fontUrls: Readonly<Record<string, string>>;
  /** Urls of the fonts that every page asks for at once. */
  readonly firstFontUrls: readonly string[];
  readonly logo?: LogoPictures;
  /** Url of what browsers show in a tab. */
  readonly iconUrl: string;
  /** The same icon for home screens. */
  readonly pngIcons: readonly PngIcon[];
}
