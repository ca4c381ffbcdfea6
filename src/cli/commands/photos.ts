/** `news photos`: what an article's photos have and miss; the photo cache. */

import path from 'node:path';
import pc from 'picocolors';
import { readClock } from '../../build/clock.ts';
import { encodeShard } from '../../build/encode-shard.ts';
import { type ContentFix, describeFixes, writeFixes } from '../../build/fix-content.ts';
import { photoCacheOf } from '../../build/photo-store.ts';
import { prepareSite } from '../../build/prepare-site.ts';
import { terminalProgress } from '../../build/progress.ts';
import type { Project } from '../../build/project.ts';
import { prunePhotos } from '../../build/prune-photos.ts';
import { UsageError } from '../../build/usage-error.ts';
import type { ArticleFile } from '../../content/article.ts';
import type { Content } from '../../content/load-content.ts';
import { loadContent } from '../../content/load-content.ts';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { count, formatReport } from '../../diagnostics/report.ts';
import { describePhotos } from '../../photos/photo-pipeline.ts';
import type { ContentCredentials } from '../../photos/provenance/content-credentials.ts';
import { DEFAULT_RECIPE } from '../../photos/recipe.ts';
import type { Shard } from '../../photos/shard.ts';
import { defined } from '../../text/defined.ts';
import { terminalText } from '../../text/terminal-text.ts';
import { completePhotos } from '../complete-photos.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { interruption } from '../interruption.ts';
import { type FoundText, type ListedPhoto, listPhotos } from '../photo-list.ts';

export interface PhotosArguments {
  readonly write?: boolean;
  readonly json?: boolean;
  readonly prune?: boolean;
  readonly shard?: Shard;
}

export async function runPhotosCommand(
  project: Project,
  article: string | undefined,
  { write = false, json = false, prune = false, shard }: PhotosArguments,
): Promise<ExitCode> {
  if ([article !== undefined, prune, shard !== undefined].filter(Boolean).length !== 1)
    throw new UsageError(
      'Say one thing: which article (npx news photos 2024/fair), --shard 1/4, or --prune. See npx news photos --help.',
    );
  if (shard !== undefined) return await runShard(project, shard);
  return article === undefined ? await runPrune(project) : await runList(project, article, write, json);
}

async function runShard(project: Project, shard: Shard): Promise<ExitCode> {
  const done = await encodeShard(project, shard, terminalProgress(process.stderr), interruption());
  process.stderr.write(
    formatReport(done.diagnostics, 'terminal', (file) => done.sources.get(file), pc.isColorSupported),
  );
  const where = done.sharedName ?? `${photoCacheOf(project)}, which no other machine sees`;
  process.stderr.write(
    `Part ${shard.number} of ${shard.count}: ${count(done.photoCount, 'photo')}, ` +
      `${count(done.encodedCount, 'rendition')} encoded into ${where}\n`,
  );
  return hasErrors(done.diagnostics) ? exitCode.content : exitCode.good;
}

async function runPrune(project: Project): Promise<ExitCode> {
  const { site, recipe, diagnostics, sources } = await prepareSite(project, {
    nowMs: readClock(),
    includeHidden: true,
    progress: terminalProgress(process.stderr),
    checks: 'error',
  });
  if (site === undefined || recipe === undefined || hasErrors(diagnostics)) {
    process.stderr.write(
      formatReport(diagnostics, 'terminal', (file) => sources.get(file), pc.isColorSupported),
    );
    process.stderr.write(
      'Nothing was removed: while the content has errors, it is not known what it needs.\n',
    );
    return exitCode.content;
  }
  const { fileCount, bytes } = await prunePhotos(project, site, recipe, new Date());
  process.stderr.write(`${count(fileCount, 'file')} of ${(bytes / 1e6).toFixed(1)} MB removed.\n`);
  return exitCode.good;
}

async function runList(project: Project, name: string, write: boolean, json: boolean): Promise<ExitCode> {
  const displayFolder = project.displayContent;
  const loaded = await loadContent({ contentFolder: project.content, displayFolder });
  const { content, sources } = loaded;
  if (content === undefined) {
    process.stderr.write(
      formatReport(loaded.diagnostics, 'terminal', (file) => sources.get(file), pc.isColorSupported),
    );
    return exitCode.content;
  }
  const articles = findArticles(content, name, project);
  const fixes: ContentFix[] = [];
  const visibleLists: object[] = [];
  for (const article of articles) {
    const displayPath = `${displayFolder}/${article.file}`;
    const unread = listPhotos(article, content.files, new Map());
    const described = await describePhotos(
      unread.map((listed) => ({
        file: `${article.folder}/${listed.name}`,
        place: { file: displayPath, line: listed.line ?? 1, column: 1, endColumn: 2 },
      })),
      { contentFolder: project.content, cacheFolder: photoCacheOf(project), recipe: DEFAULT_RECIPE },
    );
    const listed = listPhotos(article, content.files, described.photos);
    if (json)
      visibleLists.push({
        file: displayPath,
        photos: listed.map(jsonOf),
        diagnostics: described.diagnostics,
      });
    else {
      process.stdout.write(`${pc.bold(terminalText(displayPath))}\n${listed.map(formatPhoto).join('')}`);
      process.stdout.write(
        formatReport(described.diagnostics, 'terminal', (file) => sources.get(file), pc.isColorSupported),
      );
    }
    const before = sources.get(displayPath) ?? '';
    const { text: after, byHand } = completePhotos(article, before, described.photos);
    for (const { name: photo, line } of json ? [] : byHand)
      process.stdout.write(
        `Line ${line}: what ${terminalText(photo)} says of itself must be written by hand.\n`,
      );
    // A camera's texts are in one language, which a translation is not in.
    if (after !== before && (article.lang === content.config.defaultLanguage || articles.length === 1))
      fixes.push({ file: article.file, displayPath, before, after });
  }
  if (json) process.stdout.write(`${JSON.stringify(visibleLists, undefined, 2)}\n`);
  return await offer(project, fixes, write, json);
}

async function offer(
  project: Project,
  fixes: readonly ContentFix[],
  write: boolean,
  json: boolean,
): Promise<ExitCode> {
  if (fixes.length === 0) {
    if (!json) process.stdout.write('The photos say nothing of themselves that the article misses.\n');
    return exitCode.good;
  }
  if (!json) process.stdout.write(`\n${describeFixes(fixes, pc.isColorSupported)}`);
  if (!write) {
    if (!json) process.stdout.write('Nothing was written. Add --write to write this into the article.\n');
    return exitCode.good;
  }
  const leftAlone = await writeFixes(project, fixes);
  for (const file of leftAlone)
    process.stderr.write(`${terminalText(file)} was saved meanwhile and is left alone. Run this again.\n`);
  const written = fixes.length - leftAlone.length;
  if (!json && written > 0) process.stdout.write(`${pc.green('Written:')} ${count(written, 'article')}.\n`);
  return leftAlone.length === 0 ? exitCode.good : exitCode.machine;
}

/** By folder, file, `2024/fair` or the slug alone. */
function findArticles(content: Content, name: string, project: Project): readonly ArticleFile[] {
  const here = path
    .relative(project.content, path.resolve(name))
    .replaceAll('\\', '/')
    .replace(/\/$/u, '')
    .normalize('NFC');
  const plain = name.replace(/\/$/u, '').normalize('NFC');
  const found = content.articles.filter(
    ({ id, slug, folder, file }) =>
      [here, plain].some((wanted) => [file, folder, id].includes(wanted)) || slug === plain,
  );
  if (found.length > 0) return found;
  const guess = didYouMean(
    plain,
    content.articles.flatMap(({ id, slug }) => [id, slug]),
  );
  throw new UsageError(
    `There is no article ${name}.${guess === undefined ? '' : ` Did you mean ${guess}?`} Write its folder, such as content/articles/2024/fair, or 2024/fair.`,
  );
}

const ROLES = { figure: '', lead: 'the lead photo, not in the text', unused: 'not in the article' };

function formatPhoto(listed: ListedPhoto): string {
  const { name, role, line, photo, isDecorative, focus } = listed;
  const where = line === undefined ? ROLES[role] : `line ${line}`;
  const size = photo === undefined ? '' : `${photo.widthPx} x ${photo.heightPx}`;
  const taken = photo?.metadata.takenAt?.replace('T', ' ');
  const rows: readonly (readonly [string, string])[] = [
    ['caption', isDecorative ? 'decorative' : formatText(listed.caption)],
    ['alt', isDecorative ? 'decorative' : formatText(listed.alt)],
    ['credit', formatText(listed.credit)],
    ...(taken === undefined ? [] : [['taken', terminalText(taken)] as const]),
    ...(listed.source === undefined ? [] : [['source', listed.source] as const]),
    ...(photo?.credentials === undefined ? [] : [['signed', formatCredentials(photo.credentials)] as const]),
    ...(focus === undefined ? [] : [['focus', focus.join(', ')] as const]),
  ];
  return (
    `\n  ${pc.bold(terminalText(name))}  ${[size, where].filter((text) => text !== '').join(', ')}\n` +
    rows.map(([label, text]) => `    ${label.padEnd(8)} ${text}\n`).join('')
  );
}

function formatCredentials({ state, signer, tool, isOriginalPublic }: ContentCredentials): string {
  const by = [signer, tool].filter((part) => part !== undefined).map((part) => terminalText(part));
  const kept = isOriginalPublic ? ', kept in downloads and press kits' : '';
  return [...by, `${state}, signer not verified${kept}`].join('; ');
}

function formatText(found: FoundText | undefined): string {
  if (found === undefined) return pc.yellow('missing');
  const from = found.from === 'photo' ? pc.cyan(' (from the photo itself)') : '';
  return `${terminalText(found.text)}${from}`;
}

function jsonOf({ photo, ...listed }: ListedPhoto): object {
  return photo === undefined
    ? listed
    : {
        ...listed,
        widthPx: photo.widthPx,
        heightPx: photo.heightPx,
        metadata: photo.metadata,
        ...defined({ credentials: photo.credentials }),
      };
}
