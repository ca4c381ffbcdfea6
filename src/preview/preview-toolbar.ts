/** Adds the toolbar to previewed pages: a banner that says why a story is not public, and a report for the script. */

import { createHash } from 'node:crypto';
import path from 'node:path';
import { DateTime } from 'luxon';
import type { Project } from '../build/project.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import type { SourcePlace } from '../editor/source-link.ts';
import { type ToolbarArticle, type ToolbarReport, toolbarProblem } from '../editor/toolbar-report.ts';
import { feedBody } from '../feeds/feed-body.ts';
import { writersOf } from '../site/publication.ts';
import type { Article } from '../site/site.ts';
import { type Hold, holdsOf } from '../site/status.ts';
import { defined } from '../text/defined.ts';
import { escapeHtml } from '../text/html.ts';
import type { PreviewSite } from './preview-site.ts';
import type { SiteSnapshot } from './site-snapshot.ts';

/** Folder of the preview's own addresses; no page of a site can have one like it. */
export const toolbarFolder = '.news';

/** End of a page's policy, removed here: the toolbar turns the HTML of a feed entry into elements. */
const trustedTypes = /; require-trusted-types-for .*?(?="[ />])/u;

export class PreviewToolbar {
  readonly #project: Project;
  readonly #preview: PreviewSite;
  readonly #open: (place: SourcePlace) => string;

  constructor(project: Project, preview: PreviewSite, open: (place: SourcePlace) => string) {
    this.#project = project;
    this.#preview = preview;
    this.#open = open;
  }

  /** Inserts the toolbar into a page. @param html a whole page of the site */
  addTo(html: string, url: string): string {
    const snapshot = this.#preview.snapshot;
    const root = `${snapshot?.site.config.pathPrefix ?? '/'}${toolbarFolder}/`;
    const element =
      `<news-toolbar data-root="${root}" data-page="${escapeHtml(url)}" data-version="${versionOf(html)}">` +
      `<template shadowrootmode="open"><link rel="stylesheet" href="${root}preview-toolbar.css">${this.#banner(url)}</template>` +
      `</news-toolbar><script type="module" src="${root}preview-toolbar.js"></script>`;
    return html.replace(trustedTypes, '').replace(/<body[^>]*>/u, (body) => body + element);
  }

  report(url: string): ToolbarReport {
    const snapshot = this.#preview.snapshot;
    const article = snapshot?.articleAt(url);
    const own = article?.file ?? pageFileAt(url, snapshot);
    const { displayContent } = this.#project;
    const folder =
      article === undefined ? undefined : `${displayContent}/${path.posix.dirname(article.file)}/`;
    const belongs = (file: string): boolean =>
      file === `${displayContent}/${own}` ||
      (folder !== undefined && file.startsWith(folder) && !file.endsWith('.md'));
    const problems = own === undefined ? [] : this.#preview.check(belongs);
    const elsewhere = this.#preview.problems.filter((one) => hasErrors([one]) && !belongs(one.file));
    return {
      ...defined({
        article: snapshot && article && this.#describe(article, snapshot),
      }),
      problems: problems.map((one) => this.#problem(one)),
      elsewhere: elsewhere.map((one) => this.#problem(one)),
      isComplete: this.#preview.haveTextsBeenRead,
    };
  }

  #problem(diagnostic: Diagnostic) {
    const { file, line, column } = diagnostic;
    return toolbarProblem(diagnostic, this.#preview.sources.get(file), this.#openAt(file, line, column));
  }

  /** @param file as diagnostics name it */
  #openAt(file: string, line: number, column: number): string {
    const inContent = path.posix.relative(this.#project.displayContent, file);
    return this.#open({ file: path.join(this.#project.content, inContent), line, column });
  }

  #describe(article: Article, { site }: SiteSnapshot): ToolbarArticle {
    const file = `${this.#project.displayContent}/${article.file}`;
    const { title, summary, socialImage, image } = article;
    const edition = site.editions.find(({ lang }) => lang === article.lang);
    if (edition === undefined) throw new Error(`There is no edition in ${article.lang}.`);
    const here = new URL(site.config.baseUrl).origin;
    return {
      file,
      open: this.#openAt(file, 1, 1),
      card: {
        host: new URL(site.config.baseUrl).host,
        title,
        description: summary,
        image: {
          href: site.frame.href(`/${socialImage.path}`),
          widthPx: socialImage.widthPx,
          heightPx: socialImage.heightPx,
          alt: image?.alt ?? title,
        },
      },
      entry: {
        title,
        authors: writersOf(article).map(({ name }) => name),
        date: DateTime.fromISO(article.date.iso, {
          setZone: true,
          locale: edition.locale,
        }).toLocaleString(DateTime.DATE_FULL),
        topics: article.topics.map(({ name }) => name),
        summary,
        html: feedBody(article, { edition: edition.frame, site: site.frame }).replaceAll(`="${here}/`, '="/'),
      },
    };
  }

  /** Why readers do not see the article, and until when. */
  #banner(url: string): string {
    const snapshot = this.#preview.snapshot;
    const article = snapshot?.articleAt(url);
    const file = snapshot?.content.articles.find(({ file: one }) => one === article?.file);
    if (snapshot === undefined || file === undefined) return '';
    const lines = holdsOf(file.timing, snapshot.site.nowMs).map((hold) => {
      const { file: displayPath, line, column } = file.placeOf([hold.key]);
      const link = escapeHtml(this.#openAt(displayPath, line, column));
      return `<p>${escapeHtml(holdText(hold, snapshot.site.config.timeZone))} <a href="${link}">Open at ${hold.key}</a></p>`;
    });
    return lines.length === 0
      ? ''
      : `<aside class="banner" aria-label="Not public">${lines.join('')}</aside>`;
  }
}

/** Hash of a page, to tell whether it has changed. */
export function versionOf(html: string): string {
  return createHash('sha1').update(html).digest('hex').slice(0, 16);
}

function holdText({ status, time }: Hold, zone: string): string {
  const moment =
    time === undefined
      ? ''
      : `${DateTime.fromMillis(time.timeMs, { zone, locale: 'en-GB' }).toFormat('d MMMM yyyy, HH:mm')} (${zone})`;
  switch (status) {
    case 'draft':
      return 'Draft: it is not published until draft is taken out of its front matter.';
    case 'embargoed':
      return `Embargoed: nothing of it is published before ${moment}.`;
    case 'scheduled':
      return `Scheduled: it is published from ${moment}.`;
    case 'expired':
      return `Expired: it has not been public since ${moment}.`;
  }
}

/** A page of `content/pages`, by its address. */
function pageFileAt(url: string, snapshot: SiteSnapshot | undefined): string | undefined {
  for (const edition of snapshot?.site.editions ?? []) {
    const page = edition.pages.find((one) => one.url === url);
    if (page === undefined) continue;
    return snapshot?.content.pages.find(({ slug, lang }) => slug === page.slug && lang === page.lang)?.file;
  }
  return undefined;
}
