/** The words of the editor's surface: those of the code are complete by their type, those of the schema by this. */

import { expect, test } from 'vitest';
import { chineseHelp } from '../../assets/scripts/editor/field-help-zh.ts';
import { labelOfKey } from '../../assets/scripts/editor/field-label.ts';
import { chinese } from '../../assets/scripts/editor/words-zh.ts';
import { jsonSchemas } from '../../src/editor/json-schemas.ts';
import { type FieldSchema, fieldSchema } from '../../src/editor/store-messages.ts';
import { config } from '../imports/import-config.ts';

const article = fieldSchema.parse(jsonSchemas(config).article);

function parts(schema: FieldSchema): readonly FieldSchema[] {
  const { anyOf = [], items = [], properties = {}, additionalProperties } = schema;
  const list = Array.isArray(items) ? items : [items];
  const inner = [
    ...anyOf,
    ...list,
    ...Object.values(properties),
    ...(additionalProperties ? [additionalProperties] : []),
  ];
  return [schema, ...inner.flatMap((one) => parts(one))];
}

const all = parts(article);

test('every field that the form shows has a Chinese name', () => {
  const labels = all.flatMap(({ properties = {} }) => Object.keys(properties).map(labelOfKey));
  expect(labels.length).toBeGreaterThan(30);
  expect(labels.filter((label) => !Object.hasOwn(chinese, label))).toEqual([]);
});

test('every help of a field is told in Chinese, and no help is told that the schema does not have', () => {
  const texts = new Set(all.flatMap(({ description }) => description ?? []));
  expect([...texts].filter((text) => !Object.hasOwn(chineseHelp, text))).toEqual([]);
  expect(Object.keys(chineseHelp).filter((text) => !texts.has(text))).toEqual([]);
});

test('every value of a short list has a Chinese name', () => {
  const topics = new Set(config.topics.flatMap(({ name, slug }) => [name, slug]));
  const values = all.flatMap((part) => (part.enum ?? []).filter((value) => !topics.has(value)));
  const sources =
    all.find(({ properties }) => properties?.focus !== undefined)?.properties?.source?.enum ?? [];
  const choices = values.filter((value) => !sources.includes(value));
  expect(choices).toContain('retraction');
  expect(choices.filter((value) => !Object.hasOwn(chinese, value))).toEqual([]);
});

test('Chinese words are Chinese: none repeats the English', () => {
  const same = Object.entries(chinese).filter(([english, words]) => english === words && english !== 'AI');
  expect(same).toEqual([]);
});
