/** The bundled style sheet and scripts as templates name them. Names carry their content's hash. */

export interface Assets {
  /** Url of the style sheet: `/assets/site-3f9ac1d2.css`. */
  readonly stylesheetUrl: string;
  /** Urls of the module scripts by their source name without ending: `viewer` -> `/assets/viewer-91ab.js`. */
  readonly scriptUrls: ReadonlyMap<string, string>;
  /** Url of what browsers show in a tab. */
  readonly iconUrl: string;
}
