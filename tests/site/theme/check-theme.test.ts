/** What is said of a theme that cannot be used, with the line that it stands on and what to write. */

import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { checkSchema } from '../../../src/content/schema-diagnostics.ts';
import { siteConfigSchema, siteConfigWords } from '../../../src/content/site-config.ts';
import { readYaml } from '../../../src/content/yaml-document.ts';
import { checkTheme } from '../../../src/site/theme/check-theme.ts';
import { contrastOf } from '../../../src/site/theme/colours.ts';
import { galleryThemes } from '../../../src/site/theme/gallery-themes.ts';

const site = `name: Campus
tagline: News
baseUrl: https://news.example.org
timeZone: Europe/Berlin
defaultLanguage: en
languages: {en: {name: English, locale: en-US}}
topics: [{name: Research, slug: research}]
credits: {draft: {en: Draft}}
`;

function problemsOf(lines: string, files: readonly string[] = []) {
  const yaml = readYaml(site + lines, 'site.yaml', 1);
  const result = checkSchema(yaml, siteConfigSchema, siteConfigWords);
  if (!result.ok) return [...yaml.diagnostics, ...result.diagnostics];
  return checkTheme({ config: result.value, placeOfSetting: yaml.placeOf, files: new Set(files), pages: [] });
}

test('an accent that cannot be read comes with the colour that would do', () => {
  const [first, ...rest] = problemsOf('theme:\n  accent: "#ffd500"\n');
  expect(rest).toEqual([]);
  expect(first).toMatchObject({ code: 'low-contrast', severity: 'error', line: 10 });
  const would = /write accent: "(#[0-9a-f]{6})"/u.exec(first?.hint ?? '')?.[1] ?? '#ffffff';
  expect(contrastOf(would, '#f5f1ea')).toBeGreaterThanOrEqual(4.5);
  expect(problemsOf(`theme:\n  accent: "${would}"\n`)).toEqual([]);
});

test('a dark accent is judged on dark paper, and the hint names both looks', () => {
  const [first] = problemsOf('theme:\n  accent:\n    light: "#0b3d91"\n    dark: "#0b3d91"\n');
  expect(first).toMatchObject({ code: 'low-contrast', line: 12 });
  expect(first?.hint).toMatch(/write accent: \{light: "#0b3d91", dark: "#[0-9a-f]{6}"\}/u);
});

test('paper that swallows the ink is found', () => {
  expect(problemsOf('theme:\n  paper: "#444444"\n').map(({ code }) => code)).toContain('low-contrast');
});

test('a colour without quotation marks is explained', () => {
  const [first] = problemsOf('theme:\n  accent: #0b3d91\n  corners: soft\n');
  expect(first?.hint).toContain('quotes');
});

test('a file that is not there is named with those that are', () => {
  const [first] = problemsOf('theme:\n  logo: logo.sgv\n');
  expect(first?.message).toContain('is not the name of a file in content/theme/');
  const [second] = problemsOf('theme:\n  logo: lgoo.svg\n', ['theme/logo.svg']);
  expect(second).toMatchObject({ code: 'missing-file', line: 10 });
  expect(second?.message).toContain('Did you mean "logo.svg"?');
});

test('no file outside content/theme/ can be named', () => {
  for (const file of ['../site.svg', '/etc/passwd.svg', 'a/b.svg', '..\\\\x.png', '.hidden.svg'])
    expect(problemsOf(`theme:\n  icon: "${file}"\n`)).toHaveLength(1);
});

test('a misspelt key or face is met with the right one', () => {
  expect(problemsOf('theme:\n  accnt: "#0b3d91"\n')[0]?.message).toContain('Did you mean "accent"?');
  expect(problemsOf('theme:\n  typefaces: {txt: inter}\n')[0]?.message).toContain('Did you mean "text"?');
  expect(problemsOf('theme:\n  typefaces: {text: comic}\n')[0]?.hint).toContain('source-serif');
});

test('a statement on accessibility that is no page is found', () => {
  expect(problemsOf('accessibility: statement\n')[0]).toMatchObject({ code: 'broken-link', line: 9 });
  expect(problemsOf('accessibility: https://www.example.org/a11y\n')).toEqual([]);
});

test('the finished themes of the gallery are read as they are shown, and every text of theirs can be read', () => {
  expect(galleryThemes).toHaveLength(6);
  for (const { name, settings } of galleryThemes)
    expect({ name, problems: problemsOf(stringify({ theme: settings })) }).toEqual({ name, problems: [] });
});
