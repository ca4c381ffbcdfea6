/**
 * How scripts for browsers are bundled, by a build and by `npm pack` alike. What the generator itself asks of Node is
 * replaced where the editor's workers bundle it.
 */

import path from 'node:path';

/** What stands in for a part of Node. */
const standIn = (scripts, name) => path.join(scripts, 'editor', 'site', 'node', name);

/** @param scripts `assets/scripts/`, absolute */
export function browserOptions(scripts) {
  const node = (name) => standIn(scripts, name);
  const absent = ['node:fs', 'node:fs/promises', 'node:os', 'node:worker_threads', 'sharp'];
  return {
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome111', 'firefox115', 'safari16.4'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'import.meta.url': '""' },
    alias: {
      'node:path': node('path.ts'),
      'node:path/posix': node('path.ts'),
      'node:crypto': node('crypto.ts'),
      'node:module': node('module.ts'),
      ...Object.fromEntries(absent.map((name) => [name, node('absent.cjs')])),
    },
    plugins: [withoutLocales],
  };
}

/**
 * Of the editor's workers, in which the generator's own code runs: it has `Buffer` everywhere. Esbuild makes every script
 * larger that is given it, whether it names it or not.
 */
export function workerOptions(scripts) {
  const options = browserOptions(scripts);
  return {
    ...options,
    inject: [standIn(scripts, 'buffer.ts')],
    plugins: [...options.plugins, withoutUnusedBuffer],
  };
}

/** @param script its source, below `assets/scripts/` */
export function isWorker(script) {
  return script.endsWith('-worker.ts');
}

/** Messages of zod in fifty languages, which nothing of ours shows. */
const withoutLocales = {
  name: 'without-locales',
  setup(build) {
    build.onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: 'export {};' }));
  },
};

/** Only what names `Buffer` carries it, though the package has no word on side effects. */
const withoutUnusedBuffer = {
  name: 'without-unused-buffer',
  setup(build) {
    build.onResolve({ filter: /^buffer$/ }, async ({ path: name, pluginData, ...options }) => {
      if (pluginData === 'buffer') return undefined;
      const { errors, path: found } = await build.resolve(name, { ...options, pluginData: 'buffer' });
      return errors.length > 0 ? { errors } : { path: found, sideEffects: false };
    });
  },
};
