/** What `.eleventy.ts` is given, as far as newsrooms need it: Eleventy itself brings no types. */

/** A filter or shortcode: Eleventy calls it with whatever a template passes. */
type TemplateFunction = (...args: never[]) => unknown;

export interface EleventyConfig {
  addPlugin(plugin: unknown, options?: unknown): void;
  addFilter(name: string, filter: TemplateFunction): void;
  addAsyncFilter(name: string, filter: TemplateFunction): void;
  addShortcode(name: string, shortcode: TemplateFunction): void;
  addPairedShortcode(name: string, shortcode: TemplateFunction): void;
  addGlobalData(name: string, data: unknown): void;
  addCollection(name: string, make: TemplateFunction): void;
  addTransform(name: string, transform: TemplateFunction): void;
  /** A path from the newsroom's folder, or an object from such paths to those in the site. */
  addPassthroughCopy(from: string | Readonly<Record<string, string>>): void;
  addTemplate(file: string, content: unknown, data?: unknown): void;
  addTemplateFormats(formats: string | readonly string[]): void;
  addDataExtension(endings: string, parse: unknown): void;
  setLibrary(engine: string, library: unknown): void;
  /** Eleventy emits `eleventy.before` and `eleventy.after`. */
  on(event: string, listener: TemplateFunction): void;
}
