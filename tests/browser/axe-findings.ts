/** What axe finds wrong with a page. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const { resolve } = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
/** The same program in less than half the bytes: each page is sent it. */
const axeSource = readFileSync(resolve('axe-core/axe.min.js'), 'utf8');

export interface AxeQuestion {
  /** Else all that axe has. */
  readonly rules?: string[];
  /** Rules that are not asked for. */
  readonly without?: string[];
  /** The part of the page that is judged; else all of it. */
  readonly within?: string;
}

/** @returns one line for each element, with the rule and where it stands */
export async function axeFindings(
  page: Page,
  { rules, without, within }: AxeQuestion = {},
): Promise<readonly string[]> {
  const isLoaded = await page.evaluate(() => 'axe' in window);
  // Pages have no frames, only what is wrong is asked for, and axe stays loaded: all three save much of the time.
  const axe = new AxeBuilder({ page, axeSource: isLoaded ? ';' : axeSource })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] });
  if (rules !== undefined) axe.withRules(rules);
  if (without !== undefined) axe.disableRules(without);
  if (within !== undefined) axe.include(within);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`),
  );
}
