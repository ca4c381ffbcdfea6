/** The custom properties of a theme, as a style sheet that follows `tokens.css`. Pure: fonts have been made before. */

import type { ThemeConfig } from '../../content/theme-schema.ts';
import { type Band, type Palette, paletteOf, type Shades } from './palette.ts';

/** Families as CSS names them, the theme's own first; undefined where the theme leaves them as they are. */
export interface ThemeFamilies {
  readonly text?: string;
  readonly headings?: string;
  readonly interface?: string;
}

const shadeNames: Readonly<Record<keyof Shades, string>> = {
  paper: 'paper',
  paperRaised: 'paper-raised',
  ink: 'ink',
  inkSoft: 'ink-soft',
  rule: 'rule',
  ruleStrong: 'rule-strong',
  accent: 'accent',
  link: 'link',
  focus: 'focus',
};

const bandNames: Readonly<Record<keyof Band, string>> = {
  ground: 'band',
  ink: 'band-ink',
  inkSoft: 'band-ink-soft',
  accent: 'band-accent',
};

const radii = { square: '0', soft: '0.3rem', round: '0.75rem' } as const;

/** Widths of the rule over a section, of the line under the topics and of the second line below that. */
const rules = {
  double: ['4px', '1px', '2px'],
  single: ['1px', '1px', '0'],
  heavy: ['8px', '3px', '0'],
  none: ['0', '0', '0'],
} as const;

/** Empty for a theme that changes nothing. */
function themeProperties(theme: ThemeConfig, families: ThemeFamilies): readonly string[] {
  const hasColours = theme.accent !== undefined || theme.ink !== undefined || theme.paper !== undefined;
  const [heavy, line, second] = rules[theme.rules];
  return [
    ...(hasColours ? colourProperties(paletteOf(theme)) : []),
    ...(families.text === undefined ? [] : [`--serif:${families.text}`]),
    ...(families.headings === undefined ? [] : [`--display:${families.headings}`]),
    ...(families.interface === undefined ? [] : [`--sans:${families.interface}`]),
    ...(theme.corners === 'square' ? [] : [`--radius:${radii[theme.corners]}`]),
    ...(theme.rules === 'double'
      ? []
      : [`--rule-heavy:${heavy}`, `--rule-line:${line}`, `--rule-second:${second}`]),
  ];
}

function colourProperties({ light, dark, band }: Palette): readonly string[] {
  const shades = keysOf(shadeNames).map(
    (key) => `--${shadeNames[key]}:light-dark(${light[key]},${dark[key]})`,
  );
  return [...shades, ...keysOf(bandNames).map((key) => `--${bandNames[key]}:${band[key]}`)];
}

/** Chinese has families of its own in `tokens.css`, which only files of the newsroom replace. */
export function themeStyles(theme: ThemeConfig, families: ThemeFamilies): string {
  const properties = themeProperties(theme, families);
  if (properties.length === 0) return '';
  const own = [
    ...(typeof theme.typefaces.text === 'object' ? [`--serif:${families.text}`] : []),
    ...(typeof theme.typefaces.interface === 'object' ? [`--sans:${families.interface}`] : []),
  ];
  const chinese = own.length === 0 ? '' : `:root:lang(zh){${own.join(';')}}`;
  return `@layer tokens{:root{${properties.join(';')}}${chinese}}`;
}

function keysOf<Key extends string>(record: Readonly<Record<Key, string>>): readonly Key[] {
  const keys: Key[] = [];
  for (const key in record) keys.push(key);
  return keys;
}
