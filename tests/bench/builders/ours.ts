/** This generator as users call it, with everything that it makes of a site. */

import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { archiveSettings } from '../generate-archive.ts';
import { measure } from '../measured-process.ts';
import type { Builder } from './builder.ts';

const root = path.resolve(import.meta.dirname, '../../..');
/** Social cards are photos: they come from the cache, and from one run of the benchmark to the next. */
const drawnBy = (generator: string) => path.join(generator, '.cache/bench/photos');

export function ours(folder: string): Builder {
  return newsroom(folder, root, 'newsroom');
}

/** An earlier checkout of this generator, installed. */
export function earlier(checkout: string): (folder: string) => Builder {
  const newsroomBefore = (folder: string) => newsroom(folder, checkout, 'newsroom before');
  return newsroomBefore;
}

function newsroom(folder: string, generator: string, name: string): Builder {
  const content = path.join(folder, 'content');
  const drawn = drawnBy(generator);
  const output = path.join(folder, '_site');
  const cache = path.join(folder, 'cache');
  // Earlier versions have only the second.
  const launcher = ['launch.cjs', 'launch.mjs']
    .map((name) => path.join(generator, 'src/cli', name))
    .find((file) => existsSync(file));
  if (launcher === undefined) throw new Error(`${generator} is no checkout of this generator.`);
  const run = (...args: readonly string[]) => measure([process.execPath, launcher, ...args], folder);
  const folders = ['--content', content, '--cache', cache];
  const build = () => run('build', '--output', output, ...folders);
  return {
    name,
    content,
    output,
    prepare: async () => {
      // Each version has settings of its own.
      writeFileSync(path.join(content, 'site.yaml'), await archiveSettings(generator));
      if (existsSync(drawn)) cpSync(drawn, path.join(cache, 'photos'), { recursive: true });
      build();
      cpSync(path.join(cache, 'photos'), drawn, { recursive: true });
    },
    forget: () => {
      rmSync(output, { recursive: true, force: true });
      for (const made of ['articles', 'pages', 'builds'])
        rmSync(path.join(cache, made), { recursive: true, force: true });
    },
    forgetEverything: () => {
      rmSync(output, { recursive: true, force: true });
      rmSync(cache, { recursive: true, force: true });
    },
    build,
    commands: {
      'news --help': () => run('--help'),
      'news due': () => run('due', ...folders),
    },
  };
}
