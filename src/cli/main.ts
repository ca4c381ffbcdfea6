/** `news`: the command line. Parses the arguments, runs one command, and turns what happened into an exit code. */

import { CommanderError } from 'commander';
import pc from 'picocolors';
import type { Launch } from '../build/project.ts';
import { terminalText } from '../text/terminal-text.ts';
import { commandLine } from './command-table.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { machineHint } from './machine-hint.ts';

/** @param launch is asked when a command runs: for help and mistakes of the call the generator is not loaded */
export async function runCommandLine(
  rawArguments: readonly string[],
  launch: () => Promise<Launch>,
): Promise<ExitCode> {
  let code: ExitCode = exitCode.good;
  const program = commandLine(async (run) => {
    code = await run(await launch());
  });
  try {
    await program.parseAsync([...rawArguments], { from: 'user' });
    return code;
  } catch (error) {
    return explainFailure(error);
  }
}

function explainFailure(error: unknown): ExitCode {
  // Commander has printed its help or what was wrong with the call.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.good : exitCode.usage;
  // By its name: the program of the command brings a class of its own.
  if (error instanceof Error && error.name === 'UsageError') {
    process.stderr.write(`${terminalText(error.message)}\n`);
    return exitCode.usage;
  }
  if (error instanceof Error && error.name === 'AbortError') {
    process.stderr.write('Interrupted. The site is as it was.\n');
    return exitCode.machine;
  }
  process.stderr.write(
    `${pc.red('The machine is at fault, not the content:')} ${causes(error).join('\n  because: ')}\n`,
  );
  const hint = machineHint(error);
  if (hint !== undefined) process.stderr.write(`${terminalText(hint)}\n`);
  if (process.env.NEWS_DEBUG !== undefined && error instanceof Error)
    process.stderr.write(`${error.stack}\n`);
  else process.stderr.write('Set NEWS_DEBUG=1 to see where in the program.\n');
  return exitCode.machine;
}

function causes(error: unknown): string[] {
  if (!(error instanceof Error)) return [terminalText(String(error))];
  const rest = error.cause === undefined ? [] : causes(error.cause);
  return [terminalText(error.message), ...rest];
}
