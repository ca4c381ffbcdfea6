/** `news doctor`: what this machine has, what it lacks, and what to do about it. Changes nothing. */

import pc from 'picocolors';
import type { Project } from '../../build/project.ts';
import { count } from '../../diagnostics/report.ts';
import { terminalText } from '../../text/terminal-text.ts';
import { examineMachine, type FindingState } from '../examine-machine.ts';
import { examineNewsroom } from '../examine-newsroom.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';

export interface DoctorArguments {
  readonly json?: boolean;
}

const marks: Readonly<Record<FindingState, string>> = {
  good: pc.green('good'),
  look: pc.yellow('look'),
  bad: pc.red('bad '),
};

export async function runDoctorCommand(
  project: Project,
  { json = false }: DoctorArguments,
): Promise<ExitCode> {
  const findings = [...(await examineMachine(project)), ...(await examineNewsroom(project.home))];
  const bad = findings.filter(({ state }) => state === 'bad').length;
  if (json) process.stdout.write(`${JSON.stringify(findings, undefined, 2)}\n`);
  else {
    for (const { state, subject, message, hint } of findings)
      process.stdout.write(
        `${marks[state]}  ${subject.padEnd(8)} ${terminalText(message)}\n${hint === undefined ? '' : `               ${terminalText(hint)}\n`}`,
      );
    process.stdout.write(
      bad === 0 ? 'This machine can build the site.\n' : `${count(bad, 'thing')} must be fixed.\n`,
    );
  }
  return bad === 0 ? exitCode.good : exitCode.machine;
}
