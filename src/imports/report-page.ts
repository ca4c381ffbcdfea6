/**
 * The report of an import as one page of HTML that needs no server: what to do, then every message with its places, the
 * words of the source, links to both files and the photo that is meant. No script, nothing from elsewhere. Pure.
 */

import { escapeXml } from '../text/xml.ts';
import { groupIssues, type IssueGroupSummary, kindOrder, stepsFor } from './group-issues.ts';
import type { ImportIssue, IssueKind } from './import-issue.ts';

export interface ReportPageInput {
  readonly issues: readonly ImportIssue[];
  readonly articles: readonly { readonly source: string; readonly file: string; readonly isDraft: boolean }[];
  /** The address of a file, from the page, for one that is named from where the command was called. */
  readonly hrefOf: (file: string) => string;
}

/** Places that a message shows before the rest is only counted: a page of a hundred megabytes opens nowhere. */
const maximumPlaces = 400;

const headings: Readonly<Record<IssueKind, string>> = {
  failed: 'Could not be read',
  dropped: 'Left out',
  guessed: 'Guessed',
  look: 'To look at',
  kept: 'Not touched',
};

const style = `
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff; }
  table { border-collapse: collapse; } th, td { text-align: start; padding: .2rem 1rem .2rem 0; vertical-align: top; }
  summary { cursor: pointer; padding: .4rem 0; } summary b { font-variant-numeric: tabular-nums; }
  li { margin: .5rem 0; overflow-wrap: anywhere; } q, blockquote { color: #444; } blockquote { margin: .2rem 0 0; padding-inline-start: .8rem; border-inline-start: 3px solid #ccc; white-space: pre-wrap; }
  img { max-width: 14rem; max-height: 9rem; display: block; margin: .3rem 0; }
  @media (prefers-color-scheme: dark) { body { color: #eee; background: #181818; } blockquote { color: #bbb; } a { color: #9cf; } }
`;

export function reportPage({ issues, articles, hrefOf }: ReportPageInput): string {
  const files = new Map(articles.map(({ source, file }) => [source, file]));
  const groups = groupIssues(issues);
  const drafts = articles.filter(({ isDraft }) => isDraft).length;
  const sections = kindOrder.flatMap((kind) => {
    const own = groups.filter((group) => group.kind === kind);
    if (own.length === 0) return [];
    return [
      `<h2 id="${kind}">${headings[kind]}</h2>`,
      ...own.map((group) => groupHtml(group, files, hrefOf)),
    ];
  });
  const rows = kindOrder.map((kind) => {
    const number = issues.filter((issue) => issue.kind === kind).length;
    return number === 0
      ? ''
      : `<tr><th scope="row"><a href="#${kind}">${headings[kind]}</a></th><td>${number.toLocaleString('en')}</td></tr>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Import report</title>
<style>${style}</style>
<h1>Import report</h1>
<p>${articles.length.toLocaleString('en')} stories, ${drafts.toLocaleString('en')} of them drafts.</p>
<table>${rows.join('')}</table>
<h2>What to do</h2>
<ol>${stepsFor(issues, drafts)
    .map((step) => `<li>${escapeXml(step)}</li>`)
    .join('')}</ol>
${sections.join('\n')}
</html>
`;
}

function groupHtml(
  { message, issues }: IssueGroupSummary,
  files: ReadonlyMap<string, string>,
  hrefOf: (file: string) => string,
): string {
  const link = (file: string, words: string) =>
    `<a href="${escapeXml(hrefOf(file))}">${escapeXml(words)}</a>`;
  const places = issues.slice(0, maximumPlaces).map((issue) => {
    const { file, line, text = '', picture } = issue;
    const article = files.get(file);
    const own = issue.message === message ? '' : `<br>${escapeXml(issue.message)}`;
    const image =
      picture === undefined ? '' : `<img loading="lazy" alt="" src="${escapeXml(hrefOf(picture))}">`;
    const words = text === '' ? '' : `<blockquote>${escapeXml(text)}</blockquote>`;
    return `<li>${link(file, `${file}:${line}`)}${article === undefined ? '' : ` → ${link(article, article)}`}${own}${image}${words}</li>`;
  });
  const rest = issues.length - maximumPlaces;
  const more = rest > 0 ? `<p>… and ${rest.toLocaleString('en')} more; --json lists all.</p>` : '';
  return `<details${issues.length <= 3 ? ' open' : ''}><summary><b>${issues.length.toLocaleString('en')}</b> ${escapeXml(message)}</summary><ul>${places.join('\n')}</ul>${more}</details>`;
}
