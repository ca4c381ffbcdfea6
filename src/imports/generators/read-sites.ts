/** Finds the sites of generators in an import folder by their settings, and reads what those say. Nothing runs. */

import path from 'node:path/posix';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { decodeText } from '../decode-source.ts';
import type { ImportFolder } from '../import-folder.ts';
import type { ImportIssue } from '../import-issue.ts';
import { eleventySite, type FolderData } from './eleventy-site.ts';
import type { GeneratorSite } from './generator-site.ts';
import { hugoSite } from './hugo-site.ts';
import { jekyllSite } from './jekyll-site.ts';
import { authorNames, authorsFile } from './read-authors.ts';

export interface FoundSites {
  readonly sites: readonly GeneratorSite[];
  readonly issues: readonly ImportIssue[];
}

const jekyllFile = /(?:^|\/)_config\.ya?ml$/u;
const hugoFile = /(?:^|\/)(?:hugo|config)\.(?:toml|ya?ml|json)$/u;
/** Settings in several files: `config/_default/permalinks.toml`. */
const hugoPart = /^(.*?)\/?config\/_default\/([\w-]+)(?:\.([a-z-]+))?\.(?:toml|ya?ml|json)$/u;
const eleventyFile = /(?:^|\/)(?:eleventy\.config|\.eleventy)\.[cm]?[jt]s$/u;
const folderData = /^(?:(.*)\/)?([^/]+?)(\.11tydata)?\.(json|[cm]?js)$/u;

/** Whether a folder has the settings of a generator's site; for looking above the folder that was named. */
export function isSiteSettings(name: string): boolean {
  return jekyllFile.test(name) || /^hugo\./u.test(name) || hugoFile.test(name) || eleventyFile.test(name);
}

export async function readSites(folder: ImportFolder): Promise<FoundSites> {
  const reader = new SitesReader(folder);
  return { sites: await reader.read(), issues: reader.issues };
}

class SitesReader {
  readonly issues: ImportIssue[] = [];
  readonly #folder: ImportFolder;

  constructor(folder: ImportFolder) {
    this.#folder = folder;
  }

  async read(): Promise<GeneratorSite[]> {
    const { files } = this.#folder;
    const sites: GeneratorSite[] = [];
    for (const file of files.filter((name) => jekyllFile.test(name)))
      sites.push(jekyllSite(rootOf(file), await this.#parse(file)));
    const parts = files.filter((name) => hugoPart.test(name));
    const hugoRoots = new Set(parts.map((file) => hugoPart.exec(file)?.[1] ?? ''));
    for (const file of files.filter((name) => hugoFile.test(name))) {
      const root = rootOf(file);
      const hasContent = files.some((name) => name.startsWith(root === '' ? 'content/' : `${root}/content/`));
      if (/(?:^|\/)hugo\./u.test(file) || hasContent) hugoRoots.add(root);
    }
    for (const root of hugoRoots) sites.push(hugoSite(root, await this.#hugoSettings(root, parts)));
    for (const file of files.filter((name) => eleventyFile.test(name)))
      sites.push(await this.#eleventy(file));
    return await Promise.all(sites.map(async (site) => ({ ...site, authors: await this.#authors(site) })));
  }

  async #authors({ root }: GeneratorSite): Promise<ReadonlyMap<string, string>> {
    const files = this.#folder.files.filter(
      (file) => authorsFile.test(file) && (root === '' || file.startsWith(`${root}/`)),
    );
    const found = await Promise.all(files.map(async (file) => [...authorNames(await this.#parse(file))]));
    return new Map(found.flat());
  }

  async #hugoSettings(root: string, parts: readonly string[]): Promise<Record<string, unknown>> {
    const settings: Record<string, unknown> = {};
    const whole = this.#folder.files.find((file) => hugoFile.test(file) && rootOf(file) === root);
    if (whole !== undefined) Object.assign(settings, await this.#parse(whole));
    for (const file of parts) {
      const [, ownRoot = '', name = '', lang] = hugoPart.exec(file) ?? [];
      if (ownRoot !== root || lang !== undefined) continue;
      const values = await this.#parse(file);
      if (name === 'hugo' || name === 'config') Object.assign(settings, values);
      else settings[name] = values;
    }
    return settings;
  }

  async #eleventy(file: string): Promise<GeneratorSite> {
    const root = rootOf(file);
    const program = await this.#text(file);
    const inSite = (name: string) => (root === '' ? name : name.slice(root.length + 1));
    const input = (/\binput:\s*["'`]([^"'`]+)["'`]/u.exec(program)?.[1] ?? '').replace(/^\.?\/|\/$/gu, '');
    const data: FolderData[] = [];
    for (const name of this.#folder.files) {
      if (root !== '' && !name.startsWith(`${root}/`)) continue;
      const [, folder = '', stem = '', isMarked, ending = ''] = folderData.exec(inSite(name)) ?? [];
      const isOfFolder = stem === path.basename(folder) && (isMarked !== undefined || ending === 'json');
      if (!isOfFolder) continue;
      if (ending === 'json')
        data.push({ folder, values: new Map(Object.entries(await this.#parse(name))), isProgram: false });
      else data.push({ folder, values: new Map(), isProgram: /permalink/u.test(await this.#text(name)) });
    }
    if (/addGlobalData\(\s*["'`]permalink/u.test(program))
      data.push({ folder: '', values: new Map(), isProgram: true });
    return eleventySite(root, input === '.' ? '' : input, data);
  }

  async #text(file: string): Promise<string> {
    const bytes = await this.#folder.readBytes(file);
    return bytes.ok ? decodeText(bytes.value).text : '';
  }

  async #parse(file: string): Promise<object> {
    const text = await this.#text(file);
    try {
      const parsed: unknown = file.endsWith('.toml')
        ? parseToml(text)
        : file.endsWith('.json')
          ? JSON.parse(text)
          : parseYaml(text, {
              version: '1.2',
              schema: 'core',
              uniqueKeys: false,
              maxAliasCount: 50,
              logLevel: 'error',
            });
      return typeof parsed === 'object' && parsed !== null ? parsed : {};
    } catch (error) {
      const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      this.issues.push({
        kind: 'failed',
        file: this.#folder.displayPathOf(file),
        line: 1,
        message: `The settings of the old site cannot be read (${reason}), so old addresses are not known.`,
      });
      return {};
    }
  }
}

function rootOf(file: string): string {
  const folder = path.dirname(file);
  return folder === '.' ? '' : folder;
}
