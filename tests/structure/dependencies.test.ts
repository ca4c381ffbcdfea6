/** What is installed is what src/README.md says, and nothing of it runs by being installed. */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const names = z.record(z.string(), z.string());
const { dependencies, devDependencies, allowScripts } = z
  .object({
    dependencies: names,
    devDependencies: names,
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(JSON.parse(read('package.json')));
const { packages } = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        license: z.string().optional(),
        integrity: z.string().optional(),
        dev: z.boolean().optional(),
        hasInstallScript: z.boolean().optional(),
      }),
    ),
  })
  .parse(JSON.parse(read('package-lock.json')));
const installed = Object.entries(packages).filter(([place]) => place !== '');

test('every dependency stands in src/README.md with its reason and its licence, and nothing else does', () => {
  const table = read('src/README.md').split('## Dependencies')[1]?.split('\n## ')[0] ?? '';
  const rows = [...table.matchAll(/^\| (\S+) \| (.+) \| (.+) \|$/gmu)].filter(
    ([, name]) => name !== 'package',
  );
  const licenceOf = (name: string) => packages[`node_modules/${name}`]?.license?.replace(/^\(|\)$/gu, '');
  expect(rows.map(([, name, , licence]) => [name, licence])).toEqual(
    Object.keys(dependencies).map((name) => [name, licenceOf(name)]),
  );
  for (const name of Object.keys(devDependencies).filter((one) => !one.startsWith('@types/')))
    expect(table).toContain(name);
});

test('versions are exact, and every package is known by its hash', () => {
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/u);
  expect(installed.filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
});

test('nothing runs while it is installed', () => {
  expect(read('.npmrc')).toMatch(/^strict-allow-scripts=true$/mu);
  const scripts = installed.filter(([, { hasInstallScript }]) => hasInstallScript === true);
  const scripted = scripts.map(([place]) => place.replace(/^.*node_modules\//u, ''));
  // Their packages hold what the scripts would fetch or check. Another one needs a look.
  expect(new Set(scripted)).toEqual(new Set(['esbuild', 'sharp', 'vnu-jar']));
  expect(allowScripts).toEqual({ esbuild: false, sharp: false, 'vnu-jar': false });
});

test('no licence asks for more than to be named, but those that stay in files or libraries of their own', () => {
  const free =
    /^\(?(?:0BSD|Apache-2\.0|Artistic-2\.0|BlueOak-1\.0\.0|BSD(?:-[23]-Clause)?|CC0-1\.0|CC-BY-[34]\.0|ISC|MIT(?:-0)?|MPL-2\.0|OFL-1\.1|Python-2\.0|Unlicense|WTFPL|Zlib|LGPL-3\.0(?:-or-later)?)\b/u;
  const unstated = installed
    .filter(([, { license }]) => license === undefined || !free.test(license))
    .map(([place]) => place.replace(/^.*node_modules\//u, ''));
  // MIT by the text in their packages; all of them belong to a double of a bucket that tests alone run.
  expect(unstated.sort()).toEqual(['busboy', 'dicer', 'duplexer', 'humanize-number', 'only', 'streamsearch']);
});

test('the bill of materials is written', () => {
  const sbom: unknown = JSON.parse(
    execFileSync('npm', ['run', '--silent', 'sbom'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 }),
  );
  const { components } = z
    .object({
      bomFormat: z.literal('CycloneDX'),
      components: z.array(
        z.object({ name: z.string(), version: z.string(), licenses: z.array(z.unknown()).optional() }),
      ),
    })
    .parse(sbom);
  const listed = components.map(({ name, version }) => `${name}@${version}`);
  for (const [name, version] of Object.entries(dependencies)) expect(listed).toContain(`${name}@${version}`);
});
