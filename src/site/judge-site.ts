/**
 * What is wrong with a site, now and at every moment to come: a story that waits is judged as if it were due, so that
 * nothing fails for the first time at eight in the morning. `news check` and `news build` are this one gate. Of drafts
 * and of what has expired, mistakes are warnings: they keep no other story from being published. Pure.
 */

import type { Content } from '../content/load-content.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { redirectFrom } from './address-claims.ts';
import type { DraftArticle } from './assemble-article.ts';
import { assembleArticle } from './assemble-article.ts';
import type { AssembleOptions } from './assemble-options.ts';
import { checkNamedArticles } from './check-names.ts';
import { CreditLines } from './credit-lines.ts';
import { checkFutureDates } from './future-dates.ts';
import { lifetimeOf } from './lifetime.ts';
import { LinkRegister } from './link-register.ts';
import { checkMovedSite } from './moved-site.ts';
import { checkReusedAddresses } from './reused-addresses.ts';
import { peopleOf, type SiteParts, versionsById } from './site-parts.ts';
import { checkTakenDown, checkWithdrawn } from './taken-down.ts';

export interface Judgement {
  readonly diagnostics: readonly Diagnostic[];
  /** Stories that readers do not see yet, and will. */
  readonly toCome: readonly DraftArticle[];
}

export function judgeSite(parts: SiteParts, content: Content, options: AssembleOptions): Judgement {
  const { nowMs, displayFolder, isJudged = () => true } = options;
  const { articles, config } = content;
  const judged = articles.filter(({ file }) => isJudged(file));
  const isVisible = new Set(parts.visible.map(({ file }) => file.file));
  const hidden = articles.filter(({ file }) => !isVisible.has(file));
  const world = hidden.length === 0 ? parts : worldOfAll(parts, content, options);
  const { links } = world;
  const context = { content, ...world, ...options };
  const hiddenDrafts = hidden.map((file) => assembleArticle(file, context));
  const toCome = hiddenDrafts.filter(({ file }) => lifetimeOf(file.timing, nowMs) !== undefined);
  const seen = parts.drafts
    .map(({ file }) => file)
    .filter(({ timing }) => lifetimeOf(timing, nowMs) !== undefined);
  const documents = [
    ...judged,
    ...[...content.people, ...content.pages].filter(({ file }) => isJudged(file)),
  ];
  const diagnostics = [
    links.diagnostics,
    ...[...parts.drafts, ...hiddenDrafts].map((draft) => draft.diagnostics),
    ...documents.map(({ file, body }) => links.check(body.links, `${displayFolder}/${file}`)),
    ...judged.map((file) => parts.names().read(file).diagnostics),
    checkNamedArticles(content, parts.names()),
    checkFutureDates(judged, config.timeZone, nowMs),
    checkTombstones(content, toCome, links),
    checkMovedSite(content, options.ledger),
    checkTakenDown(content, options.ledger, displayFolder),
    checkWithdrawn(content, options.ledger),
    options.ledger === undefined
      ? []
      : checkReusedAddresses(
          [...seen, ...toCome.map(({ file }) => file)],
          content,
          options.ledger,
          displayFolder,
        ),
  ].flat();
  const unseen = new Set(
    articles
      .filter(({ timing }) => lifetimeOf(timing, nowMs) === undefined)
      .map(({ file }) => `${displayFolder}/${file}`),
  );
  return {
    diagnostics: diagnostics.map((diagnostic) =>
      diagnostic.severity === 'error' && unseen.has(diagnostic.file)
        ? { ...diagnostic, severity: 'warning' }
        : diagnostic,
    ),
    toCome,
  };
}

/** Tombstones at addresses that stories will have: those of stories that are seen already are found with their addresses. */
function checkTombstones(
  { tombstones }: Content,
  toCome: readonly DraftArticle[],
  links: LinkRegister,
): readonly Diagnostic[] {
  const wanted = new Set(
    toCome.flatMap(({ file }) => [
      links.urlOfFile(file.file) ?? '',
      ...file.frontMatter.aliases.map((alias) => redirectFrom(alias)),
    ]),
  );
  return tombstones
    .filter(({ path }) => wanted.has(redirectFrom(path)))
    .map(({ path, place }) => ({
      code: 'duplicate-permalink',
      severity: 'error',
      ...place,
      message: `The address ${redirectFrom(path)} has a tombstone and is in use.`,
      hint: 'Delete the tombstone, or what stands at the address.',
    }));
}

/** The registers of a site in which everything is seen. */
function worldOfAll(parts: SiteParts, content: Content, options: AssembleOptions) {
  const { articles, config } = content;
  const register = peopleOf(articles, content, options);
  return {
    register,
    links: new LinkRegister(content, articles, register, options.displayFolder, options.nowMs),
    credits: new CreditLines(config, register),
    topics: parts.topics,
    palette: parts.palette,
    firstAddresses: parts.firstAddresses,
    versions: versionsById(articles),
  };
}
