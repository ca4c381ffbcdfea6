/** The parts of the handbook that follow from the source: what an article's keys mean, and every kind of mistake. */

import { z } from 'zod';
import { explanations } from '../../src/checks/explanations.ts';
import { levelOf } from '../../src/checks/levels.ts';
import { articleSchema } from '../../src/content/article.ts';
import { exampleAt } from '../../src/content/schema-fields.ts';
import type { SiteConfig } from '../../src/content/site-config.ts';
import { type ContentCode, type Example, examples } from './examples.ts';

/** @param text of the handbook; what stands between the marks is replaced */
export function renewHandbook(text: string, config: SiteConfig): string {
  return [
    ['keys', keyTable(config)],
    ['codes', codeSections()],
  ].reduce(
    (handbook, [name = '', part = '']) =>
      handbook.replace(
        new RegExp(`(<!-- ${name}: .*? -->\\n).*?(<!-- end of ${name} -->)`, 'su'),
        (_match, begin: string, end: string) => `${begin}\n${part}\n${end}`,
      ),
    text,
  );
}

function keyTable(config: SiteConfig): string {
  const { properties = {}, required = [] } = z.toJSONSchema(articleSchema(config), { io: 'input' });
  const rows = Object.entries(properties).map(([key, schema]) => {
    const description = typeof schema === 'object' ? (schema.description ?? '') : '';
    const must = required.includes(key) || key === 'topics' ? ' **Required.**' : '';
    const example = exampleAt(articleSchema(config), [key]) ?? '';
    return `| \`${key}\` | ${description}${must} | ${example === '' ? '' : `\`${example}\``} |`;
  });
  return ['| key | meaning | for example |', '|---|---|---|', ...rows, ''].join('\n');
}

function codeSections(): string {
  return [...explanations.keys()]
    .filter((code): code is ContentCode => code in examples)
    .map((code) => {
      const level = levelOf(code, {});
      return `#### \`${code}\`\n\n${explanations.get(code)}${level === 'error' ? '' : ` *(${level})*`}\n\n${shown(examples[code])}\n`;
    })
    .join('\n');
}

function shown(example: Example): string {
  if (example.kind === 'words') return `- Wrong: ${example.wrong}\n- Right: ${example.right}`;
  const language = example.kind === 'body' || example.kind === 'article' ? 'markdown' : 'yaml';
  const place = example.kind === 'site.yaml' ? ' (in `site.yaml`)' : '';
  const block = (text: string) => `\`\`\`${language}\n${text}\n\`\`\``;
  return `Wrong${place}:\n\n${block(example.wrong)}\n\nRight:\n\n${block(example.right)}`;
}
