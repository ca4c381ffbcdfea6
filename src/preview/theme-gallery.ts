/** The gallery of finished themes at `themes/`: the newsroom's own site in each, to be looked at and walked through. */

import type { BundledAssets } from '../build/assets/bundle-assets.ts';
import { keptAssets } from '../build/kept-assets.ts';
import type { Project } from '../build/project.ts';
import { type GalleryTheme, galleryThemes } from '../site/theme/gallery-themes.ts';
import { paletteOf } from '../site/theme/palette.ts';
import type { PreviewSite } from './preview-site.ts';
import type { SiteSnapshot } from './site-snapshot.ts';
import { themeGalleryPage } from './theme-gallery-page.ts';

export const galleryFolder = 'themes';

/** What a request inside the gallery is answered with. */
export type GalleryAnswer =
  | { readonly kind: 'page'; readonly html: string }
  | { readonly kind: 'asset'; readonly bytes: Uint8Array }
  /** What is the same in all themes: photos, feeds, files of stories. */
  | { readonly kind: 'elsewhere'; readonly url: string };

export class ThemeGallery {
  readonly #project: Project;
  readonly #preview: PreviewSite;
  /** By slug, of one state of the site's own assets. */
  readonly #assets = new Map<string, Promise<BundledAssets>>();
  #assetsOf: BundledAssets | undefined;
  /** Of all themes; their names follow from their content. */
  readonly #files = new Map<string, Uint8Array>();
  #work: Promise<unknown> = Promise.resolve();

  constructor(project: Project, preview: PreviewSite) {
    this.#project = project;
    this.#preview = preview;
  }

  /** @param url below the gallery, such as `harbour/2024/01/fair/`; undefined where there is no such theme */
  async answer(url: string, snapshot: SiteSnapshot): Promise<GalleryAnswer | undefined> {
    if (url === '') return { kind: 'page', html: themeGalleryPage(snapshot.site.frame) };
    const slash = url.indexOf('/');
    const theme = galleryThemes.find(({ slug }) => slug === url.slice(0, slash));
    if (theme === undefined) return undefined;
    const inside = url.slice(slash);
    const assets = await this.#assetsIn(theme, snapshot);
    const bytes = assets.files.get(inside.slice(1));
    if (bytes !== undefined) return { kind: 'asset', bytes };
    const { frame } = snapshot.site;
    const themed = {
      ...frame,
      palette: paletteOf(theme.theme),
      href: (address: string) => frame.href(`/${galleryFolder}/${theme.slug}${address}`),
    };
    // Style sheets name fonts by their place on the site, not by the one in the theme: nothing is fetched early.
    const html = inside.endsWith('/')
      ? snapshot.renderIn(inside, themed, { ...assets, firstFontUrls: [] })
      : undefined;
    return html === undefined ? { kind: 'elsewhere', url: inside } : { kind: 'page', html };
  }

  /** Fonts, which style sheets name by their whole address; undefined where no theme that was looked at has the file. */
  fileAt(url: string): Uint8Array | undefined {
    return this.#files.get(url.slice(1));
  }

  #assetsIn({ slug, theme }: GalleryTheme, { assets, content }: SiteSnapshot): Promise<BundledAssets> {
    if (this.#assetsOf !== assets) this.#assets.clear();
    this.#assetsOf = assets;
    const known = this.#assets.get(slug);
    if (known !== undefined) return known;
    const { logo, icon } = content.config.theme;
    const config = { ...content.config, theme: { ...theme, logo, icon } };
    // One after the other: the first is seen while the others are made.
    const bundled = this.#work.then(async () => {
      const made = await keptAssets(this.#project, config, this.#preview.keptValues);
      for (const [file, bytes] of made.files) this.#files.set(file, bytes);
      return made;
    });
    this.#work = bundled.catch(() => undefined);
    bundled.catch(() => this.#assets.delete(slug));
    this.#assets.set(slug, bundled);
    return bundled;
  }
}
