/** `news check`: everything that can be known to be wrong without building. */

import pc from 'picocolors';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { count, formatReport, type ReportFormat } from '../../diagnostics/report.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { prepareSite } from '../prepare-site.ts';
import { terminalProgress } from '../progress.ts';
import type { Project } from '../project.ts';

export async function runCheck(project: Project, format: ReportFormat): Promise<ExitCode> {
  const { diagnostics, sources, site } = await prepareSite(project, {
    nowMs: Date.now(),
    // Drafts are checked too: a mistake is cheapest before a story is due.
    includeHidden: true,
    progress: terminalProgress(process.stderr),
  });
  const useColor = format === 'terminal' && pc.isColorSupported;
  const report = formatReport(diagnostics, format, (file) => sources.get(file), useColor);
  if (report !== '') process.stdout.write(report);
  if (hasErrors(diagnostics)) return exitCode.content;
  if (diagnostics.length === 0 && format === 'terminal') {
    const articles = site?.editions.reduce((sum, edition) => sum + edition.articles.length, 0) ?? 0;
    process.stdout.write(
      `${pc.green('All good:')} ${count(articles, 'article')}, ${count(site?.photos.length ?? 0, 'photo')}.\n`,
    );
  }
  return exitCode.good;
}
