/**
 * What a site is composed from: its articles, each assembled for itself, and what they have in common. After an edit of
 * texts only the articles that were edited are assembled again; an edit that may reach others makes all parts anew.
 */

import type { ArticleFile } from '../content/article.ts';
import type { Content } from '../content/load-content.ts';
import { defined } from '../text/defined.ts';
import { assembleArticle, type DraftArticle } from './assemble-article.ts';
import type { AssembleOptions } from './assemble-options.ts';
import { CreditLines } from './credit-lines.ts';
import { FirstAddresses } from './first-addresses.ts';
import { knownSlugs } from './lasting-slugs.ts';
import { LinkRegister } from './link-register.ts';
import { once } from './once.ts';
import { PeopleRegister } from './people-register.ts';
import { filesNamedBy } from './plan-attachments.ts';
import { ArticleNames, RelatedMemory } from './related-stories.ts';
import type { HeldBack } from './site.ts';
import { visibilityOf } from './status.ts';
import { type Palette, paletteOf } from './theme/palette.ts';
import { TopicLinks } from './topic-links.ts';
import type { VisibleArticle } from './visible-articles.ts';

export interface SiteParts {
  readonly content: Content;
  readonly options: AssembleOptions;
  readonly visible: readonly VisibleArticle[];
  readonly register: PeopleRegister;
  readonly credits: CreditLines;
  readonly links: LinkRegister;
  readonly topics: TopicLinks;
  readonly palette: () => Palette;
  readonly firstAddresses: FirstAddresses;
  /** The files of one article in all its languages, by the article's id. */
  readonly versions: ReadonlyMap<string, readonly ArticleFile[]>;
  readonly names: () => ArticleNames;
  /** In the order of `visible`. */
  readonly drafts: readonly DraftArticle[];
  readonly heldBack: readonly HeldBack[];
  readonly related: RelatedMemory;
}

export function makeParts(
  visible: readonly VisibleArticle[],
  content: Content,
  options: AssembleOptions,
): SiteParts {
  const files = visible.map(({ file }) => file);
  const register = peopleOf(files, content, options);
  const links = new LinkRegister(content, files, register, options.displayFolder, options.nowMs);
  const credits = new CreditLines(content.config, register);
  const topics = new TopicLinks(content.config);
  const palette = once(() => paletteOf(content.config.theme));
  const versions = versionsById(files);
  const firstAddresses = new FirstAddresses(content, options.ledger);
  const context = {
    ...{ content, register, credits, links, topics, palette, versions, firstAddresses },
    ...options,
  };
  return {
    content,
    options,
    visible,
    register,
    links,
    versions,
    names: once(() => new ArticleNames(content.articles)),
    credits,
    topics,
    palette,
    firstAddresses,
    drafts: files.map((file) => assembleArticle(file, context)),
    heldBack: heldBackOf(content, options),
    related: new RelatedMemory(options.memory),
  };
}

/** Everyone whom the files credit, each at the address that readers know. */
export function peopleOf(
  files: readonly ArticleFile[],
  { people, config }: Content,
  { ledger }: AssembleOptions,
): PeopleRegister {
  const byTime = files.toSorted(
    (a, b) => a.frontMatter.date.timeMs - b.frontMatter.date.timeMs || (a.file < b.file ? -1 : 1),
  );
  const credited = byTime.flatMap(({ frontMatter }) => Object.values(frontMatter.credits).flat());
  return new PeopleRegister(people, config.slugs, {
    credited,
    known: knownSlugs(ledger, 'people'),
    lang: config.defaultLanguage,
  });
}

/** The files of one article in all its languages, by the article's id. */
export function versionsById(files: readonly ArticleFile[]): ReadonlyMap<string, readonly ArticleFile[]> {
  const versions = new Map<string, ArticleFile[]>();
  for (const file of files) versions.set(file.id, [...(versions.get(file.id) ?? []), file]);
  return versions;
}

/** The parts after an edit that no other article can feel; undefined when it was another kind of edit. */
export function renewParts(
  before: SiteParts,
  visible: readonly VisibleArticle[],
  content: Content,
  options: AssembleOptions,
): SiteParts | undefined {
  const { register, credits, links, topics, palette, versions, firstAddresses } = before;
  const isSame =
    hasSameSurroundings(before, content, options) &&
    links.diagnostics.length === 0 &&
    content.articles.every((file, index) => staysInPlace(file, before.content.articles[index])) &&
    visible.length === before.visible.length &&
    visible.every(({ file, status }, index) => {
      const old = before.visible[index];
      return file.file === old?.file.file && status === old.status;
    });
  if (!isSame) return undefined;
  const drafts = before.drafts.map((draft, index) => {
    const file = visible[index]?.file ?? draft.file;
    if (file === draft.file) return draft;
    links.renewHeadings(file.file, file.body.headings);
    return assembleArticle(file, {
      content,
      register,
      credits,
      links,
      topics,
      palette,
      versions,
      firstAddresses,
      ...options,
    });
  });
  return { ...before, content, options, visible, drafts, heldBack: heldBackOf(content, options) };
}

function hasSameSurroundings(before: SiteParts, content: Content, options: AssembleOptions): boolean {
  return (
    before.content.config === content.config &&
    before.content.people === content.people &&
    before.content.pages === content.pages &&
    before.content.views === content.views &&
    before.content.files === content.files &&
    before.content.tables === content.tables &&
    before.content.transcripts === content.transcripts &&
    before.content.articles.length === content.articles.length &&
    before.options.photos === options.photos &&
    before.options.recipe === options.recipe &&
    before.options.cardFace === options.cardFace &&
    before.options.ledger === options.ledger &&
    before.options.displayFolder === options.displayFolder &&
    before.options.includeHidden === options.includeHidden
  );
}

/** Whether an edited article has everything that others know of it, headline and summary apart. */
function staysInPlace(file: ArticleFile, old: ArticleFile | undefined): boolean {
  if (file === old) return true;
  return file.file === old?.file && JSON.stringify(placeOf(file)) === JSON.stringify(placeOf(old));
}

function placeOf(file: ArticleFile): readonly unknown[] {
  const { id, lang, slug, timing, frontMatter, body } = file;
  const { date, credits, aliases, image, photos } = frontMatter;
  const figures = body.figures.map(({ file, media }) => [file, media]);
  return [
    id,
    lang,
    slug,
    date,
    timing,
    credits,
    aliases,
    image,
    Object.keys(photos),
    filesNamedBy(file),
    figures,
  ];
}

function heldBackOf({ articles }: Content, { nowMs }: AssembleOptions): readonly HeldBack[] {
  return articles.flatMap(({ file, frontMatter, timing }): HeldBack[] => {
    const { status, until } = visibilityOf(timing, nowMs);
    if (status === 'published') return [];
    return [{ file, title: frontMatter.title, status, ...defined({ until }) }];
  });
}
