/** `news due`: what is held back and until when; with `--check-live`, whether the published site has what it should. */

import pc from 'picocolors';
import { readClock } from '../../build/clock.ts';
import { memoryOf } from '../../build/prepare-site.ts';
import type { Project } from '../../build/project.ts';
import { UsageError } from '../../build/usage-error.ts';
import { warnOfUnseen } from '../../checks/unseen-stories.ts';
import type { ArticleFile } from '../../content/article.ts';
import { loadContent } from '../../content/load-content.ts';
import { timestamp } from '../../content/machine-time.ts';
import { formatReport } from '../../diagnostics/report.ts';
import { type Manifest, manifestName, parseManifest } from '../../output/manifest.ts';
import { findLateStories, type LateStory } from '../../site/late-stories.ts';
import { changesOf, visibilityOf } from '../../site/status.ts';
import { defined } from '../../text/defined.ts';
import { terminalText } from '../../text/terminal-text.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';

export interface DueArguments {
  /** Where the published site is; true: where site.yaml says. */
  readonly checkLive?: string | true;
  /** Minutes. */
  readonly grace: number;
  readonly json?: true;
}

/** A host that takes longer to send one file is down, as readers see it. */
const timeoutMs = 30_000;

export async function runDueCommand(project: Project, options: DueArguments): Promise<ExitCode> {
  const nowMs = readClock();
  const { content, diagnostics, sources } = await loadContent({
    contentFolder: project.content,
    displayFolder: project.displayContent,
    memory: memoryOf(project),
  });
  // What cannot be read may be what is due: whatever else is said, it is not known to be all.
  const judged =
    content === undefined
      ? diagnostics
      : warnOfUnseen(diagnostics, { content, sources, displayFolder: project.displayContent, nowMs });
  const unread = judged.filter(({ severity }) => severity === 'error');
  process.stderr.write(formatReport(unread, 'terminal', (file) => sources.get(file), pc.isColorSupported));
  const code = unread.length > 0 ? exitCode.content : exitCode.good;
  if (content === undefined) return exitCode.content;
  if (options.checkLive === undefined) {
    showHeldBack(content.articles, nowMs, options.json === true);
    return code;
  }
  const { baseUrl, pathPrefix } = content.config;
  const address = options.checkLive === true ? `${baseUrl}${pathPrefix}` : options.checkLive;
  const files = await fetchManifest(address);
  const late = findLateStories(content.articles, content.config, {
    files,
    nowMs,
    graceMs: options.grace * 60_000,
  });
  if (options.json === true) process.stdout.write(`${JSON.stringify(late, null, 2)}\n`);
  else for (const story of late) process.stdout.write(`${describe(story)}\n`);
  if (late.length > 0) return exitCode.content;
  if (code !== exitCode.good) return code;
  process.stderr.write(`${pc.green('On time:')} everything that is due is at ${address}\n`);
  return exitCode.good;
}

function showHeldBack(articles: readonly ArticleFile[], nowMs: number, isJson: boolean): void {
  const held = articles.flatMap(({ file, frontMatter, timing }) => {
    const { status, until } = visibilityOf(timing, nowMs);
    return status === 'published' ? [] : [{ file, title: frontMatter.title, status, ...defined({ until }) }];
  });
  const moments = articles.flatMap(({ timing }) => changesOf(timing, nowMs));
  const nextMs = moments.length === 0 ? undefined : moments.reduce((a, b) => Math.min(a, b));
  const next = nextMs === undefined ? undefined : timestamp(nextMs);
  if (isJson) {
    process.stdout.write(`${JSON.stringify({ next: next ?? null, heldBack: held }, null, 2)}\n`);
    return;
  }
  for (const { file, title, status, until } of held) {
    const when = until === undefined ? '' : ` until ${until}`;
    process.stdout.write(`${status}${when}: ${terminalText(title)} (${terminalText(file)})\n`);
  }
  process.stdout.write(
    next === undefined ? 'Nothing changes by itself.\n' : `Build next at ${next} or soon after.\n`,
  );
}

async function fetchManifest(address: string): Promise<Manifest> {
  if (!/^https?:\/\//u.test(address) || !URL.canParse(address)) {
    throw new UsageError(`${address} is not a web address. Write it whole: https://news.example.edu/`);
  }
  const url = new URL(manifestName, address.endsWith('/') ? address : `${address}/`);
  const refuse = (message: string, cause?: unknown) => new Error(`${url}: ${message}`, { cause });
  const answer = await fetch(url, {
    signal: AbortSignal.timeout(timeoutMs),
    headers: { 'cache-control': 'no-cache' },
  }).catch((error: unknown) => {
    throw refuse('the site does not answer.', error);
  });
  if (!answer.ok) throw refuse(`the site answers ${answer.status}; was it published by this program?`);
  const manifest = parseManifest(await answer.text());
  if (manifest === undefined) throw refuse('this is not the manifest of a site that this program built.');
  return manifest.files;
}

const meanings = {
  missing: 'should have appeared',
  exposed: 'is seen, but is held back',
  outlived: 'is still seen, but should have gone',
} as const;

function describe({ kind, file, title, url, moment }: LateStory): string {
  const when = moment === undefined ? '' : `${kind === 'exposed' ? ' until' : ' at'} ${moment}`;
  return `${pc.red(kind)}: ${terminalText(title)} ${meanings[kind]}${when} (${url}, ${terminalText(file)})`;
}
