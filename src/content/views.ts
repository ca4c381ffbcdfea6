/** `content/views.json`: how often each article was read. Written by `news views`, read here. */

import { z } from 'zod';
import { type Diagnostic, startOf } from '../diagnostics/diagnostic.ts';
import { defined } from '../text/defined.ts';

/** What has been counted so far, beside the totals. Hidden, as it is none of the editors' files. */
export const viewHistoryFile = '.views.json';

const countSchema = z.strictObject({
  total: z.number().int().min(0),
  lastSevenDays: z.number().int().min(0).default(0),
});

const viewsSchema = z.strictObject({
  updated: z.string().optional(),
  articles: z.record(z.string(), countSchema),
});

type ViewCount = Readonly<z.output<typeof countSchema>>;
/** By article id (`2024/fair`). */
export type Views = ReadonlyMap<string, ViewCount>;

export interface ViewsReading {
  readonly views: Views;
  /** The last day that was counted. */
  readonly updated?: string;
  readonly diagnostics: readonly Diagnostic[];
}

export function readViews(text: string, file: string): ViewsReading {
  const wrong = (message: string): ViewsReading => ({
    views: new Map(),
    diagnostics: [
      {
        code: 'invalid-json',
        severity: 'error',
        ...startOf(file),
        message,
        hint: 'Restore the last good version from git, or delete the file: pages then show no views.',
      },
    ],
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return wrong('The file is not valid JSON.');
  }
  const result = viewsSchema.safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0];
    return wrong(
      `The file does not hold view counts: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}.`,
    );
  }
  const { articles, updated } = result.data;
  return {
    views: new Map(Object.entries(articles)),
    ...defined({ updated }),
    diagnostics: [],
  };
}

/** One line for each article, by its id: git shows what changed. */
export function printViews(views: Views, updated: string | undefined): string {
  const lines = [...views]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([id, { total, lastSevenDays }]) =>
        `    ${JSON.stringify(id)}: { "total": ${total}, "lastSevenDays": ${lastSevenDays} }`,
    );
  const head = updated === undefined ? '' : `  "updated": ${JSON.stringify(updated)},\n`;
  return `{\n${head}  "articles": {\n${lines.join(',\n')}\n  }\n}\n`;
}
