/** Every command of `news`, in the order in which the help lists them. A new command is one entry in one of these lists. */

import { Command } from 'commander';
import type { AddCommand, Call } from './command.ts';
import { publishingCommands } from './publishing-commands.ts';
import { upkeepCommands } from './upkeep-commands.ts';
import { writingCommands } from './writing-commands.ts';

const sections: readonly (readonly [heading: string, commands: readonly AddCommand[]])[] = [
  ['Writing:', writingCommands],
  ['Publishing:', publishingCommands],
  ['Upkeep:', upkeepCommands],
];

export function commandLine(call: Call): Command {
  const program = new Command('news')
    .description('Builds a news site from Markdown and photographs.')
    // Answered before anything is loaded, see launch.cjs: listed here for the help.
    .option('--version', 'the version of this generator')
    .addHelpText(
      'after',
      '\nExample:\n  npx news build        builds content/ into _site/\n  npx news preview      shows it while you write',
    )
    .showHelpAfterError('(see npx news --help)')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true });
  for (const [heading, commands] of sections) {
    program.commandsGroup(heading);
    for (const add of commands) add(program, call);
  }
  return program;
}
