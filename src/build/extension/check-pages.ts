/** Where pages and files of a web team may stand, and whether their links lead anywhere. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path/posix';
import { type Diagnostic, type Place, startOf } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { cachePolicyOf } from '../../output/cache-policy.ts';
import { isOutputPath, manifestName } from '../../output/manifest.ts';
import { outputFileOf } from '../../output/output-file.ts';
import type { Site } from '../../site/site.ts';

type PlaceOf = (file: string) => string;

/** @param files paths in the output */
export async function checkAddresses(
  site: Site,
  files: readonly string[],
  placeOf: PlaceOf,
): Promise<Diagnostic[]> {
  const taken = await filesOf(site);
  const folders = foldersOf(taken);
  const own = new Set(files);
  const wrong = (file: string, message: string, hint: string): Diagnostic => ({
    code: 'extension-address',
    severity: 'error',
    ...startOf(placeOf(file)),
    message,
    hint,
  });
  return files.flatMap((file): Diagnostic[] => {
    if (!isOutputPath(file))
      return [wrong(file, `${file} lies outside of the site.`, 'Give it a permalink inside.')];
    if (file === manifestName || taken.has(file))
      return [
        wrong(
          file,
          `The site itself has /${file.replace(/index\.html$/u, '')}.`,
          'Give it another permalink.',
        ),
      ];
    const below = above(file).find((folder) => taken.has(folder) || own.has(folder));
    if (folders.has(file) || below !== undefined)
      return [wrong(file, `/${file} is a file and a folder at once.`, 'Give it another permalink.')];
    if (cachePolicyOf(file) === 'immutable')
      return [
        wrong(
          file,
          `Browsers keep what is in /${file.split('/')[0]}/ for a year, and would not see it change.`,
          'Put it into another folder.',
        ),
      ];
    return [];
  });
}

/** @param ownFiles pages without the site around them among them: absolute paths by path in the output */
export async function checkLinks(
  site: Site,
  ownFiles: ReadonlyMap<string, string>,
  placeOf: PlaceOf,
): Promise<Diagnostic[]> {
  const { pathPrefix, baseUrl } = site.frame;
  const known = await filesOf(site);
  for (const file of ownFiles.keys()) known.add(file);
  const pages = [
    ...(site.ownPages ?? []).map(({ url, html }) => ({ file: outputFileOf(url), html })),
    ...[...ownFiles]
      .filter(([file]) => file.endsWith('.html'))
      .map(([file, source]) => ({ file, html: readFileSync(source, 'utf8') })),
  ];
  return pages.flatMap(({ file, html }) =>
    linksIn(html).flatMap((link): Diagnostic[] => {
      const target = targetOf(link, `${baseUrl}${pathPrefix}${file}`, pathPrefix);
      if (target === undefined || isThere(target, known)) return [];
      const near = didYouMean(
        target,
        [...known].map((one) => `/${one}`.replace(/index\.html$/u, '')),
      );
      return [
        {
          code: 'extension-link',
          severity: 'error',
          ...placeOfLink(placeOf(file), [link, target]),
          message: `/${file.replace(/index\.html$/u, '')} links to ${link}, which is not there.`,
          hint: hintFor(target, pathPrefix, near),
        },
      ];
    }),
  );
}

function hintFor(target: string, pathPrefix: string, near: string | undefined): string {
  if (target.startsWith('outside:'))
    return `The site lies under ${pathPrefix}: write {{ "/address/" | url }}, or the href of a story.`;
  return near === undefined ? 'Correct it, or take it out.' : `Did you mean ${near}?`;
}

function linksIn(html: string): readonly string[] {
  const tags = html
    .replaceAll(/<!--[\s\S]*?-->|<script\b[\s\S]*?<\/script>/gu, '')
    .matchAll(
      /<(?:a|area|audio|iframe|img|link|script|source|video)\b[^>]*?\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/giu,
    );
  return [...tags].map(([, a, b, c]) => (a ?? b ?? c ?? '').replaceAll('&amp;', '&').trim());
}

/** Where the template writes the address; its start where it is put together. @param template as diagnostics name it */
function placeOfLink(template: string, written: readonly string[]): Place {
  // Templates of plugins lie in no file.
  const lines = existsSync(template) ? readFileSync(template, 'utf8').split('\n') : [];
  for (const address of written)
    for (const [index, line] of lines.entries()) {
      const at = line.indexOf(address);
      if (at >= 0)
        return { file: template, line: index + 1, column: at + 1, endColumn: at + 1 + address.length };
    }
  return startOf(template);
}

/** Its address from the site's top; undefined for one of another host. */
function targetOf(link: string, from: string, pathPrefix: string): string | undefined {
  if (!URL.canParse(link, from)) return undefined;
  const { origin, pathname } = new URL(link, from);
  if (origin !== new URL(from).origin) return undefined;
  if (!pathname.startsWith(pathPrefix)) return `outside:${pathname}`;
  const rest = pathname.slice(pathPrefix.length);
  try {
    return `/${decodeURIComponent(rest)}`;
  } catch {
    return `/${rest}`;
  }
}

function isThere(target: string, known: ReadonlySet<string>): boolean {
  const file = outputFileOf(target);
  // Names of these carry a hash that a page knows from the site alone; kits of photos are made later.
  return known.has(file) || known.has(`${file}/index.html`) || /^assets\/|^photos\/.*\.zip$/u.test(file);
}

async function filesOf(site: Site): Promise<Set<string>> {
  const { routesByUrl } = await import('../../../templates/pages/site-routes.ts');
  return new Set([
    ...[...routesByUrl(site).keys()].map(outputFileOf),
    ...site.photos.flatMap(({ renditions }) => renditions.map((rendition) => rendition.path)),
    ...site.socialCards.map(({ rendition }) => rendition.path),
    ...site.attachments.map(({ url }) => url.slice(1)),
  ]);
}

function foldersOf(files: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...files].flatMap(above));
}

function above(file: string): readonly string[] {
  const folder = path.dirname(file);
  return folder === '.' ? [] : [folder, ...above(folder)];
}
