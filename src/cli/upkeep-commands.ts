/** The commands that keep a newsroom's folder and machine in order. */

import { Option } from 'commander';
import { openProject } from '../build/project.ts';
import { type AddCommand, projectCommand } from './command.ts';
import type { DoctorArguments } from './commands/doctor.ts';

export const upkeepCommands: readonly AddCommand[] = [
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
