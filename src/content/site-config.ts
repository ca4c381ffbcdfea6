/** `content/site.yaml`: its schema, and the type that the schema makes. */

import { IANAZone } from 'luxon';
import { z } from 'zod';
import { levels } from '../diagnostics/levels.ts';
import { parseBucketAddress } from '../object-store/bucket-address.ts';
import { parsePublishAddress, publishAddressHelp } from '../output/publish-address.ts';
import { problem, type SchemaWords } from './schema-diagnostics.ts';
import { defaultTheme, themeKeys, themeSchema } from './theme-schema.ts';
import type { YamlPath } from './yaml-document.ts';

const slug = z
  .string()
  .regex(/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u, 'may have only letters, digits and single hyphens');
const text = z.string().trim().min(1, 'is empty');
const languageCode = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u, 'is a language code such as en, zh or pt-BR');
/** Text in several languages, by language code. */
const translations = z.record(languageCode, text);

const httpUrl = z.string().superRefine((value, context) => {
  if (!URL.canParse(value) || !/^https?:$/u.test(new URL(value).protocol)) {
    context.addIssue(
      problem({
        code: 'wrong-value',
        message: `"${value}" is not a web address.`,
        hint: 'Write it whole: https://news.example.edu',
      }),
    );
  }
});

/** Without a path: where the site lies on its host is `pathPrefix`. */
const baseUrl = httpUrl.superRefine((value, context) => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || url.pathname + url.search + url.hash === '/') return;
  context.addIssue(
    problem({
      code: 'wrong-value',
      message: `"${value}" has a path, which has a key of its own.`,
      hint: `Write baseUrl: ${url.origin} and on the next line pathPrefix: ${url.pathname.replace(/\/*$/u, '/')}`,
    }),
  );
});

const timeZone = z.string().superRefine((value, context) => {
  if (!IANAZone.isValidZone(value)) {
    context.addIssue(
      problem({
        code: 'wrong-value',
        message: `"${value}" is not a time zone.`,
        hint: 'Write Region/City, such as Asia/Shanghai or Europe/London.',
      }),
    );
  }
});

const topic = z.strictObject({
  name: text,
  slug,
  description: text.optional(),
  names: translations.default({}),
  descriptions: translations.default({}),
});

const language = z.strictObject({
  name: text,
  locale: languageCode,
  siteName: text.optional(),
  tagline: text.optional(),
  direction: z.enum(['ltr', 'rtl']).optional(),
});

/** How `news import` reads old pages. Selectors are those of CSS. */
const importSelectors = z.strictObject({
  article: text,
  title: text.optional(),
  date: text.optional(),
  summary: text.optional(),
  topics: text.optional(),
  credits: z.record(slug, text).default({}),
  remove: z.array(text).default([]),
});

const imports = z.strictObject({
  /** Names of the old site and the topic that each becomes. */
  topics: z.record(z.string(), text).default({}),
  /** Words of the old site and the credit role that each becomes. */
  roles: z.record(z.string(), slug).default({}),
  html: importSelectors.optional(),
});

export type ImportSelectors = Readonly<z.output<typeof importSelectors>>;
/** Keys and passwords never stand in content: they come from the environment and from SSH's own settings. */
const publishAddress = z.string().superRefine((value, context) => {
  if (parsePublishAddress(value) !== undefined) return;
  context.addIssue(
    problem({
      code: 'wrong-value',
      message: `"${value}" is no place to publish to.`,
      hint: publishAddressHelp,
    }),
  );
});

/** An article by its folder: `2024/fair`. */
const articleId = z
  .string()
  .regex(/^\d{4}\/[^/]+$/u, 'is neither a rule nor the folder of a story such as 2024/fair');

/** A link with a name in each language. */
const namedLink = z.strictObject({ name: text, names: translations.default({}), url: httpUrl });

/** How the home page is composed. */
const home = z.strictObject({
  /** Who leads when no story is pinned. */
  lead: z.union([z.enum(['newest', 'newest-with-photo']), articleId]).default('newest-with-photo'),
  seconds: z.number().int().min(0).max(12).default(4),
  latest: z.number().int().min(1).max(50).default(6),
  /** The story told in pictures. */
  photoStory: z.union([z.enum(['newest', 'none']), articleId]).default('newest'),
  topics: z.array(slug).optional(),
  storiesPerTopic: z.number().int().min(1).max(12).default(4),
  /** How many stories each list of what was read most holds. */
  mostRead: z.number().int().min(0).max(50).default(8),
});

export const siteConfigSchema = z
  .strictObject({
    name: text,
    tagline: text,
    baseUrl: baseUrl.transform((value) => value.replace(/\/+$/u, '')),
    pathPrefix: z
      .string()
      .regex(/^\/(?:[\w.~-]+\/)*$/u, 'must begin and end with a slash')
      .regex(/^(?!.*\/\.{1,2}\/)/u, 'is a plain path: browsers take /../ and /./ out of an address')
      .default('/'),
    timeZone,
    defaultLanguage: languageCode,
    languages: z.record(languageCode, language),
    organisation: z
      .strictObject({
        name: text,
        names: translations.default({}),
        url: httpUrl.optional(),
        address: text.optional(),
      })
      .optional(),
    notice: translations.default({}),
    topics: z.array(topic).min(1, 'has no entry'),
    credits: z.record(slug, translations),
    /** Every article's photos for printing, in a ZIP. */
    pressKit: z
      .strictObject({ enabled: z.boolean().default(false), terms: translations.default({}) })
      .default({ enabled: false, terms: {} }),
    permalink: z
      .string()
      .regex(
        /^\/(?:(?:\{year\}|\{month\}|\{day\}|\{slug\}|[\w-]+)\/)*\{slug\}\/$/u,
        'must begin with a slash and end with {slug}/',
      )
      .default('/{year}/{month}/{slug}/'),
    home: home.prefault({}),
    /** How the newsroom looks. */
    theme: themeSchema.default(defaultTheme),
    /** Links at the foot of every page, such as an imprint of the university. */
    footerLinks: z.array(namedLink).max(30, 'has more than 30 entries').default([]),
    /** Where the newsroom can be followed; the address says that it is the newsroom itself. */
    social: z
      .array(z.strictObject({ name: text, url: httpUrl }))
      .max(20, 'has more than 20 entries')
      .default([]),
    /** Where readers subscribe to letters by e-mail. */
    newsletter: httpUrl.optional(),
    /** The accessibility statement: a page by its file's name, or an address. */
    accessibility: z
      .string()
      .regex(
        /^(?:https?:\/\/\S+|[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)$/u,
        'is neither the name of a page in content/pages/ nor an address',
      )
      .optional(),
    /** How Chinese names become part of an address, where no slug is given: `hu-mian` or `湖面`. */
    slugs: z.enum(['pinyin', 'words']).default('pinyin'),
    photos: z
      .strictObject({
        widths: z
          .array(z.number().int().min(16).max(7680))
          .min(1, 'has no entry')
          .default([320, 640, 960, 1280, 1920]),
        formats: z
          .array(z.enum(['avif', 'webp', 'jpeg']))
          .min(1, 'has no entry')
          .default(['avif', 'webp', 'jpeg']),
        effort: z.enum(['fast', 'small']).default('fast'),
        /** Captions of a story begin with the number of their photo. */
        numbered: z.boolean().default(false),
        // The address of the service and its keys never stand in content: they come from the environment.
        store: z
          .string()
          .refine(
            (value) => parseBucketAddress(value) !== undefined,
            'is not an address such as s3://bucket/photos',
          )
          .optional(),
      })
      .default({
        widths: [320, 640, 960, 1280, 1920],
        formats: ['avif', 'webp', 'jpeg'],
        effort: 'fast',
        numbered: false,
      }),
    contact: z.strictObject({ email: z.email('is not an e-mail address').optional() }).default({}),
    imports: imports.optional(),
    /** Where `news publish NAME` publishes. */
    publish: z.record(slug, publishAddress).default({}),
    /** How seriously each kind of mistake is taken, by its code. */
    checks: z.record(z.string(), z.enum(levels)).default({}),
  })
  .superRefine((config, context) => {
    if (!Object.hasOwn(config.languages, config.defaultLanguage)) {
      context.addIssue({
        ...problem({
          code: 'unknown-language',
          message: `The default language "${config.defaultLanguage}" is not one of the languages.`,
          hint: `Choose one of: ${Object.keys(config.languages).join(', ')}.`,
        }),
        path: ['defaultLanguage'],
      });
    }
    const seen = new Set<string>();
    for (const [index, { slug: topicSlug }] of config.topics.entries()) {
      if (seen.has(topicSlug)) {
        context.addIssue({
          ...problem({
            code: 'duplicate-slug',
            message: `Two topics have the slug "${topicSlug}".`,
            hint: 'Give one of them another slug.',
          }),
          path: ['topics', index, 'slug'],
        });
      }
      seen.add(topicSlug);
    }
    for (const [index, topicSlug] of (config.home.topics ?? []).entries()) {
      if (!seen.has(topicSlug)) {
        context.addIssue({
          ...problem({
            code: 'unknown-topic',
            message: `"${topicSlug}" is not the slug of a topic.`,
            hint: `Choose one of: ${[...seen].join(', ')}.`,
          }),
          path: ['home', 'topics', index],
        });
      }
    }
  });

export type SiteConfig = Readonly<z.output<typeof siteConfigSchema>>;
export type TopicConfig = SiteConfig['topics'][number];

function themeKeysAt(path: YamlPath): readonly string[] {
  if (path.length === 1) return themeKeys.theme;
  if (path[1] !== 'typefaces') return themeKeys.pair;
  return path.length === 2 ? themeKeys.typefaces : themeKeys.typeface;
}

export const siteConfigWords: SchemaWords = {
  keysAt: (path) => {
    if (path.length === 0) return Object.keys(siteConfigSchema.shape);
    if (path[0] === 'theme') return themeKeysAt(path);
    if (path[0] === 'footerLinks') return Object.keys(namedLink.shape);
    if (path[0] === 'social') return ['name', 'url'];
    if (path[0] === 'topics') return Object.keys(topic.shape);
    if (path[0] === 'languages') return Object.keys(language.shape);
    if (path[0] === 'organisation') return ['name', 'names', 'url', 'address'];
    if (path[0] === 'home') return Object.keys(home.shape);
    if (path[0] === 'photos') return ['widths', 'formats', 'effort', 'numbered', 'store'];
    if (path[0] === 'pressKit') return ['enabled', 'terms'];
    if (path[0] === 'contact') return ['email'];
    if (path[0] === 'imports') return Object.keys(path[1] === 'html' ? importSelectors.shape : imports.shape);
    return [];
  },
  foreignKeys: {
    title: 'The name of the site is: name: USTB News',
    baseURL: { instead: 'baseUrl' },
    url: { instead: 'baseUrl' },
  },
  examples: {
    name: 'name: USTB News',
    tagline: 'tagline: News and events from around the campus',
    baseUrl: 'baseUrl: https://news.example.edu',
    timeZone: 'timeZone: Asia/Shanghai',
    defaultLanguage: 'defaultLanguage: en',
    languages: 'languages: {en: {name: English, locale: en-US}}',
    topics: 'topics: [{name: Research, slug: research}]',
    credits: 'credits: {draft: {en: Draft}}',
    permalink: 'permalink: /{year}/{month}/{slug}/',
    lead: 'lead: newest-with-photo',
    photoStory: 'photoStory: newest',
    slugs: 'slugs: pinyin',
    widths: 'widths: [320, 640, 960, 1280, 1920]',
    formats: 'formats: [avif, webp, jpeg]',
    checks: 'checks: {camera-name: error}',
    theme: 'theme: {accent: "#0b3d91"}',
    accent: 'accent: "#0b3d91"',
    ink: 'ink: "#17191d"',
    paper: 'paper: "#ffffff"',
    logo: 'logo: logo.svg',
    icon: 'icon: icon.svg',
    typefaces: 'typefaces: {text: source-serif, interface: source-sans}',
    footerLinks: 'footerLinks: [{name: Imprint, url: https://www.example.org/imprint}]',
    social: 'social: [{name: Mastodon, url: https://social.example.org/@news}]',
    newsletter: 'newsletter: https://lists.example.org/news',
    accessibility: 'accessibility: accessibility',
    effort: 'effort: fast',
    store: 'store: s3://news-photos/cache',
    repository: 'repository: example/newsroom',
    publish: 'publish: {production: file:/var/www/news}',
  },
};
