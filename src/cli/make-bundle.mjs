/**
 * Makes the bundle of the generator by esbuild: `command-line.cjs`, which reads what was called, and `generator.cjs` with
 * all other parts, which `load-bundle.cjs` loads, and beside them a small module for each part that is loaded by its path.
 * JavaScript, because it runs before anything is compiled.
 */

import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What the launcher, Eleventy, threads and newsrooms load by the path of its source. */
const commandLine = 'src/cli/main.ts';
const parts = [
  'src/build/library.ts',
  'src/build/pages-config.ts',
  'src/content/read-ahead-thread.ts',
  'src/content/walk-thread.ts',
  'templates/extension-runtime.ts',
  'templates/pages/all-pages.11ty.ts',
];

/** What a process with a newsroom's own Eleventy code is made of: it waits at its top level, as a script cannot. */
const ownProcess = ['eleventy-process', 'module-hooks', 'no-config'].map(
  (name) => `src/build/extension/${name}.ts`,
);

/**
 * @param {string} root the generator's folder
 * @param {string} folder where the bundle is written
 */
export async function makeBundle(root, folder) {
  const { build } = await import('esbuild');
  const common = {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20.9',
    external: packagesLeftOut(root),
    plugins: [leaveOutCheerio],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'error',
  };
  const commands = readdirSync(path.join(root, 'src/cli/commands')).map((name) => `src/cli/commands/${name}`);
  mkdirSync(folder, { recursive: true });
  await writeScript(build, root, folder, 'generator', [...parts, ...commands], common);
  const { inputs } = await writeScript(build, root, folder, 'command-line', [commandLine], {
    ...common,
    plugins: [...common.plugins, leaveOutCommands],
  });
  // What its stamps are taken of, see `compile-generator.cjs`.
  const sources = Object.keys(inputs).filter((file) => /^(?:src|templates)\//u.test(file));
  writeFileSync(path.join(folder, 'command-line-sources.txt'), sources.join('\n'));
  copyFileSync(path.join(root, 'src/cli/load-bundle.cjs'), path.join(folder, 'load-bundle.cjs'));
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }\n');
  for (const part of [commandLine, ...parts]) await writePart(build, root, folder, part);
  await build({
    ...common,
    entryPoints: ownProcess,
    outbase: '.',
    outdir: folder,
    splitting: true,
    format: 'esm',
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
    },
    sourcemap: 'linked',
  });
}

/** Writes one script with several parts, which it loads when it is asked for them. */
async function writeScript(build, root, folder, name, parts, options) {
  const entries = parts.map((part) => `${JSON.stringify(nameOf(part))}: () => import('./${part}'),`);
  const { outputFiles, metafile } = await build({
    ...options,
    stdin: {
      contents: `export const entries = {\n${entries.join('\n')}\n};\n`,
      resolveDir: root,
      loader: 'js',
    },
    outfile: path.join(folder, `${name}.cjs`),
    write: false,
    metafile: true,
    format: 'cjs',
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: '(function (module, require, importModule, bundleUrl) {' },
    footer: { js: '})' },
    sourcemap: 'linked',
  });
  for (const { path: file, text } of outputFiles)
    writeFileSync(file, file.endsWith('.map') ? text : scriptOf(text));
  return metafile;
}

/**
 * A script has no modules to import: the loader imports them for it. And in ASCII alone V8 holds it in half the memory;
 * esbuild leaves other characters in regular expressions and comments.
 */
function scriptOf(text) {
  return text
    .replaceAll(/(?<![.#\w])import\((?=")|(?<=\bawait )import\(/gu, 'importModule(')
    .replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A module with the exports of one part. */
async function writePart(build, root, folder, part) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [part],
    write: false,
    metafile: true,
    format: 'esm',
    outdir: folder,
  });
  const names = Object.values(metafile.outputs).flatMap(({ exports }) => exports);
  const file = path.join(folder, `${nameOf(part)}.js`);
  const loader = path.posix.relative(path.posix.dirname(part), 'load-bundle.cjs');
  const lines = [
    "import { createRequire } from 'node:module';",
    `const { entry } = createRequire(import.meta.url)('${loader}');`,
    `const part = await entry('${nameOf(part)}');`,
    ...names.map((name) =>
      name === 'default' ? 'export default part.default;' : `export const ${name} = part.${name};`,
    ),
  ];
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${lines.join('\n')}\n`);
}

function nameOf(part) {
  return part.replace(/\.ts$/u, '');
}

/**
 * Libraries that are taken into the bundle: those of many small files that every start loads (measured, it is loaded in two
 * thirds of the time), and those that are modules alone, which no script can load. Everything else stays where it is.
 */
const takenIn = new Set([
  'bidi-js',
  'cheerio',
  'commander',
  'culori',
  'd3-scale',
  'd3-shape',
  'fast-xml-parser',
  'fastest-levenshtein',
  'ical-generator',
  'luxon',
  'markdown-it',
  'markdown-it-cjk-friendly',
  'markdown-it-footnote',
  'preact',
  'preact-render-to-string',
  'opencc-js',
  'papaparse',
  'picocolors',
  'stemmer',
  'yaml',
  'zod',
  '@clack/prompts',
  '@orama/stemmers',
  '@sindresorhus/slugify',
]);

/** Its parser of HTML pages and what fetches them are for imports alone; `cheerio/slim` is small and taken in. */
const leaveOutCheerio = {
  name: 'leave-out-cheerio',
  setup({ onResolve }) {
    onResolve({ filter: /^cheerio$/ }, ({ path: name }) => ({ path: name, external: true }));
  },
};

/** The programs of commands: the loader of the command line brings them from the other script. */
const leaveOutCommands = {
  name: 'leave-out-commands',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/commands\// }, ({ path: name, kind }) =>
      kind === 'dynamic-import'
        ? { path: nameOf(path.posix.join('src/cli', name)), external: true }
        : undefined,
    );
  },
};

/** @returns {string[]} as esbuild wants to know them */
function packagesLeftOut(root) {
  const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const names = Object.keys(dependencies).filter((name) => !takenIn.has(name));
  return names.flatMap((name) => [name, `${name}/*`]);
}
