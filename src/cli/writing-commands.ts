/** The commands of editors: they make stories, check them and show them before they are published. */

import { Option } from 'commander';
import { openProject } from '../build/project.ts';
import { type AddCommand, formatOption, projectCommand } from './command.ts';
import type { CheckArguments } from './commands/check.ts';
import type { ImportArguments } from './commands/import.ts';
import type { NewArguments } from './commands/new.ts';
import type { PhotosArguments } from './commands/photos.ts';
import type { PreviewArguments } from './commands/preview.ts';
import { readPort, readShard } from './option-values.ts';

export const writingCommands: readonly AddCommand[] = [
  projectCommand<NewArguments>({
    name: 'new',
    summary: 'Make the folder of a new article, with its photos; asks for what is not given.',
    options: [
      new Option('--title <headline>', 'the headline'),
      new Option('--topic <name...>', 'one topic or several, as site.yaml names them'),
      new Option('--date <date>', 'year-month-day').default(undefined, 'today'),
      new Option('--credit <role=names...>', 'who did what, such as draft="YANG Lindi, LI Hua"'),
      new Option('--photos <files...>', 'photos, or folders of photos; they are copied'),
      new Option('--lang <code>', 'language of the article').default(undefined, 'that of the site'),
      new Option('--slug <name>', 'name of its folder and last part of its address'),
      new Option('--json', 'ask nothing, and tell programs what was written'),
    ],
    help: `Examples:
  npx news new
  npx news new --title "Students build a bamboo bicycle" --topic Research --credit draft="LI Hua" --photos ~/Desktop/bicycle`,
    run: async (launch, options) => {
      const { runNewCommand } = await import('./commands/new.ts');
      return await runNewCommand(openProject(launch, options), options);
    },
  }),

  projectCommand<ImportArguments, string[]>({
    name: 'import',
    summary: 'Make articles of old pages, Word files, a WordPress export, or another generator’s folder.',
    argument: ['<source...>', 'files or folders; photos are looked for beside them'],
    options: [
      new Option('--from <kind>', 'what the files are, when their names do not tell').choices([
        'text',
        'html',
        'docx',
        'wordpress',
        'markdown',
      ]),
      new Option('--photos <folder>', 'where more photos are, such as the uploads of WordPress'),
      new Option('--topic <name>', 'topic of articles whose source names none'),
      new Option('--dry-run', 'report only; write nothing'),
      new Option('--again', 'import once more what was deleted since the last import'),
      new Option('--json', 'the report for programs'),
    ],
    help: `Run it again as often as you like: what was edited since is left alone.

Examples:
  npx news import story.docx
  npx news import export.xml --photos wp-content/uploads --topic Research`,
    run: async (launch, options, sources) => {
      const { runImportCommand } = await import('./commands/import.ts');
      return await runImportCommand(openProject(launch, options), sources, options);
    },
  }),

  projectCommand<PreviewArguments>({
    name: 'preview',
    summary: 'Show the site in a browser while you write, with drafts and what is not due yet.',
    options: [
      new Option('--port <number>', 'port of this computer').default(8080).argParser(readPort),
      new Option(
        '--host <address>',
        'address to listen on; 0.0.0.0 shows drafts to the whole network',
      ).default('127.0.0.1', 'this computer alone'),
      new Option('--editor <name>', 'program that opens files from the page').default(
        undefined,
        'NEWS_EDITOR, else vscode',
      ),
    ],
    help: `Examples:
  npx news preview --port 9000
  npx news preview --editor "myeditor://open?file={file}&line={line}"`,
    run: async (launch, options) => {
      const { runPreview } = await import('./commands/preview.ts');
      return await runPreview(openProject(launch, options), options);
    },
  }),

  projectCommand<CheckArguments>({
    name: 'check',
    summary: 'Find everything that is wrong with the content, without building.',
    options: [
      formatOption(),
      new Option(
        '--fix',
        'fix what needs no judgement: quotation marks, double spaces, dates; shows each change first',
      ),
      new Option('--yes', 'with --fix: write the changes without asking'),
      new Option('--update-baseline', 'pass over what is wrong today, and show only what is new from now on'),
    ],
    help: `Examples:
  npx news check --fix
  npx news check --format github`,
    run: async (launch, options) => {
      const { runCheck } = await import('./commands/check.ts');
      return await runCheck(openProject(launch, options), options);
    },
  }),

  projectCommand<PhotosArguments, string | undefined>({
    name: 'photos',
    summary: 'Show what an article’s photos have and what they miss; encode or clear the photo cache.',
    argument: ['[article]', 'its folder or file, such as 2024/fair'],
    options: [
      new Option('--write', 'write what the photos say of themselves into the article'),
      new Option('--json', 'the list for programs'),
      new Option('--shard <part>', 'encode one part of all photos into the photo store').argParser(readShard),
      new Option('--prune', 'remove from the cache what no article needs'),
    ],
    help: `A first encoding can be spread over the jobs of a CI matrix that share a bucket (photos: store: in site.yaml,
or NEWS_PHOTO_STORE=s3://bucket/prefix). Keys and address of the service come from AWS_ACCESS_KEY_ID,
AWS_SECRET_ACCESS_KEY, AWS_REGION and AWS_ENDPOINT_URL. --prune is for this machine; give a bucket a lifecycle rule.

Examples:
  npx news photos 2024/fair --write
  npx news photos --shard 3/8
  npx news photos --prune`,
    run: async (launch, options, article) => {
      const { runPhotosCommand } = await import('./commands/photos.ts');
      return await runPhotosCommand(openProject(launch, options), article, options);
    },
  }),
];
