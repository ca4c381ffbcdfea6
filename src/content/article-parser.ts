/** The schema of front matter for archives: compiled by zod when it has judged so many stories that this pays. */

import { z } from 'zod';
import { articleSchema } from './article.ts';
import type { SiteConfig } from './site-config.ts';

/** To compile takes as long as to judge so many without. */
const worthCompiling = 150;

/** Says of every value what `articleSchema` says: what the compiled schema refuses, that one judges. */
export function articleParser(
  config: SiteConfig,
  stories = worthCompiling,
): ReturnType<typeof articleSchema> {
  let judged = 0;
  let compiled: ReturnType<typeof articleSchema> | undefined;
  return z.withParser(articleSchema(config), (value) => {
    judged += 1;
    if (judged <= stories) return z.INVALID;
    compiled ??= z.compile(articleSchema(config, { saysAllAtOnce: false }));
    const reading = compiled.safeParse(value);
    return reading.success ? reading.data : z.INVALID;
  });
}
