/** `news check`: finds everything that can be known to be wrong without building; fixes what needs no judgement. */

import { createInterface } from 'node:readline/promises';
import pc from 'picocolors';
import { saveBaseline } from '../../build/baseline-file.ts';
import { readClock } from '../../build/clock.ts';
import { describeFixes, planFixes, writeFixes } from '../../build/fix-content.ts';
import { type PreparedSite, prepareSite } from '../../build/prepare-site.ts';
import { terminalProgress } from '../../build/progress.ts';
import type { Project } from '../../build/project.ts';
import { UsageError } from '../../build/usage-error.ts';
import { baselineFile } from '../../checks/baseline.ts';
import { explanations } from '../../checks/explanations.ts';
import { isAdjustable } from '../../checks/levels.ts';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { count, formatReport, type ReportFormat } from '../../diagnostics/report.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';

export interface CheckArguments {
  readonly format: ReportFormat;
  readonly fix?: boolean;
  readonly yes?: boolean;
  readonly updateBaseline?: boolean;
}

export async function runCheck(project: Project, options: CheckArguments): Promise<ExitCode> {
  if (options.fix === true && options.updateBaseline === true) {
    throw new UsageError('Fix first, then update the baseline: --fix and --update-baseline are two runs.');
  }
  if (options.yes === true && options.fix !== true) throw new UsageError('--yes belongs to --fix.');
  const prepare = () =>
    prepareSite(project, {
      nowMs: readClock(),
      // As a build does: what one refuses, the other refuses.
      includeHidden: false,
      progress: terminalProgress(process.stderr),
      checks: 'warning',
    });
  let prepared = await prepare();
  if (options.fix === true && (await fix(project, prepared, options))) prepared = await prepare();
  if (options.updateBaseline === true) return await updateBaseline(project, prepared, options.format);
  return report(prepared, options.format);
}

function report(
  { diagnostics, allDiagnostics, sources, content, photoRequests }: PreparedSite,
  format: ReportFormat,
): ExitCode {
  const useColor = format === 'terminal' && pc.isColorSupported;
  const text = formatReport(diagnostics, format, (file) => sources.get(file), useColor, explanations);
  if (text !== '') process.stdout.write(text);
  if (format === 'terminal') {
    const passedOver =
      allDiagnostics.filter(({ code }) => isAdjustable(code)).length -
      diagnostics.filter(({ code }) => isAdjustable(code)).length;
    const rest = passedOver > 0 ? ` ${count(passedOver, 'old warning')} passed over (${baselineFile}).` : '';
    if (diagnostics.length === 0) {
      const counts = `${count(content?.articles.length ?? 0, 'article')}, ${count(photoRequests.size, 'photo')}.`;
      process.stdout.write(`${pc.green('All good:')} ${counts}${rest}\n`);
    } else {
      const fixable = diagnostics.filter((diagnostic) => diagnostic.fix !== undefined).length;
      if (fixable > 0)
        process.stdout.write(`${fixable} of them can be fixed for you: npx news check --fix\n`);
      if (rest !== '') process.stdout.write(`${rest.trim()}\n`);
    }
  }
  return hasErrors(diagnostics) ? exitCode.content : exitCode.good;
}

/** @returns whether a file was changed */
async function fix(
  project: Project,
  { content, sources }: PreparedSite,
  options: CheckArguments,
): Promise<boolean> {
  if (content === undefined) return false;
  const fixes = planFixes(content, sources, project.displayContent);
  // Programs read the report from the standard output; the changes are for people.
  if (fixes.length === 0) {
    process.stderr.write('There is nothing to fix.\n');
    return false;
  }
  process.stderr.write(`${describeFixes(fixes, pc.isColorSupported)}\n`);
  if (options.yes !== true && !(await isConfirmed(fixes.length))) {
    process.stderr.write('Nothing was changed.\n');
    return false;
  }
  const leftAlone = await writeFixes(project, fixes);
  for (const file of leftAlone) {
    process.stderr.write(`${file} was saved in the meantime and is as it was. Run the command again.\n`);
  }
  process.stderr.write(`${count(fixes.length - leftAlone.length, 'file')} fixed.\n`);
  return leftAlone.length < fixes.length;
}

async function isConfirmed(files: number): Promise<boolean> {
  if (!process.stdin.isTTY) {
    process.stderr.write('Add --yes to write these changes.\n');
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(`Write these changes to ${count(files, 'file')}? [y/N] `);
    return /^y(?:es)?$/iu.test(answer.trim());
  } finally {
    terminal.close();
  }
}

async function updateBaseline(
  project: Project,
  { allDiagnostics, sources }: PreparedSite,
  format: ReportFormat,
): Promise<ExitCode> {
  await saveBaseline(project, allDiagnostics);
  const errors = allDiagnostics.filter(({ code, severity }) => severity === 'error' && !isAdjustable(code));
  process.stdout.write(formatReport(errors, format, (file) => sources.get(file), pc.isColorSupported));
  const grandfathered = allDiagnostics.filter(({ code }) => isAdjustable(code)).length;
  process.stderr.write(`${baselineFile} now passes over ${count(grandfathered, 'warning')}.\n`);
  return errors.length > 0 ? exitCode.content : exitCode.good;
}
