/** Colours: their contrast as WCAG 2.2 measures it, and the nearest one that can be read. `#rrggbb` throughout. Pure. */

import {
  useMode as addMode,
  clampChroma,
  formatHex,
  interpolate,
  modeLrgb,
  modeOklch,
  modeRgb,
  wcagContrast,
} from 'culori/fn';

// The library reckons in these alone; the others stay out of the bundle.
addMode(modeRgb);
addMode(modeLrgb);
const toOklch = addMode(modeOklch);

/** 1 (the same) to 21 (black on white). */
export function contrastOf(one: string, other: string): number {
  return wcagContrast(one, other);
}

/** @param part how much of `other` is in it, 0 to 1 */
export function mix(one: string, other: string, part: number): string {
  return formatHex(interpolate([one, other], 'rgb')(part));
}

/** The same hue at another lightness, with no more than so much chroma. */
export function shade(colour: string, lightness: number, mostChroma = 0.4): string {
  const { c, h = 0 } = toOklch(colour) ?? { c: 0 };
  return formatHex(clampChroma({ mode: 'oklch', l: lightness, c: Math.min(c, mostChroma), h }, 'oklch'));
}

export function lightnessOf(colour: string): number {
  return toOklch(colour)?.l ?? 0;
}

const steps = 200;

/**
 * The colour itself where it has the contrast on every ground, else the nearest of its hue that has. Black or white where
 * none has, as on a ground of middling grey.
 */
export function readable(colour: string, grounds: readonly string[], ratio: number): string {
  const holds = (candidate: string) => grounds.every((ground) => contrastOf(candidate, ground) >= ratio);
  if (holds(colour)) return colour;
  const start = lightnessOf(colour);
  for (let step = 1; step <= steps; step += 1) {
    for (const lightness of [start - step / steps, start + step / steps]) {
      if (lightness < 0 || lightness > 1) continue;
      const candidate = shade(colour, lightness);
      if (holds(candidate)) return candidate;
    }
  }
  const worst = (candidate: string) => Math.min(...grounds.map((ground) => contrastOf(candidate, ground)));
  return worst('#000000') >= worst('#ffffff') ? '#000000' : '#ffffff';
}
