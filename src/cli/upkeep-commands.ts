/** The commands that keep a newsroom's folder and machine in order. */

import { Option } from 'commander';
import { openProject } from '../build/project.ts';
import { type AddCommand, freeCommand, projectCommand } from './command.ts';
import type { DoctorArguments } from './commands/doctor.ts';
import type { UpgradeArguments } from './commands/upgrade.ts';
import { hosts } from './starter/hosts.ts';
import type { InitArguments } from './starter/starter-answers.ts';

export const upkeepCommands: readonly AddCommand[] = [
  freeCommand<InitArguments, string | undefined>({
    name: 'init',
    summary:
      'Make a newsroom’s folder that builds at once: content, settings, workflows. Asks for what is not given.',
    argument: ['[folder]', 'where; this folder when it is not given'],
    options: [
      new Option('--name <names>', 'what it is called, in the order of the languages: "News|Nachrichten"'),
      new Option('--tagline <lines>', 'what it is about, likewise'),
      new Option('--url <address>', 'where readers find it, with its folder'),
      new Option('--languages <codes>', 'the first is the main one').default(undefined, 'en'),
      new Option('--time-zone <zone>', 'Region/City').default(undefined, 'that of this machine'),
      new Option(
        '--topics <names>',
        'with commas between; an address before =: "research=Forschung|Research"',
      ),
      new Option('--accent <colour>', 'such as #0b3d91'),
      new Option('--logo <file>', 'SVG or PNG'),
      new Option('--email <address>', 'where readers write to'),
      new Option('--host <name>', 'where it is published').choices(hosts).default(undefined, 'github'),
      new Option('--from-demo', 'start from the demonstration, in a clone of the generator'),
      new Option('--yes', 'ask nothing'),
    ],
    help: `Examples:
  npx news init
  npx news init my-news --name "Campus News" --url https://news.example.org --topics "Research, People" --email news@example.org`,
    run: async (launch, options, folder) => {
      const { runInit } = await import('./commands/init.ts');
      return await runInit(launch, folder ?? '.', options);
    },
  }),

  freeCommand<UpgradeArguments>({
    name: 'upgrade',
    summary: 'Bring the newsroom’s settings and workflows to the installed version; what was edited stays.',
    options: [
      new Option('--dry-run', 'show only what it would do'),
      new Option('--yes', 'do it without asking'),
    ],
    help: `Install the next version of the package before it: one that is a file is copied beside the old one.

Examples:
  npm install ./newsroom-0.3.0.tgz && npx news upgrade
  npx news upgrade --dry-run
  npx news upgrade`,
    run: async (launch, options) => {
      const { runUpgrade } = await import('./commands/upgrade.ts');
      return await runUpgrade(launch, options);
    },
  }),

  projectCommand<DoctorArguments>({
    name: 'doctor',
    summary: 'Examine this machine: whether everything that a build needs is there and works.',
    options: [new Option('--json', 'the findings for programs')],
    help: `It changes nothing.

Example:
  npx news doctor`,
    run: async (launch, options) => {
      const { runDoctorCommand } = await import('./commands/doctor.ts');
      return await runDoctorCommand(openProject(launch, options), options);
    },
  }),

  projectCommand<object>({
    name: 'schema',
    summary: 'Write what editors’ tools need: JSON Schemas of the content, settings for VS Code.',
    help: `Example:
  npx news schema        after topics or roles of site.yaml have changed`,
    run: async (launch, options) => {
      const { runSchema } = await import('./commands/schema.ts');
      return await runSchema(openProject(launch, options));
    },
  }),
];
