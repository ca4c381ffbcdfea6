/**
 * Makes `dist/`, which is all that `npm pack` takes besides the launcher and the papers: the bundle, the assets with their
 * scripts bundled, what `news init` copies, and the library with its types. `npm pack` runs it before it packs.
 */

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { browserOptions, isWorker, workerOptions } from '../build/assets/browser-options.mjs';
import { compileGenerator } from './compile-generator.cjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const dist = path.join(root, 'dist');

if (!existsSync(path.join(root, 'node_modules', 'esbuild'))) {
  console.error('The libraries are not installed yet. Run: npm ci');
  process.exit(3);
}
const { build, transformSync } = await import('esbuild');

rmSync(dist, { recursive: true, force: true });
const bundle = await compileGenerator(root);
const name = path.basename(bundle);
cpSync(bundle, path.join(dist, 'bundle', name), {
  recursive: true,
  // What V8 has compiled is of one version and one machine.
  filter: (file) => !file.endsWith('.map') && file !== path.join(bundle, 'code'),
});
// Without comments and indentation the package is a third smaller; names stay, for errors that name them.
for (const file of readdirSync(path.join(dist, 'bundle', name), { recursive: true, encoding: 'utf8' })) {
  const target = path.join(dist, 'bundle', name, file);
  if (!/\.c?js$/u.test(file)) continue;
  const { code } = transformSync(readFileSync(target, 'utf8'), {
    minifyWhitespace: true,
    legalComments: 'none',
  });
  writeFileSync(target, code);
}

cpSync(path.join(root, 'assets'), path.join(dist, 'assets'), {
  recursive: true,
  filter: (file) => !/\.(?:ts|py|cjs)$/u.test(file),
});
const scripts = path.join(root, 'assets', 'scripts');
const scriptsOf = (folder) =>
  readdirSync(path.join(scripts, folder))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(folder, file));
const editorScripts = ['editor.ts', 'site/site-worker.ts', 'site/paste-worker.ts'].map(
  (file) => `editor/${file}`,
);
// As src/build/assets/bundle-script.ts makes them: modules, and those that stand in pages.
const inPages = [...scriptsOf('inline'), 'preview-toolbar/preview-toolbar.ts', ...editorScripts];
for (const [format, entryPoints, options] of [
  ['esm', scriptsOf('.'), browserOptions],
  ['iife', inPages.filter((file) => !isWorker(file)), browserOptions],
  ['iife', inPages.filter(isWorker), workerOptions],
]) {
  await build({
    absWorkingDir: scripts,
    entryPoints,
    outbase: '.',
    outdir: path.join(dist, 'assets', 'scripts'),
    ...options(scripts),
    format,
    logLevel: 'error',
  });
}

const starter = path.join(dist, 'starter');
mkdirSync(starter, { recursive: true });
for (const file of ['check.yml', 'publish.yml', 'timer.yml'])
  cpSync(path.join(root, '.github', 'workflows', file), path.join(starter, file));
cpSync(path.join(root, '.gitlab-ci.yml'), path.join(starter, 'gitlab-ci.yml'));
cpSync(path.join(root, '.github', 'CHANGELOG.md'), path.join(starter, 'CHANGELOG.md'));
cpSync(path.join(root, 'src', 'cli', 'is-due.mjs'), path.join(starter, 'is-due.mjs'));
cpSync(path.join(root, 'content', 'README.md'), path.join(starter, 'handbook.md'));
cpSync(path.join(root, 'content', 'README.extras.md'), path.join(starter, 'handbook-extras.md'));

// What declares packages that bring no types.
const declarations = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.d.ts'))
  .map((file) => path.join(root, 'src', file));
// Those that a newsroom may replace: it needs to know their props.
const components = readdirSync(path.join(root, 'templates', 'components'))
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => path.join(root, 'templates', 'components', file));
execFileSync(
  process.execPath,
  [
    path.join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
    ...['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--rewriteRelativeImportExtensions'],
    ...['--allowImportingTsExtensions', 'false', '--rootDir', root, '--outDir', path.join(dist, 'types')],
    ...['--module', 'NodeNext', '--target', 'ES2023', '--jsx', 'react-jsx', '--jsxImportSource', 'preact'],
    ...['--strict', '--exactOptionalPropertyTypes', '--skipLibCheck', '--types', 'node'],
    // `npm run types` has checked them; by one thread it is done sooner than many begin.
    ...['--noCheck', '--singleThreaded'],
    ...['--ignoreConfig', path.join(root, 'src', 'build', 'library.ts'), ...components, ...declarations],
  ],
  { stdio: 'inherit', cwd: root },
);
const typed = (file) => path.join(dist, 'types', path.relative(root, file).replace(/\.tsx?$/u, '.d.ts'));
keepReachable(
  path.join(dist, 'types'),
  [path.join(root, 'src', 'build', 'library.ts'), ...components].map(typed),
);
writeFileSync(path.join(dist, 'library.js'), `export * from './bundle/${name}/src/build/library.js';\n`);
writeFileSync(path.join(dist, 'jsx-runtime.d.ts'), "export * from 'preact/jsx-runtime';\n");
writeFileSync(path.join(dist, 'library.d.ts'), "export * from './types/src/build/library.js';\n");

/** Removes declarations that no public one names: they are of no use, and name packages that bring no types. */
function keepReachable(folder, entries) {
  const reached = new Set(entries);
  for (const file of reached)
    for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(
      /(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/gu,
    ))
      reached.add(path.resolve(path.dirname(file), target.replace(/\.(?:[jt]sx?)$/u, '.d.ts')));
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const whole = path.join(file.parentPath ?? file.path, file.name);
    if (file.isFile() && !reached.has(whole)) rmSync(whole);
  }
}
