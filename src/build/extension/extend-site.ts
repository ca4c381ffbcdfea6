/** The assembled site with what a web team has added to it: pages that the site stands around, and files as they are. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Sources } from '../../content/document-reader.ts';
import { type Diagnostic, hasErrors, startOf } from '../../diagnostics/diagnostic.ts';
import type { OwnPage, Site } from '../../site/site.ts';
import { defined } from '../../text/defined.ts';
import type { Project } from '../project.ts';
import { checkAddresses, checkLinks } from './check-pages.ts';
import { displayPath, passFault } from './extension-fault.ts';
import type { Extension } from './find-extension.ts';
import { frameElement, pageFrame } from './pass.ts';
import { type PassResult, runPass } from './run-pass.ts';
import { siteDataOf } from './site-data.ts';

export interface ExtendedSite {
  readonly site: Site;
  /** Files beside the framed pages: absolute paths by path in the output. */
  readonly ownFiles: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

export async function extendSite(project: Project, extension: Extension, site: Site): Promise<ExtendedSite> {
  if (!extension.hasPages && extension.config === undefined)
    return { site, ownFiles: new Map(), diagnostics: [] };
  const result = await runPass(project, extension, siteDataOf(site));
  if (result.failure !== undefined)
    return {
      site,
      ownFiles: new Map(),
      diagnostics: [passFault(result.failure, project.home, extension.config)],
    };
  const placeOf = (file: string) =>
    displayPath(path.join(project.home, result.templates.get(file) ?? path.basename(extension.config ?? '')));
  const { ownPages, ownFiles, diagnostics } = readPages(result, site, placeOf);
  const extended = { ...site, ownPages };
  // A page outside of the folder is not in it.
  const named = [...new Set([...result.files.keys(), ...result.templates.keys()])];
  const found = [...diagnostics, ...(await checkAddresses(site, named, placeOf))];
  if (!hasErrors(found)) found.push(...(await checkLinks(extended, ownFiles, placeOf)));
  return { site: extended, ownFiles, diagnostics: found };
}

/** Sources of diagnostics, with the team's own files among them. */
export function withOwnSources(sources: Sources): Sources {
  return {
    read: (file) => sources.read(file),
    get: (file) =>
      sources.get(file) ?? (isOwnCode(file) && existsSync(file) ? readFileSync(file, 'utf8') : undefined),
  };
}

function isOwnCode(file: string): boolean {
  return /\.(?:[jt]sx?|mjs|njk|liquid|html|md)$/u.test(file);
}

const frame = new RegExp(`<${frameElement}\\s+frame="?([\\w-]+)"?\\s*>(?:</${frameElement}>)?`, 'u');

function readPages({ files, templates }: PassResult, site: Site, placeOf: (file: string) => string) {
  const ownPages: OwnPage[] = [];
  const ownFiles = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const languages = site.editions.map(({ lang }) => lang);
  for (const [file, source] of files) {
    const text = templates.has(file) && file.endsWith('.html') ? readFileSync(source, 'utf8') : '';
    const [element, encoded = ''] = frame.exec(text) ?? [];
    if (element === undefined) {
      ownFiles.set(file, source);
      continue;
    }
    const {
      title,
      description,
      hidden,
      lang = languages[0] ?? '',
    } = pageFrame.parse(JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8')));
    if (!languages.includes(lang))
      diagnostics.push({
        code: 'unknown-language',
        severity: 'error',
        ...startOf(placeOf(file)),
        message: `"${lang}" is not a language of site.yaml.`,
        hint: `Write one of: ${languages.join(', ')}.`,
      });
    const url = `/${file.replace(/(?<=^|\/)index\.html$/u, '')}`;
    const html = text.replace(element, '').trim();
    ownPages.push({ url, lang, title, isHidden: hidden === true, html, ...defined({ description }) });
  }
  return { ownPages, ownFiles, diagnostics };
}
