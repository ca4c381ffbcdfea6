/**
 * Settings for Visual Studio Code: the schema of site.yaml for its YAML extension, and the forms of the Front Matter
 * CMS extension, which edits front matter without YAML.
 */

import { articleLayouts } from '../content/article.ts';
import type { SiteConfig } from '../content/site-config.ts';
import { defined } from '../text/defined.ts';
import { type JsonSchema, jsonSchemas } from './json-schemas.ts';

type Field = Readonly<Record<string, unknown>>;

/** @param folder of the content, from the workspace: `content` */
export function vsCodeSettings(config: SiteConfig, folder: string): Readonly<Record<string, unknown>> {
  const { article, page, person } = jsonSchemas(config);
  return {
    'yaml.schemas': { [`./${folder}/.schema/site.schema.json`]: `${folder}/site.yaml` },
    'files.eol': '\n',
    'files.encoding': 'utf8',
    'files.insertFinalNewline': true,
    '[markdown]': { 'editor.wordWrap': 'on', 'editor.quickSuggestions': { other: true } },
    'frontMatter.framework.id': 'other',
    'frontMatter.preview.host': 'http://localhost:8080',
    'frontMatter.content.publicFolder': '',
    'frontMatter.content.defaultFileType': 'md',
    'frontMatter.content.supportedFileTypes': ['md'],
    'frontMatter.templates.prefix': '',
    'frontMatter.taxonomy.dateFormat': 'yyyy-MM-dd',
    'frontMatter.taxonomy.seoTitleLength': -1,
    'frontMatter.content.pageFolders': [
      { title: 'Articles', path: `[[workspace]]/${folder}/articles/{{year}}`, contentTypes: ['article'] },
      { title: 'Pages', path: `[[workspace]]/${folder}/pages`, contentTypes: ['page'] },
      { title: 'People', path: `[[workspace]]/${folder}/people`, contentTypes: ['person'] },
    ],
    'frontMatter.taxonomy.contentTypes': [
      { name: 'article', pageBundle: true, previewPath: null, fields: articleFields(article, config) },
      { name: 'page', pageBundle: false, previewPath: null, fields: fieldsOf(page) },
      { name: 'person', pageBundle: false, previewPath: null, fields: fieldsOf(person) },
    ],
  };
}

/** Keys that a form shows; the others are for the hand that knows them. */
const articleKeys = [
  'title',
  'date',
  'topics',
  'summary',
  'credits',
  'image',
  'draft',
  'publishAt',
  'layout',
  'pinnedUntil',
  'series',
];

function articleFields(schema: JsonSchema, config: SiteConfig): Field[] {
  const special: Readonly<Record<string, Field>> = {
    date: { type: 'datetime', dateFormat: 'yyyy-MM-dd', default: '{{now}}' },
    topics: { type: 'choice', multiple: true, choices: config.topics.map(({ name }) => name) },
    credits: {
      type: 'fields',
      fields: Object.entries(config.credits).map(([role, labels]) => ({
        title: labels[config.defaultLanguage] ?? role,
        name: role,
        type: 'list',
      })),
    },
    image: { type: 'image', isPreviewImage: true },
    draft: { type: 'draft' },
    publishAt: { type: 'datetime', dateFormat: "yyyy-MM-dd'T'HH:mmxxx" },
    layout: { type: 'choice', choices: [...articleLayouts] },
    pinnedUntil: { type: 'datetime', dateFormat: "yyyy-MM-dd'T'HH:mmxxx" },
  };
  return articleKeys.map((key) => ({ ...field(key, schema), ...special[key] }));
}

function fieldsOf(schema: JsonSchema): Field[] {
  return Object.entries(schema.properties ?? {})
    .filter(([, value]) => typeof value === 'object' && value.type !== 'object')
    .map(([key]) => field(key, schema));
}

function field(key: string, { properties, required }: JsonSchema): Field {
  const property = properties?.[key];
  const description = typeof property === 'object' ? property.description : undefined;
  const isFlag = typeof property === 'object' && property.type === 'boolean';
  return {
    title: key,
    name: key,
    type: isFlag ? 'boolean' : 'string',
    ...defined({ description }),
    ...(required?.includes(key) === true ? { required: true } : {}),
  };
}
