/** `news preview`: the site in a browser while its stories are written. */

import pc from 'picocolors';
import { formatReport } from '../../diagnostics/report.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { interruption } from '../interruption.ts';
import { PreviewServer } from '../preview-server.ts';
import { terminalProgress } from '../progress.ts';
import type { Project } from '../project.ts';

export async function runPreview(project: Project, port: number): Promise<ExitCode> {
  const signal = interruption();
  const server = new PreviewServer(project, {
    progress: terminalProgress(process.stderr),
    report: (diagnostics, sources) => {
      const text = formatReport(diagnostics, 'terminal', (file) => sources.get(file), pc.isColorSupported);
      process.stderr.write(text);
    },
  });
  const url = await server.start(port);
  process.stderr.write(
    `${pc.green('The preview is at')} ${url}\nIt follows every file that you save. Ctrl-C ends it.\n`,
  );
  if (!signal.aborted)
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  await server.close();
  return exitCode.good;
}
