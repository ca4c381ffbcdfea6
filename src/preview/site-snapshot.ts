/** One state of the previewed site, replaced as a whole. Pages and pictures are made on request. */

import { readFileSync } from 'node:fs';
import { renderRoute } from '../../templates/page-template.ts';
import { RouteFinder } from '../../templates/pages/site-routes.ts';
import type { BundledAssets } from '../build/assets/bundle-assets.ts';
import { kitFolderOf } from '../build/make-press-kits.ts';
import type { Project } from '../build/project.ts';
import type { Content } from '../content/load-content.ts';
import { outputFileOf } from '../output/output-file.ts';
import type { CardFace } from '../photos/cards/card-face.ts';
import type { EncodedRendition } from '../photos/encode-rendition.ts';
import { PhotoPipeline } from '../photos/photo-pipeline.ts';
import type { PressKit } from '../photos/press-kit/press-kit.ts';
import type { Recipe } from '../photos/recipe.ts';
import type { RenditionStore } from '../photos/store/rendition-store.ts';
import type { Assets } from '../site/assets.ts';
import { once } from '../site/once.ts';
import { offerPressKits, planPressKits } from '../site/press-kit.ts';
import type { Article, Attachment, Site, SiteFrame } from '../site/site.ts';

/** Finds a rendition, social card or press kit in the photo cache, or makes it. */
export type PictureMaker = () => Promise<EncodedRendition>;

export interface SiteSnapshot {
  readonly site: Site;
  readonly content: Content;
  readonly assets: BundledAssets;
  readonly store: RenditionStore;
  /** A page or a text file of the site; undefined where there is none. */
  readonly render: (url: string) => string | undefined;
  /** The same page in another theme. */
  readonly renderIn: (url: string, frame: SiteFrame, assets: Assets) => string | undefined;
  readonly picture: (url: string) => PictureMaker | undefined;
  /** A file of the content, relative to it. */
  readonly attachment: (url: string) => Attachment | undefined;
  /** A file of the web team's own, absolute. */
  readonly ownFile: (url: string) => string | undefined;
  readonly articleAt: (url: string) => Article | undefined;
}

export interface SnapshotParts extends Pick<SiteSnapshot, 'content' | 'assets' | 'store'> {
  readonly project: Project;
  readonly recipe: Recipe;
  readonly face: CardFace;
  /** Files of the web team's own: absolute paths by path in the output. */
  readonly ownFiles: ReadonlyMap<string, string>;
}

export function takeSnapshot(assembled: Site, parts: SnapshotParts): SiteSnapshot {
  const { content, store, assets } = parts;
  const kits = planPressKits(assembled);
  const links = [...kits].map(
    ([url, { path, photos }]) => [url, { path, photoCount: photos.length }] as const,
  );
  const site = offerPressKits(assembled, new Map(links));
  const routes = new RouteFinder(site);
  const rendered = new Map<string, string>();
  const pictures = once(() => pictureMakers(site, kits, parts));
  const attachments = once(() => new Map(site.attachments.map((attachment) => [attachment.url, attachment])));
  const articles = once(
    () => new Map(site.editions.flatMap((edition) => edition.articles.map((one) => [one.url, one]))),
  );
  return {
    site,
    content,
    assets,
    store,
    render: (url) => {
      const known = rendered.get(url);
      if (known !== undefined) return known;
      const route = routes.find(url);
      if (route === undefined) return ownPage(url, parts);
      const text = renderRoute(route, site.frame, assets);
      rendered.set(url, text);
      return text;
    },
    renderIn: (url, frame, assets) => {
      const route = routes.find(url);
      return route === undefined ? undefined : renderRoute(route, frame, assets);
    },
    picture: (url) => pictures().get(url),
    attachment: (url) => attachments().get(url),
    ownFile: (url) => parts.ownFiles.get(outputFileOf(url)),
    articleAt: (url) => articles().get(url),
  };
}

/** A page of the web team's that brings its own head. */
function ownPage(url: string, { ownFiles }: SnapshotParts): string | undefined {
  const file = ownFiles.get(outputFileOf(url));
  return file?.endsWith('.html') === true ? readFileSync(file, 'utf8') : undefined;
}

function pictureMakers(
  site: Site,
  kits: ReadonlyMap<string, PressKit>,
  { project, store, recipe, face }: SnapshotParts,
): ReadonlyMap<string, PictureMaker> {
  const photos = new PhotoPipeline({
    contentFolder: project.content,
    kitFolder: kitFolderOf(project),
    store,
    recipe,
    face,
  });
  return new Map<string, PictureMaker>([
    ...site.photos.flatMap((photo) =>
      photo.renditions.map(
        (rendition) => [`/${rendition.path}`, () => photos.rendition(photo, rendition)] as const,
      ),
    ),
    ...site.socialCards.map((card) => [`/${card.rendition.path}`, () => photos.card(card)] as const),
    ...[...kits.values()].map((kit) => [`/${kit.path}`, () => photos.kit(kit)] as const),
  ]);
}
