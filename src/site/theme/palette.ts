/** Every colour of the site, from the few that a theme names. The one source of pages, icons, cards and manifest. Pure. */

import type { ThemeConfig } from '../../content/theme-schema.ts';
import { lightnessOf, mix, readable, shade } from './colours.ts';

/** What a look needs. */
export interface Shades {
  readonly paper: string;
  readonly paperRaised: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly rule: string;
  readonly ruleStrong: string;
  readonly accent: string;
  readonly link: string;
  readonly focus: string;
}

/** The dark stage on which photo stories stand, in both looks. */
export interface Band {
  readonly ground: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly accent: string;
}

export interface Palette {
  readonly light: Shades;
  readonly dark: Shades;
  readonly band: Band;
}

/** Contrast of text that is read, WCAG 2.2 AA. */
export const textContrast = 4.5;
/** Contrast of what marks the place of the keyboard. */
const markContrast = 3;

/** As `assets/styles/tokens.css` has them; a test compares. */
export const standardPalette: Palette = {
  light: {
    paper: '#fffdfa',
    paperRaised: '#f5f1ea',
    ink: '#17191d',
    inkSoft: '#585c63',
    rule: '#ddd6cb',
    ruleStrong: '#17191d',
    accent: '#a3231b',
    link: '#1d4f7a',
    focus: '#1463b8',
  },
  dark: {
    paper: '#14161a',
    paperRaised: '#1d2026',
    ink: '#ece8e1',
    inkSoft: '#a9a69f',
    rule: '#33373e',
    ruleStrong: '#ece8e1',
    accent: '#ff9184',
    link: '#9cc7ee',
    focus: '#8ec5ff',
  },
  band: { ground: '#191b20', ink: '#f3efe8', inkSoft: '#b9b4ab', accent: '#ff9184' },
};

export function paletteOf({ accent, ink, paper }: Pick<ThemeConfig, 'accent' | 'ink' | 'paper'>): Palette {
  const { light, dark, band } = standardPalette;
  const lightLook = shadesOf(light, {
    paper: paper?.light ?? light.paper,
    ink: ink?.light ?? light.ink,
    accent: accent?.light ?? light.accent,
    isOwnGround: paper !== undefined || ink !== undefined,
  });
  const darkPaper = paper === undefined ? dark.paper : (paper.dark ?? shade(paper.light, 0.2, 0.02));
  const darkInk = ink === undefined ? dark.ink : (ink.dark ?? shade(ink.light, 0.93, 0.015));
  const darkAccent =
    accent === undefined
      ? dark.accent
      : (accent.dark ?? readable(raised(accent.light), [darkPaper, mix(darkPaper, darkInk, 0.06)], 6));
  const darkLook = shadesOf(dark, {
    paper: darkPaper,
    ink: darkInk,
    accent: darkAccent,
    isOwnGround: paper !== undefined || ink !== undefined,
  });
  const ground = paper === undefined ? band.ground : mix(darkPaper, darkInk, 0.03);
  return {
    light: lightLook,
    dark: darkLook,
    band: {
      ground,
      ink: readable(band.ink, [ground], 7),
      inkSoft: readable(band.inkSoft, [ground], textContrast),
      accent: accent === undefined ? band.accent : readable(darkAccent, [ground], textContrast),
    },
  };
}

/** A brand's colour as it may stand on a dark ground: never darker than the middle. */
function raised(colour: string): string {
  return shade(colour, Math.max(0.74, lightnessOf(colour)), 0.15);
}

interface Chosen {
  readonly paper: string;
  readonly ink: string;
  readonly accent: string;
  /** Whether paper or ink are the newsroom's: what lies between them is derived then. */
  readonly isOwnGround: boolean;
}

function shadesOf(standard: Shades, { paper, ink, accent, isOwnGround }: Chosen): Shades {
  if (!isOwnGround) return { ...standard, accent };
  const paperRaised = mix(paper, ink, 0.05);
  const grounds = [paper, paperRaised];
  return {
    paper,
    paperRaised,
    ink,
    inkSoft: readable(mix(ink, paper, 0.3), grounds, textContrast),
    rule: mix(paper, ink, 0.16),
    ruleStrong: ink,
    accent,
    link: readable(standard.link, grounds, textContrast),
    focus: readable(standard.focus, grounds, markContrast),
  };
}
