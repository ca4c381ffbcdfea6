/** The shape of a command: what the help says of it, its options, and what runs it. */

import { type Command, Option } from 'commander';
import type { Launch } from '../build/project.ts';
import { reportFormats } from '../diagnostics/report.ts';
import type { ExitCode } from './exit-code.ts';

/** Where the content, the site and the cache are. */
export interface FolderArguments {
  readonly content?: string;
  readonly output?: string;
  readonly cache?: string;
}

export interface CommandSpec<Options extends object, Argument> {
  /** One word, or two for a command of a group: `views import`. */
  readonly name: string;
  readonly summary: string;
  /** As commander writes it, `<file>` or `[file...]`, and what it is. */
  readonly argument?: readonly [syntax: string, what: string];
  readonly options?: readonly Option[];
  /** Printed below the list of options: notes, then at least one example. */
  readonly help: string;
  /** Loads the command's program when it is called: no command waits for the libraries of another. */
  readonly run: (launch: Launch, options: Options, argument: Argument) => Promise<ExitCode>;
}

/** Runs what the arguments asked for, and keeps the exit code. */
export type Call = (run: (launch: Launch) => Promise<ExitCode>) => Promise<void>;

/** Adds a command to commander's program. */
export type AddCommand = (program: Command, call: Call) => void;

/** Defines a command that works on a newsroom's folder: it takes `--content` and `--cache` besides its own options. */
export function projectCommand<Options extends object, Argument = undefined>(
  spec: CommandSpec<Options & FolderArguments, Argument>,
): AddCommand {
  return freeCommand({ ...spec, options: [contentOption(), cacheOption(), ...(spec.options ?? [])] });
}

/** Defines a command that needs no newsroom's folder. */
export function freeCommand<Options extends object, Argument = undefined>(
  spec: CommandSpec<Options, Argument>,
): AddCommand {
  return (program, call) => {
    const [first = '', second] = spec.name.split(' ');
    const parent = second === undefined ? program : groupOf(program, first);
    const command = parent
      .command(second ?? first)
      .description(spec.summary)
      .exitOverride();
    if (spec.argument !== undefined) command.argument(...spec.argument);
    for (const option of spec.options ?? []) addOption(command, option);
    command.addHelpText('after', `\n${spec.help}`).action(async () => {
      const [argument] = command.processedArgs;
      await call((launch) => spec.run(launch, command.opts<Options>(), argument));
    });
  };
}

/** Of a value that is given twice, commander would take the second and say nothing. */
function addOption(command: Command, option: Option): void {
  command.addOption(option);
  if (!option.required || option.variadic) return;
  let isGiven = false;
  command.on(`option:${option.name()}`, () => {
    if (isGiven)
      command.error(
        `error: option '${option.flags}' is given twice, and takes one value: ${option.description}`,
      );
    isGiven = true;
  });
}

/** What the help says of groups of commands. */
const groupSummaries: Readonly<Record<string, string>> = {
  views: 'Count how often stories are read, from the web server’s own logs.',
};

function groupOf(program: Command, name: string): Command {
  const group = program.commands.find((command) => command.name() === name);
  return (
    group ??
    program
      .command(name)
      .description(groupSummaries[name] ?? '')
      .exitOverride()
  );
}

function contentOption(): Option {
  return new Option('--content <folder>', 'where the stories are').default(undefined, 'content');
}

function cacheOption(): Option {
  return new Option('--cache <folder>', 'where photos are kept between builds').default(undefined, '.cache');
}

/** @param what such as "where the site goes" */
export function outputOption(what: string): Option {
  return new Option('--output <folder>', what).default(undefined, '_site');
}

export function formatOption(): Option {
  return new Option('--format <format>', 'how mistakes are shown').choices(reportFormats).default('terminal');
}
