/**
 * Pages that a generator was told to keep back: Hugo's `build:` and `headless:`, Eleventy's `permalink: false`. Here a
 * story is published or it is a draft, so each becomes a draft and is reported. Pure.
 */

import { z } from 'zod';
import type { IssueList } from '../import-issue.ts';
import type { GeneratorValues } from './generator-values.ts';

const buildSchema = z.object({ render: z.unknown(), list: z.unknown() }).partial();
/** Hugo before 0.55 knew true and false alone. */
const isKept = (value: unknown) => value === false || value === 'never' || value === 'link';

export function takeHidden(values: GeneratorValues, issues: IssueList): boolean {
  let isHidden = false;
  const add = (key: string, message: string) => {
    issues.add('look', values.line(key), message, key);
    isHidden = true;
  };
  for (const key of ['build', '_build']) {
    if (!values.has(key)) continue;
    const { data } = buildSchema.safeParse(values.peek(key));
    if (data === undefined) continue;
    values.take(key);
    if (isKept(data.render)) add(key, 'The old site made no page of this; it is a draft now.');
    else if (isKept(data.list)) add(key, 'The old site listed this page nowhere; it is a draft now.');
  }
  if (values.peek('headless') === true) {
    values.take('headless');
    add('headless', 'The old site made no page of this; it is a draft now.');
  }
  if (values.peek('permalink') === false)
    add('permalink', 'The old site made no page of this; it is a draft now.');
  return isHidden;
}
