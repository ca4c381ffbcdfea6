/**
 * The configuration of the form editor (Sveltia CMS) under `/admin/`: its forms have the keys, words, topics, roles and
 * languages of the site. Keys that the forms do not show stay in the file as they are.
 */

import type { SiteConfig } from '../content/site-config.ts';
import { defined } from '../text/defined.ts';
import { type JsonSchema, jsonSchemas } from './json-schemas.ts';

type Field = Readonly<Record<string, unknown>>;

/** @param folder of the content, from the repository's root: `content` */
export function formConfig(config: SiteConfig, folder: string): Readonly<Record<string, unknown>> {
  const { article, person, page } = jsonSchemas(config);
  const languages = Object.keys(config.languages);
  return {
    load_config_file: false,
    app_title: config.name,
    backend: backend(config),
    // With an editorial workflow every unfinished story is a pull request of its own, which is checked like any other.
    publish_mode: config.editor?.reviews === false ? 'simple' : 'editorial_workflow',
    media_folder: `${folder}/articles`,
    public_folder: '',
    site_url: config.baseUrl,
    show_preview_links: false,
    // How a story looks is shown by the preview of the site, beside which the form is open.
    editor: { preview: false },
    output: { omit_empty_optional_fields: true, yaml: { indent_sequences: false } },
    slug: { encoding: 'ascii', clean_accents: true },
    i18n: {
      structure: 'multiple_files',
      locales: [config.defaultLanguage, ...languages.filter((lang) => lang !== config.defaultLanguage)],
      default_locale: config.defaultLanguage,
      initial_locales: 'default',
      omit_default_locale_from_file_path: true,
    },
    collections: [
      articles(article, config, folder),
      {
        name: 'people',
        label: 'People',
        label_singular: 'Person',
        icon: 'person',
        folder: `${folder}/people`,
        identifier_field: 'name',
        slug: '{{name}}',
        media_folder: '',
        public_folder: '',
        fields: [
          string('name', person),
          string('role', person),
          string('honorific', person),
          string('email', person),
          { ...body, label: 'About', required: false },
        ],
      },
      {
        name: 'pages',
        label: 'Pages',
        label_singular: 'Page',
        icon: 'description',
        folder: `${folder}/pages`,
        i18n: true,
        media_folder: '',
        public_folder: '',
        fields: [
          { ...string('title', page), i18n: true },
          { ...string('summary', page), i18n: true },
          { ...base('nav', page), widget: 'boolean', i18n: 'duplicate' },
          body,
        ],
      },
    ],
  };
}

/**
 * Without `editor:` in site.yaml the form works with the files of this computer alone; a repository must be named all
 * the same. Signing in goes through an address of the newsroom's own or by a token, never through a third party.
 */
function backend({ editor }: SiteConfig): Field {
  if (editor === undefined) return { name: 'github', repo: 'this/computer', auth_methods: ['token'] };
  return {
    name: editor.host,
    repo: editor.repository,
    branch: editor.branch,
    ...(editor.signIn === undefined ? { auth_methods: ['token'] } : { base_url: editor.signIn }),
  };
}

function articles(schema: JsonSchema, config: SiteConfig, folder: string): Field {
  const once = { i18n: 'duplicate' };
  return {
    name: 'articles',
    label: 'Articles',
    label_singular: 'Article',
    icon: 'article',
    folder: `${folder}/articles`,
    path: "{{date | date('YYYY')}}/{{slug}}/index",
    slug: '{{title}}',
    // Photos lie beside the story.
    media_folder: '',
    public_folder: '',
    i18n: true,
    // A story's addresses are the editor's: the form must not write any.
    aliases_field: false,
    summary: "{{title}}, {{date | date('YYYY-MM-DD')}}",
    sortable_fields: { fields: ['date', 'title'], default: { field: 'date', direction: 'descending' } },
    fields: [
      { ...string('title', schema), i18n: true },
      {
        ...base('date', schema),
        ...once,
        widget: 'datetime',
        type: 'date',
        format: 'YYYY-MM-DD',
        input_timezone: config.timeZone,
        default: '{{now}}',
      },
      {
        ...base('topics', schema),
        ...once,
        widget: 'select',
        multiple: true,
        min: 1,
        required: true,
        options: config.topics.map(({ name }) => name),
      },
      { ...base('summary', schema), widget: 'text', i18n: true },
      {
        ...base('credits', schema),
        ...once,
        widget: 'object',
        required: false,
        fields: Object.entries(config.credits).map(([role, labels]) => ({
          name: role,
          label: labels[config.defaultLanguage] ?? role,
          hint: 'One name a line, family name in capitals: YANG Lindi',
          widget: 'list',
          required: false,
          i18n: 'duplicate',
        })),
      },
      { ...base('image', schema), ...once, widget: 'image', choose_url: false },
      { ...base('draft', schema), ...once, widget: 'boolean', default: false },
      body,
    ],
  };
}

const body: Field = {
  name: 'body',
  label: 'Story',
  widget: 'richtext',
  i18n: true,
  hint: 'Photos, galleries, quotes and boxes are under the plus sign.',
  editor_components: ['figure', 'gallery', 'quote', 'note', 'facts'],
  buttons: ['bold', 'italic', 'link', 'heading-two', 'heading-three', 'bulleted-list', 'numbered-list'],
  linked_images: false,
  use_emoji_autocomplete: false,
};

function string(key: string, schema: JsonSchema): Field {
  return { ...base(key, schema), widget: 'string' };
}

function base(key: string, { properties, required }: JsonSchema): Field {
  const property = properties?.[key];
  const description = typeof property === 'object' ? property.description : undefined;
  return {
    name: key,
    label: key.charAt(0).toUpperCase() + key.slice(1),
    ...defined({ hint: description }),
    required: required?.includes(key) === true,
  };
}
