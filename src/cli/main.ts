/** `news`: the command line. Parses the arguments, runs one command, and turns what happened into an exit code. */

import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import pc from 'picocolors';
import { type Launch, openProject, type Project } from '../build/project.ts';
import { UsageError } from '../build/usage-error.ts';
import { type ReportFormat, reportFormats } from '../diagnostics/report.ts';
import { parseShard, type Shard } from '../photos/shard.ts';
import { terminalText } from '../text/terminal-text.ts';
import type { AddressesArguments } from './commands/addresses.ts';
import type { DoctorArguments } from './commands/doctor.ts';
import type { DueArguments } from './commands/due.ts';
import type { ImportArguments } from './commands/import.ts';
import type { NewArguments } from './commands/new.ts';
import type { PhotosArguments } from './commands/photos.ts';
import type { PreviewArguments } from './commands/preview.ts';
import type { PublishArguments } from './commands/publish.ts';
import type { TakedownArguments } from './commands/takedown.ts';
import type { ViewsArguments } from './commands/views.ts';
import { type ExitCode, exitCode } from './exit-code.ts';

interface FolderArguments {
  readonly content?: string;
  readonly output?: string;
  readonly cache?: string;
}

interface CheckArguments {
  readonly format: ReportFormat;
  readonly fix?: true;
  readonly yes?: true;
  readonly updateBaseline?: true;
}

export async function runCommandLine(rawArguments: readonly string[], launch: Launch): Promise<ExitCode> {
  let code: ExitCode = exitCode.good;
  const program = new Command('news')
    .description('Builds a news site from Markdown and photographs.')
    .addHelpText(
      'after',
      '\nExample:\n  npx news build        builds content/ into _site/\n  npx news preview      shows it while you write',
    )
    .showHelpAfterError('(see npx news --help)')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true });

  const withFolders = (command: Command): Command =>
    command
      .addOption(new Option('--content <folder>', 'where the stories are').default(undefined, 'content'))
      .addOption(
        new Option('--cache <folder>', 'where photos are kept between builds').default(undefined, '.cache'),
      )
      .exitOverride();
  const project = (options: FolderArguments): Project => openProject(launch, options);

  withFolders(program.command('build'))
    .description(
      'Check the content and build the whole site; the old one stays until the new one is complete.',
    )
    .addOption(new Option('--output <folder>', 'where the site goes').default(undefined, '_site'))
    .addOption(
      new Option('--format <format>', 'how mistakes are shown').choices(reportFormats).default('terminal'),
    )
    .addHelpText('after', '\nExample:\n  npx news build --output /var/www/news')
    .action(async (options: FolderArguments & { readonly format: ReportFormat }) => {
      const { runBuild } = await import('./commands/build.ts');
      code = await runBuild(project(options), options.format);
    });

  withFolders(program.command('check'))
    .description('Find everything that is wrong with the content, without building.')
    .addOption(
      new Option('--format <format>', 'how mistakes are shown').choices(reportFormats).default('terminal'),
    )
    .option(
      '--fix',
      'mend what needs no judgement: quotation marks, double spaces, dates; shows each change first',
    )
    .option('--yes', 'with --fix: write the changes without asking')
    .option('--update-baseline', 'pass over what is wrong today, and show only what is new from now on')
    .addHelpText('after', '\nExample:\n  npx news check --fix\n  npx news check --format github')
    .action(async (options: FolderArguments & CheckArguments) => {
      const { runCheck } = await import('./commands/check.ts');
      code = await runCheck(project(options), options);
    });

  withFolders(program.command('due'))
    .description('Show what is held back and when the site changes by itself; find stories that are late.')
    .addOption(
      new Option('--check-live [url]', 'compare the published site (baseUrl) with what should be on it'),
    )
    .addOption(
      new Option('--grace <minutes>', 'how long publishing may take').default(15).argParser(parseMinutes),
    )
    .addOption(new Option('--json', 'the list for programs'))
    .addHelpText(
      'after',
      '\nWith --check-live the exit code is 1 when a story is missing, or is seen that should not be.' +
        '\n\nExample:\n  npx news due --check-live https://news.example.edu/',
    )
    .action(async (options: FolderArguments & DueArguments) => {
      const { runDueCommand } = await import('./commands/due.ts');
      code = await runDueCommand(project(options), options);
    });

  withFolders(program.command('publish'))
    .description('Show the built site to readers: all of it or nothing, and only what changed is sent.')
    .argument('[target]', 'a name from site.yaml (publish: {production: …}), or an address')
    .addOption(new Option('--output <folder>', 'the built site').default(undefined, '_site'))
    .addOption(new Option('--dry-run', 'list what would be added, changed and removed; change nothing'))
    .addOption(new Option('--allow-removals', 'even when more than a tenth of all pages would be gone'))
    .addOption(new Option('--rollback', 'show the release before the current one again'))
    .addOption(
      new Option('--keep <number>', 'releases that stay for a rollback').default(5).argParser(parseCount),
    )
    .addOption(
      new Option('--grace <minutes>', 'how long old photos and assets stay in a bucket')
        .default(10)
        .argParser(parseCount),
    )
    .addOption(
      new Option('--check-live [url]', 'afterwards compare the published site (baseUrl) with what is due'),
    )
    .addOption(new Option('--json', 'the report for programs'))
    .addHelpText(
      'after',
      '\nTargets:\n  file:/var/www/news             a web server’s folder; let it serve /var/www/news/current' +
        '\n  rsync:user@host:/var/www/news  the same on another machine, by SSH' +
        '\n  s3://bucket/prefix             any S3-compatible store; keys and address as AWS_ACCESS_KEY_ID,' +
        '\n                                 AWS_SECRET_ACCESS_KEY, AWS_REGION and AWS_ENDPOINT_URL' +
        '\n\nExamples:\n  npx news publish production --dry-run\n  npx news publish file:/var/www/news\n  npx news publish production --rollback',
    )
    .action(async (target: string | undefined, options: FolderArguments & PublishArguments) => {
      const { runPublish } = await import('./commands/publish.ts');
      code = await runPublish(project(options), target, options);
    });

  withFolders(program.command('addresses'))
    .description('Show every address that readers have; --update notes those of the site as it is now.')
    .addOption(new Option('--update', 'write the ledger, content/.addresses.json: after each publishing'))
    .addOption(new Option('--json', 'the list for programs'))
    .addHelpText('after', '\nExample:\n  npx news addresses --update && git commit content/.addresses.json')
    .action(async (options: FolderArguments & AddressesArguments) => {
      const { runAddressesCommand } = await import('./commands/addresses.ts');
      code = await runAddressesCommand(project(options), options);
    });

  withFolders(program.command('takedown'))
    .description('Take a story, a photo or a person off the site and out of everything made of it; prove it.')
    .argument('<what>', 'a story (2024/fair, or its address), a photo (2024/fair/4.jpg), or a name')
    .addOption(new Option('--output <folder>', 'the built site').default(undefined, '_site'))
    .addOption(
      new Option('--reason <text>', 'what readers are told at its address').default(
        'The newsroom has taken this off the site.',
      ),
    )
    .addOption(new Option('--yes', 'do it without asking'))
    .addOption(new Option('--dry-run', 'show only what it would do'))
    .addOption(new Option('--even-unsaved', 'even files that git does not have, which are lost then'))
    .addOption(new Option('--json', 'the report for programs'))
    .addHelpText(
      'after',
      '\nExit code 1: something still names it, and the list says where.' +
        '\n\nExamples:\n  npx news takedown 2024/fair --reason "The event did not take place."\n  npx news takedown 2024/fair/4.jpg\n  npx news takedown "LI Hua" --dry-run',
    )
    .action(async (what: string, options: FolderArguments & TakedownArguments) => {
      const { runTakedown } = await import('./commands/takedown.ts');
      code = await runTakedown(project(options), what, options);
    });

  const views = program
    .command('views')
    .description('Count how often stories are read, from the web server’s own logs.')
    .exitOverride();
  withFolders(views.command('import'))
    .description('Count the readers in access logs, and write content/views.json.')
    .argument('<files...>', 'access logs, compressed or not; JSON reports of GoAccess or GoatCounter')
    .addOption(
      new Option('--source <name>', 'where they come from; different sources are added up').default('web'),
    )
    .addOption(new Option('--dry-run', 'count only; write nothing'))
    .addOption(new Option('--json', 'the numbers for programs'))
    .addHelpText(
      'after',
      '\nGive all files of a day together. Importing a file again changes nothing.' +
        '\n\nExamples:\n  npx news views import /var/log/nginx/access.log*\n  npx news views import goatcounter.json --source goatcounter',
    )
    .action(async (files: string[], options: FolderArguments & ViewsArguments) => {
      const { runViewsImport } = await import('./commands/views.ts');
      code = await runViewsImport(project(options), files, options);
    });

  withFolders(program.command('schema'))
    .description('Write what editors’ tools need: JSON Schemas of the content, settings for VS Code.')
    .addHelpText(
      'after',
      '\nExample:\n  npx news schema        after topics or roles of site.yaml have changed',
    )
    .action(async (options: FolderArguments) => {
      const { runSchema } = await import('./commands/schema.ts');
      code = await runSchema(project(options));
    });

  withFolders(program.command('preview'))
    .description('Show the site in a browser while you write, with drafts and what is not due yet.')
    .addOption(new Option('--port <number>', 'port of this computer').default(8080).argParser(parsePort))
    .addOption(
      new Option(
        '--host <address>',
        'address to listen on; 0.0.0.0 shows drafts to the whole network',
      ).default('127.0.0.1', 'this computer alone'),
    )
    .addOption(
      new Option('--editor <name>', 'program that opens files from the page').default(
        undefined,
        'NEWS_EDITOR, else vscode',
      ),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  npx news preview --port 9000\n  npx news preview --editor "myeditor://open?file={file}&line={line}"',
    )
    .action(async (options: FolderArguments & PreviewArguments) => {
      const { runPreview } = await import('./commands/preview.ts');
      code = await runPreview(project(options), options);
    });

  withFolders(program.command('photos'))
    .description('Show what an article’s photos have and what they miss; encode or clear the photo cache.')
    .argument('[article]', 'its folder or file, such as 2024/fair')
    .addOption(new Option('--write', 'write what the photos say of themselves into the article'))
    .addOption(new Option('--json', 'the list for programs'))
    .addOption(
      new Option('--shard <part>', 'encode one part of all photos into the photo store').argParser(readShard),
    )
    .addOption(new Option('--prune', 'remove from the cache what no article needs'))
    .addHelpText(
      'after',
      '\nA first encoding can be spread over the jobs of a CI matrix that share a bucket (photos: store: in site.yaml,' +
        '\nor NEWS_PHOTO_STORE=s3://bucket/prefix). Keys and address of the service come from AWS_ACCESS_KEY_ID,' +
        '\nAWS_SECRET_ACCESS_KEY, AWS_REGION and AWS_ENDPOINT_URL. --prune is for this machine; give a bucket a lifecycle rule.' +
        '\n\nExamples:\n  npx news photos 2024/fair --write\n  npx news photos --shard 3/8\n  npx news photos --prune',
    )
    .action(async (article: string | undefined, options: FolderArguments & PhotosArguments) => {
      const { runPhotosCommand } = await import('./commands/photos.ts');
      code = await runPhotosCommand(project(options), article, options);
    });

  withFolders(program.command('new'))
    .description('Make the folder of a new article, with its photos; asks for what is not given.')
    .addOption(new Option('--title <headline>', 'the headline'))
    .addOption(new Option('--topic <name...>', 'one topic or several, as site.yaml names them'))
    .addOption(new Option('--date <date>', 'year-month-day').default(undefined, 'today'))
    .addOption(new Option('--credit <role=names...>', 'who did what, such as draft="YANG Lindi, LI Hua"'))
    .addOption(new Option('--photos <files...>', 'photos, or folders of photos; they are copied'))
    .addOption(new Option('--lang <code>', 'language of the article').default(undefined, 'that of the site'))
    .addOption(new Option('--slug <name>', 'name of its folder and last part of its address'))
    .addOption(new Option('--json', 'ask nothing, and tell programs what was written'))
    .addHelpText(
      'after',
      '\nExamples:\n  npx news new\n  npx news new --title "Students build a bamboo bicycle" --topic Research --credit draft="LI Hua" --photos ~/Desktop/bicycle',
    )
    .action(async (options: FolderArguments & NewArguments) => {
      const { runNewCommand } = await import('./commands/new.ts');
      code = await runNewCommand(project(options), options);
    });

  withFolders(program.command('import'))
    .description('Make articles of old pages, Word files, a WordPress export, or another generator’s folder.')
    .argument('<source...>', 'files or folders; photos are looked for beside them')
    .addOption(
      new Option('--from <kind>', 'what the files are, when their names do not tell').choices([
        'text',
        'html',
        'docx',
        'wordpress',
        'markdown',
      ]),
    )
    .addOption(new Option('--photos <folder>', 'where more photos are, such as the uploads of WordPress'))
    .addOption(new Option('--topic <name>', 'topic of articles whose source names none'))
    .addOption(new Option('--dry-run', 'report only; write nothing'))
    .addOption(new Option('--json', 'the report for programs'))
    .addHelpText(
      'after',
      '\nRun it again as often as you like: what somebody has edited since is left alone.' +
        '\n\nExamples:\n  npx news import story.docx\n  npx news import export.xml --photos wp-content/uploads --topic Research',
    )
    .action(async (sources: string[], options: FolderArguments & ImportArguments) => {
      const { runImportCommand } = await import('./commands/import.ts');
      code = await runImportCommand(project(options), sources, options);
    });

  withFolders(program.command('doctor'))
    .description('Examine this machine: whether everything that a build needs is there and works.')
    .addOption(new Option('--json', 'the findings for programs'))
    .addHelpText('after', '\nIt changes nothing.\n\nExample:\n  npx news doctor')
    .action(async (options: FolderArguments & DoctorArguments) => {
      const { runDoctorCommand } = await import('./commands/doctor.ts');
      code = await runDoctorCommand(project(options), options);
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
  if (error instanceof UsageError) {
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
  if (process.env.NEWS_DEBUG !== undefined && error instanceof Error)
    process.stderr.write(`${error.stack}\n`);
  else process.stderr.write('Set NEWS_DEBUG=1 to see where in the program.\n');
  return exitCode.machine;
}

function readShard(text: string): Shard {
  const shard = parseShard(text);
  if (shard !== undefined) return shard;
  throw new InvalidArgumentError('A part is written as 3/8: the third of eight.');
}

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new InvalidArgumentError('A port is a number below 65536, such as 8080.');
}

function parseMinutes(text: string): number {
  const minutes = Number(text);
  if (Number.isFinite(minutes) && minutes >= 0) return minutes;
  throw new InvalidArgumentError('Write how many minutes, such as 15.');
}

function parseCount(text: string): number {
  const number = Number(text);
  if (/^\d{1,6}$/u.test(text)) return number;
  throw new InvalidArgumentError('Write a whole number, such as 5.');
}

function causes(error: unknown): string[] {
  if (!(error instanceof Error)) return [terminalText(String(error))];
  const rest = error.cause === undefined ? [] : causes(error.cause);
  return [terminalText(error.message), ...rest];
}
