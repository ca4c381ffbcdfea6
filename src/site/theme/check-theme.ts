/** What is wrong with a theme: colours that cannot be read, files that are not there, links to no page. Pure. */

import type { Content } from '../../content/load-content.ts';
import { themeFiles } from '../../content/theme-schema.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { didYouMean, meantWords } from '../../diagnostics/did-you-mean.ts';
import { contrastOf, readable } from './colours.ts';
import { paletteOf, textContrast } from './palette.ts';

type CheckedContent = Pick<Content, 'config' | 'placeOfSetting' | 'files' | 'pages'>;

export function checkTheme(content: CheckedContent): readonly Diagnostic[] {
  return [...checkContrast(content), ...checkFiles(content), ...checkNamedPages(content)];
}

function checkContrast({ config: { theme }, placeOfSetting }: CheckedContent): readonly Diagnostic[] {
  const palette = paletteOf(theme);
  return (['light', 'dark'] as const).flatMap((look) => {
    const { paper, paperRaised, ink, accent } = palette[look];
    return (
      [
        ['ink', ink],
        ['accent', accent],
      ] as const
    ).flatMap(([key, colour]): Diagnostic[] => {
      // What the newsroom has not named is ours, and derived so that it can be read on its own paper.
      if (theme[key] === undefined && theme.paper === undefined) return [];
      const grounds = [paper, paperRaised];
      const [worst = 21] = grounds.map((ground) => contrastOf(colour, ground)).sort((a, b) => a - b);
      if (worst >= textContrast) return [];
      const set = theme[key];
      const would = readable(colour, grounds, textContrast);
      const named =
        set === undefined ? ['theme', 'paper'] : ['theme', key, ...(set.dark === undefined ? [] : [look])];
      return [
        {
          code: 'low-contrast',
          severity: 'error',
          ...placeOfSetting(named),
          message: `In the ${look} look ${key} ${colour} on paper ${paper} has a contrast of ${worst.toFixed(1)} to 1; text needs ${textContrast} to 1.`,
          hint: `${would} would do: write ${key}: ${suggestion(set, look, would)}`,
        },
      ];
    });
  });
}

/** Both looks where one of them has to be named. */
function suggestion(
  set: { readonly light: string; readonly dark: string | undefined } | undefined,
  look: 'light' | 'dark',
  would: string,
): string {
  if (look === 'light' && set?.dark === undefined) return `"${would}"`;
  const light = look === 'light' ? would : (set?.light ?? would);
  const dark = look === 'dark' ? would : (set?.dark ?? would);
  return `{light: "${light}", dark: "${dark}"}`;
}

function checkFiles({ config: { theme }, placeOfSetting, files }: CheckedContent): readonly Diagnostic[] {
  const there = [...files]
    .filter((file) => file.startsWith('theme/'))
    .map((file) => file.slice('theme/'.length));
  return themeFiles(theme)
    .filter(({ file }) => !files.has(file))
    .map(({ file, path }): Diagnostic => {
      const name = file.slice('theme/'.length);
      const guess = didYouMean(name, there);
      return {
        code: 'missing-file',
        severity: 'error',
        ...placeOfSetting(['theme', ...path]),
        message: `There is no file ${name} in content/theme/.${meantWords(guess)}`,
        hint:
          there.length === 0
            ? `Put ${name} into the folder content/theme/.`
            : `Files there: ${there.join(', ')}.`,
      };
    });
}

/** Pages that settings name: whether they are there. */
function checkNamedPages({ config, placeOfSetting, pages }: CheckedContent): readonly Diagnostic[] {
  const { accessibility, newsletter } = config;
  const named = [
    { path: ['accessibility'], page: accessibility, what: 'the statement' },
    {
      path: ['newsletter', 'form', 'privacy'],
      page: newsletter !== undefined && 'form' in newsletter ? newsletter.form.privacy : undefined,
      what: 'what is said of personal data',
    },
  ];
  const slugs = [...new Set(pages.map(({ slug }) => slug))];
  return named.flatMap(({ path, page, what }): Diagnostic[] => {
    if (page === undefined || /^https?:/u.test(page) || slugs.includes(page)) return [];
    return [
      {
        code: 'broken-link',
        severity: 'error',
        ...placeOfSetting(path),
        message: `There is no page content/pages/${page}.md.${meantWords(didYouMean(page, slugs))}`,
        hint: `Write the page, or name the address of ${what}: https://…`,
      },
    ];
  });
}
