/** The colours of a theme: derived from few, and readable. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { themeSchema } from '../../../src/content/theme-schema.ts';
import { contrastOf, readable } from '../../../src/site/theme/colours.ts';
import { paletteOf, standardPalette } from '../../../src/site/theme/palette.ts';
import { themeStyles } from '../../../src/site/theme/theme-styles.ts';

const tokens = readFileSync(path.resolve(import.meta.dirname, '../../../assets/styles/tokens.css'), 'utf8');
const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('the palette', () => {
  test('of a site without a theme is what the style sheet says', () => {
    expect(paletteOf(themeSchema.parse({}))).toEqual(standardPalette);
    const { light, dark, band } = standardPalette;
    for (const [name, key] of [
      ['paper', 'paper'],
      ['paper-raised', 'paperRaised'],
      ['ink', 'ink'],
      ['ink-soft', 'inkSoft'],
      ['rule', 'rule'],
      ['rule-strong', 'ruleStrong'],
      ['accent', 'accent'],
      ['link', 'link'],
      ['focus', 'focus'],
    ] as const)
      expect(tokens).toContain(`--${name}: light-dark(${light[key]}, ${dark[key]});`);
    expect(tokens).toContain(`--band: ${band.ground};`);
    expect(tokens).toContain(`--band-accent: ${band.accent};`);
    expect(themeStyles(themeSchema.parse({}), {})).toBe('');
  });

  test('derives a dark accent that can be read from any brand colour', () => {
    fc.assert(
      fc.property(colour, (accent) => {
        const { dark } = paletteOf(themeSchema.parse({ accent }));
        expect(contrastOf(dark.accent, dark.paper)).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf(dark.accent, dark.paperRaised)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  test('keeps soft ink, links and the mark of the keyboard readable on any paper that bears its ink', () => {
    fc.assert(
      fc.property(colour, colour, (paper, ink) => {
        const { light } = paletteOf(themeSchema.parse({ paper, ink }));
        if (contrastOf(ink, paper) < 7) return;
        expect(contrastOf(light.inkSoft, paper)).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf(light.link, paper)).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf(light.focus, paper)).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});

describe('a readable colour', () => {
  test('is the colour itself where it can be read, else one of its hue', () => {
    expect(readable('#0b3d91', ['#ffffff'], 4.5)).toBe('#0b3d91');
    const yellow = readable('#ffd500', ['#ffffff'], 4.5);
    expect(contrastOf(yellow, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(contrastOf(yellow, '#ffffff')).toBeLessThan(4.9);
  });
});
