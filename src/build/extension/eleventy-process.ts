/**
 * The process in which Eleventy runs a web team's code, in the newsroom's folder: its configuration, plugins and pages.
 * Everything goes into a folder of the cache; the build takes it from there. Called with the file of a PassRequest.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { register } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Eleventy, type UserConfig } from '@11ty/eleventy';
import { runtimeUrl } from './package-modules.ts';
import { frameElement, type PassAnswer, type PassFailure, type PassRequest } from './pass.ts';
import type { Story } from './site-data.ts';

interface Runtime {
  readonly renderPage: (content: unknown) => string;
}

const [, , requestFile = ''] = process.argv;
const request: PassRequest = JSON.parse(readFileSync(requestFile, 'utf8'));
process.setSourceMapsEnabled(true);
register(pathToFileURL(path.join(request.bundle, 'src/build/extension/module-hooks.js')), {
  data: { bundle: request.bundle },
});
const { renderPage }: Runtime = await import(runtimeUrl(request.bundle));
const answer = await run();
writeFileSync(request.answer, JSON.stringify(answer));
// Timers and sockets of plugins do not keep the process alive.
process.exit(0);

async function run(): Promise<PassAnswer> {
  const { config: ownConfig, data } = request;
  try {
    const own: { readonly default?: unknown } =
      ownConfig === undefined ? {} : await import(pathToFileURL(ownConfig).href);
    const eleventy = new Eleventy(request.input, request.output, {
      configPath: path.relative(process.cwd(), path.join(request.bundle, 'src/build/extension/no-config.js')),
      loader: 'esm',
      quietMode: true,
      pathPrefix: data.site.pathPrefix,
      config: async (config) => {
        configure(config);
        if (typeof own.default === 'function') await own.default(config);
      },
    });
    eleventy.disableLogger();
    const [, templates = []] = await eleventy.write();
    return { pages: templates.flatMap(({ inputPath, outputPath }) => pageOf(inputPath, outputPath)) };
  } catch (error) {
    return { pages: [], failure: failureOf(error) };
  }
}

function pageOf(inputPath: string, outputPath: string | false): PassAnswer['pages'] {
  if (outputPath === false) return [];
  const file = path.relative(request.output, outputPath).replaceAll('\\', '/');
  return [{ file, template: inputPath.replace(/^\.\//u, '') }];
}

function configure(config: UserConfig): void {
  const stories: readonly Story[] = request.data.stories.map((story) => ({
    ...story,
    date: new Date(story.date),
  }));
  config.setUseGitIgnore(false);
  for (const folder of ['components', 'pages/all-pages.11ty.ts'])
    config.ignores.add(path.posix.join(request.input, folder));
  config.ignores.add(path.posix.join(request.input, '**/README.md'));
  config.addGlobalData('site', request.data.site);
  config.addCollection('stories', () => stories);
  const endings = ['11ty.ts', '11ty.tsx', '11ty.jsx'];
  config.addTemplateFormats(endings);
  config.addExtension(endings, {
    key: '11ty.js',
    compile: () =>
      async function render(
        this: { defaultRenderer: (data: unknown) => Promise<unknown> },
        pageData: unknown,
      ) {
        return renderPage(await this.defaultRenderer(pageData));
      },
  });
  config.addTemplate('_includes/site.11ty.js', { render: frameOf });
}

interface FramedData {
  readonly title?: unknown;
  readonly lang?: unknown;
  readonly description?: unknown;
  readonly hidden?: unknown;
  readonly content: string;
  readonly page: { readonly inputPath: string };
}

/** The layout `site`: says what the build has to write around the page. */
function frameOf({ title, lang, description, hidden, content, page }: FramedData): string {
  if (typeof title !== 'string' || title === '')
    throw new Error(`${page.inputPath}: a page with the layout "site" needs a title.`);
  const frame = { title, lang, description, hidden };
  const text = Buffer.from(JSON.stringify(frame)).toString('base64url');
  return `<${frameElement} frame="${text}"></${frameElement}>${content}`;
}

function failureOf(error: unknown): PassFailure {
  const messages: string[] = [];
  let stack = '';
  for (
    let one: unknown = error, depth = 0;
    one instanceof Error && depth < 8;
    one = causeOf(one), depth += 1
  ) {
    messages.push(one.message);
    stack += `${one.stack ?? ''}\n`;
  }
  return { messages: messages.length === 0 ? [String(error)] : messages, stack };
}

/** Eleventy has a name of its own for it. */
function causeOf(error: Error): unknown {
  return 'originalError' in error ? error.originalError : error.cause;
}
