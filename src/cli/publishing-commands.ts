/** The commands between the content and its readers: build, publish, count, and take down. */

import { Option } from 'commander';
import { openProject } from '../build/project.ts';
import { type AddCommand, formatOption, outputOption, projectCommand } from './command.ts';
import type { AddressesArguments } from './commands/addresses.ts';
import type { BuildArguments } from './commands/build.ts';
import type { DigestArguments } from './commands/digest.ts';
import type { DueArguments } from './commands/due.ts';
import type { PublishArguments } from './commands/publish.ts';
import type { TakedownArguments } from './commands/takedown.ts';
import type { ViewsArguments } from './commands/views.ts';
import { readCount, readMinutes } from './option-values.ts';

export const publishingCommands: readonly AddCommand[] = [
  projectCommand<BuildArguments>({
    name: 'build',
    summary: 'Check the content and build the whole site; the old one stays until the new one is complete.',
    options: [
      outputOption('where the site goes'),
      new Option('--portable', 'a copy that opens from disk too, in _portable beside it'),
      formatOption(),
    ],
    help: `Example:
  npx news build --output /var/www/news
  npx news build --portable     open _portable/index.html in a browser, or send the folder`,
    run: async (launch, options) => {
      const { runBuild } = await import('./commands/build.ts');
      return await runBuild(openProject(launch, options), options);
    },
  }),

  projectCommand<DigestArguments>({
    name: 'digest',
    summary:
      'Write the stories since a day as a letter, one HTML and one text file, for any service that sends mail.',
    options: [
      new Option('--since <day>', 'a day, or a moment with its offset; else seven days ago'),
      new Option('--lang <code>', 'the language; else that of the site'),
      new Option('--topic <slug>', 'stories and events of one topic alone'),
      new Option('--unsubscribe <mark>', 'what your service puts the address for leaving in place of'),
      new Option('--to <folder>', 'where the two files go').default('digest'),
    ],
    help: `Photos are fetched from the published site: publish first, then send.

Example:
  npx news digest --since 2024-05-06 --lang zh
  npx news digest --topic research --unsubscribe '{{ UnsubscribeURL }}'`,
    run: async (launch, options) => {
      const { runDigestCommand } = await import('./commands/digest.ts');
      return await runDigestCommand(openProject(launch, options), options);
    },
  }),

  projectCommand<DueArguments>({
    name: 'due',
    summary: 'Show what is held back and when the site changes by itself; find stories that are late.',
    options: [
      new Option('--check-live [url]', 'compare the published site (baseUrl) with what should be on it'),
      new Option('--grace <minutes>', 'how long publishing may take').default(15).argParser(readMinutes),
      new Option('--json', 'the list for programs'),
    ],
    help: `With --check-live the exit code is 1 when a story is missing, or is seen that should not be.

Example:
  npx news due --check-live https://news.example.edu/`,
    run: async (launch, options) => {
      const { runDueCommand } = await import('./commands/due.ts');
      return await runDueCommand(openProject(launch, options), options);
    },
  }),

  projectCommand<PublishArguments, string | undefined>({
    name: 'publish',
    summary: 'Show the built site to readers: all of it or nothing, and only what changed is sent.',
    argument: ['[target]', 'a name from site.yaml (publish: {production: …}), or an address'],
    options: [
      outputOption('the built site'),
      new Option('--dry-run', 'list what would be added, changed and removed; change nothing'),
      new Option('--allow-removals', 'even when more than a tenth of all pages would be gone'),
      new Option('--rollback', 'show the release before the current one again'),
      new Option('--keep <number>', 'releases that stay for a rollback').default(5).argParser(readCount),
      new Option('--grace <minutes>', 'how long old photos and assets stay in a bucket')
        .default(10)
        .argParser(readCount),
      new Option('--check-live [url]', 'afterwards compare the published site (baseUrl) with what is due'),
      new Option('--json', 'the report for programs'),
    ],
    help: `Targets:
  file:/var/www/news             a web server’s folder; let it serve /var/www/news/current
  rsync:user@host:/var/www/news  the same on another machine, by SSH
  s3://bucket/prefix             any S3-compatible store; keys and address as AWS_ACCESS_KEY_ID,
                                 AWS_SECRET_ACCESS_KEY, AWS_REGION and AWS_ENDPOINT_URL

Examples:
  npx news publish production --dry-run
  npx news publish file:/var/www/news
  npx news publish production --rollback`,
    run: async (launch, options, target) => {
      const { runPublish } = await import('./commands/publish.ts');
      return await runPublish(openProject(launch, options), target, options);
    },
  }),

  projectCommand<AddressesArguments>({
    name: 'addresses',
    summary: 'Show every address that readers have; --update notes those of the site as it is now.',
    options: [
      new Option('--update', 'write the ledger, content/.addresses.json: after each publishing'),
      new Option('--json', 'the list for programs'),
    ],
    help: `Example:
  npx news addresses --update && git commit content/.addresses.json`,
    run: async (launch, options) => {
      const { runAddressesCommand } = await import('./commands/addresses.ts');
      return await runAddressesCommand(openProject(launch, options), options);
    },
  }),

  projectCommand<TakedownArguments, string>({
    name: 'takedown',
    summary: 'Take a story, a photo or a person off the site and out of everything made of it; prove it.',
    argument: ['<what>', 'a story (2024/fair, or its address), a photo (2024/fair/4.jpg), or a name'],
    options: [
      outputOption('the built site'),
      new Option('--reason <text>', 'what readers are told at its address').default(
        'The newsroom has taken this off the site.',
      ),
      new Option('--yes', 'do it without asking'),
      new Option('--dry-run', 'show only what it would do'),
      new Option('--even-unsaved', 'even files that git does not have, which are lost then'),
      new Option('--json', 'the report for programs'),
    ],
    help: `Exit code 1: something still names it, and the list says where.

Examples:
  npx news takedown 2024/fair --reason "The event did not take place."
  npx news takedown 2024/fair/4.jpg
  npx news takedown "LI Hua" --dry-run`,
    run: async (launch, options, what) => {
      const { runTakedown } = await import('./commands/takedown.ts');
      return await runTakedown(openProject(launch, options), what, options);
    },
  }),

  projectCommand<ViewsArguments, string[]>({
    name: 'views import',
    summary: 'Count the readers in access logs, and write content/views.json.',
    argument: ['<files...>', 'access logs, compressed or not; JSON reports of GoAccess or GoatCounter'],
    options: [
      new Option('--source <name>', 'where they come from; different sources are added up').default('web'),
      new Option('--dry-run', 'count only; write nothing'),
      new Option('--json', 'the numbers for programs'),
    ],
    help: `Give all files of a day together. Importing a file again changes nothing.

Examples:
  npx news views import /var/log/nginx/access.log*
  npx news views import goatcounter.json --source goatcounter`,
    run: async (launch, options, files) => {
      const { runViewsImport } = await import('./commands/views.ts');
      return await runViewsImport(openProject(launch, options), files, options);
    },
  }),
];
