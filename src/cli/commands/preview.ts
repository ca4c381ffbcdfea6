/** `news preview`: the site in a browser while its stories are written. */

import path from 'node:path';
import pc from 'picocolors';
import { terminalProgress } from '../../build/progress.ts';
import type { Project } from '../../build/project.ts';
import { UsageError } from '../../build/usage-error.ts';
import { walkAhead } from '../../content/walk-ahead.ts';
import { formatReport } from '../../diagnostics/report.ts';
import { editorNames, sourceLinks } from '../../editor/source-link.ts';
import { isOwnHost, ownNames } from '../../preview/own-host.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { interruption } from '../interruption.ts';

export interface PreviewArguments {
  readonly port: number;
  readonly host: string;
  /** The program that links of the toolbar open files in. */
  readonly editor?: string;
}

/** For every preview of one person. */
const EDITOR_VARIABLE = 'NEWS_EDITOR';

export async function runPreview(
  project: Project,
  { port, host, editor }: PreviewArguments,
): Promise<ExitCode> {
  const wanted = editor ?? (process.env[EDITOR_VARIABLE] || 'vscode');
  const sourceLink = sourceLinks(wanted);
  if (sourceLink === undefined) {
    throw new UsageError(
      `"${wanted}" is no editor that the preview can open. Choose one of: ${editorNames.join(', ')}; ` +
        'or write its link, such as "myeditor://open?file={file}&line={line}".',
    );
  }
  if (!isOwnHost(host, ownNames())) {
    throw new UsageError(
      `"${host}" is no name or address of this computer. Write --host 0.0.0.0 to show drafts to the whole network, or leave it out.`,
    );
  }
  const signal = interruption();
  const sinceMs = Date.now();
  const folder = walkAhead(path.join(project.bundle, 'src/content/walk-thread.js'), {
    contentFolder: project.content,
    displayFolder: project.displayContent,
  });
  const { editorFolder } = await import('../../preview/editor-answers.ts');
  const { PreviewServer } = await import('../../preview/preview-server.ts');
  const server = new PreviewServer(project, {
    progress: terminalProgress(process.stderr),
    report: (diagnostics, sources) => {
      const text = formatReport(diagnostics, 'terminal', (file) => sources.get(file), pc.isColorSupported);
      process.stderr.write(text);
    },
    host,
    port,
    sourceLink,
    walked: { sinceMs, folder },
  });
  const url = await server.start();
  process.stderr.write(
    `${pc.green('The preview is at')} ${url}\nThe editor is at ${url}${editorFolder}/\nBoth follow every file that you save. Ctrl-C ends them.\n`,
  );
  if (!signal.aborted)
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  await server.close();
  return exitCode.good;
}
