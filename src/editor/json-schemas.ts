/**
 * JSON Schemas of what editors write, made from the schemas that read it, with the topics, roles and languages of the
 * site: tools that know them complete keys and mark mistakes while one types.
 */

import { z } from 'zod';
import { articleSchema } from '../content/article.ts';
import { pageSchema } from '../content/page.ts';
import { personSchema } from '../content/person.ts';
import { type SiteConfig, siteConfigSchema } from '../content/site-config.ts';
import { defined } from '../text/defined.ts';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

export interface JsonSchemas {
  readonly article: JsonSchema;
  readonly page: JsonSchema;
  readonly person: JsonSchema;
  readonly site: JsonSchema;
}

/** @param checkCodes whose level `checks:` in site.yaml can set */
export function jsonSchemas(config: SiteConfig, checkCodes: readonly string[] = []): JsonSchemas {
  return {
    article: withDraft(toJsonSchema(articleSchema(config), 'Front matter of an article')),
    page: toJsonSchema(pageSchema, 'Front matter of a page'),
    person: toJsonSchema(personSchema, 'Front matter of a person'),
    site: withCheckCodes(toJsonSchema(siteConfigSchema, 'Settings of the site'), checkCodes),
  };
}

function toJsonSchema(schema: z.ZodType, title: string): JsonSchema {
  return {
    ...z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }),
    title,
  };
}

function withCheckCodes(schema: JsonSchema, codes: readonly string[]): JsonSchema {
  const checks = schema.properties?.checks;
  if (typeof checks !== 'object' || codes.length === 0) return schema;
  const propertyNames: JsonSchema = { type: 'string', enum: [...codes] };
  return { ...schema, properties: { ...schema.properties, checks: { ...checks, propertyNames } } };
}

/** Text is read there only to explain that it is wrong. */
function withDraft(schema: JsonSchema): JsonSchema {
  const draft = schema.properties?.draft;
  if (typeof draft !== 'object') return schema;
  const { description, default: missing } = draft;
  return {
    ...schema,
    properties: {
      ...schema.properties,
      draft: { type: 'boolean', ...defined({ description }), default: missing },
    },
  };
}
