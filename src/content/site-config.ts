/** `content/site.yaml`: its schema, and the type that the schema makes. */

import { z } from 'zod';
import { levels } from '../diagnostics/levels.ts';
import { parseBucketAddress } from '../object-store/bucket-address.ts';
import { addressFault, parsePublishAddress, publishAddressHelp } from '../output/publish-address.ts';
import { distinct } from '../text/distinct.ts';
import { newsletter } from './newsletter-schema.ts';
import { problem, type SchemaWords } from './schema-diagnostics.ts';
import { exampleLines } from './schema-fields.ts';
import { checkSlugLetters } from './slug-letters.ts';
import { text } from './text-field.ts';
import { defaultTheme, themeSchema } from './theme-schema.ts';
import { readZoneName } from './time-zone.ts';

const slug = z
  .string()
  .regex(/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u, 'may have only letters, digits and single hyphens')
  .superRefine(checkSlugLetters);
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

/** A token is never sent in the clear; a server of this computer may be tried out. */
const secureUrl = httpUrl.superRefine((value, context) => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (
    url === undefined ||
    url.protocol !== 'http:' ||
    /^(?:localhost|127\.0\.0\.1|\[::1\])$/u.test(url.hostname)
  )
    return;
  context.addIssue(
    problem({
      code: 'wrong-value',
      message: `"${value}" is not encrypted, and the editor sends its token there.`,
      hint: `Write https://${url.host}${url.pathname}`,
    }),
  );
});

const timeZone = z.string().superRefine((value, context) => {
  const reading = readZoneName(value);
  if (reading.ok) return;
  context.addIssue(problem({ code: 'wrong-value', message: reading.message, hint: reading.hint }));
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
      hint: addressFault(value) ?? publishAddressHelp,
    }),
  );
});

/** The machine of a PeerTube instance, as it stands in the addresses of its films. */
const filmHost = z.string().superRefine((value, context) => {
  if (/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/u.test(value)) return;
  const whole = /^https?:\/\//iu.test(value) ? value : `https://${value}`;
  const host = URL.canParse(whole) ? new URL(whole).hostname : undefined;
  context.addIssue(
    problem({
      code: 'wrong-value',
      message: `"${value}" is not the name of a machine.`,
      hint: `Write its name alone, as it stands in the addresses of its films: ${host?.includes('.') === true ? host : 'video.example.edu'}`,
    }),
  );
});

/** An article by its folder: `2024/fair`. */
const articleId = z
  .string()
  .regex(/^\d{4}\/[^/]+$/u, 'is neither a rule nor the folder of a story such as 2024/fair');

/** A link with a name in each language. */
const namedLink = z.strictObject({ name: text, names: translations.default({}), url: httpUrl });

/** What a row of the home page holds; `{topics: [art]}` is a row of some topics alone. */
const homeRow = z.union(
  [
    z.enum(['lead', 'latest', 'photos', 'portrait', 'wide', 'topics', 'most-read']),
    z.strictObject({ topics: z.array(slug).min(1, 'has no entry') }),
  ],
  'is neither lead, latest, photos, portrait, wide, topics, most-read nor {topics: [slug]}',
);

/** Where the editor at `/admin/` of the published site saves. Without it, that page is not published. */
const editor = z
  .strictObject({
    host: z.enum(['github', 'gitlab', 'forgejo']),
    repository: z
      .string()
      .regex(
        /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[\w.-]+(?:\/[\w.-]+)+$/u,
        'is not a repository such as newsroom/site',
      ),
    branch: z
      .string()
      .regex(/^(?!.*(?:\.\.|\/\/|@\{))[^\s~^:?*[\\/-][^\s~^:?*[\\]*$/u, 'is not the name of a branch')
      .default('main'),
    /** The content folder, as the repository names it. */
    folder: z
      .string()
      .regex(/^(?:[\w-][\w.-]*)(?:\/[\w-][\w.-]*)*$/u, 'is not a folder of the repository such as content')
      .default('content'),
    api: secureUrl.optional(),
    signIn: secureUrl.optional(),
  })
  .superRefine(({ host, api }, context) => {
    if (host !== 'forgejo' || api !== undefined) return;
    context.addIssue({
      ...problem({
        code: 'missing-key',
        message: 'Forgejo and Gitea run on many servers: editor needs the address of yours.',
        hint: 'Write under editor: api: https://codeberg.org/api/v1',
      }),
      path: ['host'],
    });
  })
  .transform(({ api, ...rest }) => ({
    ...rest,
    api: (api ?? hostApis[rest.host] ?? '').replace(/\/+$/u, ''),
  }));

const hostApis: Readonly<Record<string, string>> = {
  github: 'https://api.github.com',
  gitlab: 'https://gitlab.com/api/v4',
};

/** How the home page is composed. */
const home = z.strictObject({
  /** From the top down. */
  rows: z
    .array(homeRow)
    .min(1, 'has no entry')
    .max(40, 'has more than 40 entries')
    .default(['lead', 'latest', 'photos', 'portrait', 'topics', 'wide', 'most-read'])
    .register(exampleLines, { line: 'rows: [lead, latest, photos, topics]' }),
  /** Who leads when no story is pinned. */
  lead: z
    .union([z.enum(['newest', 'newest-with-photo']), articleId])
    .default('newest-with-photo')
    .register(exampleLines, { line: 'lead: newest-with-photo' }),
  seconds: z.number().int().min(0).max(12).default(4),
  latest: z.number().int().min(1).max(50).default(6),
  /** The story told in pictures. */
  photoStory: z
    .union([z.enum(['newest', 'none']), articleId])
    .default('newest')
    .register(exampleLines, { line: 'photoStory: newest' }),
  topics: z.array(slug).optional(),
  storiesPerTopic: z.number().int().min(1).max(12).default(4),
  /** How many stories each list of what was read most holds. */
  mostRead: z.number().int().min(0).max(50).default(8),
});

const shareServices = ['wechat', 'linkedin', 'mastodon', 'bluesky'] as const;

export type ShareService = (typeof shareServices)[number];

export const siteConfigSchema = z
  .strictObject({
    name: text.clone().register(exampleLines, { line: 'name: USTB News' }),
    tagline: text.clone().register(exampleLines, { line: 'tagline: News and events from around the campus' }),
    baseUrl: baseUrl
      .transform((value) => value.replace(/\/+$/u, ''))
      .register(exampleLines, { line: 'baseUrl: https://news.example.edu' }),
    pathPrefix: z
      .string()
      .regex(/^\/(?:[\w.~-]+\/)*$/u, 'must begin and end with a slash')
      .regex(/^(?!.*\/\.{1,2}\/)/u, 'is a plain path: browsers take /../ and /./ out of an address')
      .default('/'),
    timeZone: timeZone.clone().register(exampleLines, { line: 'timeZone: Asia/Shanghai' }),
    defaultLanguage: languageCode.clone().register(exampleLines, { line: 'defaultLanguage: en' }),
    languages: z
      .record(languageCode, language)
      .register(exampleLines, { line: 'languages: {en: {name: English, locale: en-US}}' }),
    organisation: z
      .strictObject({
        name: text,
        names: translations.default({}),
        url: httpUrl.optional(),
        address: text.optional(),
      })
      .optional(),
    notice: translations.default({}),
    topics: z
      .array(topic)
      .min(1, 'has no entry')
      .register(exampleLines, { line: 'topics: [{name: Research, slug: research}]' }),
    credits: z.record(slug, translations).register(exampleLines, { line: 'credits: {draft: {en: Draft}}' }),
    /** Every article's photos for printing, in a ZIP. */
    pressKit: z
      .strictObject({ enabled: z.boolean().default(false), terms: translations.default({}) })
      .default({ enabled: false, terms: {} }),
    /** The page for journalists, `/press/`; there is none without this key. */
    press: z
      .strictObject({
        /** Slugs of the topics whose stories are releases; without it all of them are. */
        topics: z
          .array(slug)
          .min(1, 'has no entry')
          .optional()
          .register(exampleLines, { line: 'topics: [university-news]' }),
        releases: z.number().int().min(1).max(30).default(8),
        phone: text.optional().register(exampleLines, { line: 'phone: +86 10 6233 0000' }),
      })
      .optional()
      .register(exampleLines, { line: 'press: {topics: [university-news]}' }),
    permalink: z
      .string()
      .regex(
        /^\/(?:(?:\{year\}|\{month\}|\{day\}|\{slug\}|[\w-]+)\/)*\{slug\}\/$/u,
        'must begin with a slash and end with {slug}/',
      )
      .default('/{year}/{month}/{slug}/')
      .register(exampleLines, { line: 'permalink: /{year}/{month}/{slug}/' }),
    home: home.prefault({}),
    /** How the newsroom looks. */
    theme: themeSchema.default(defaultTheme).register(exampleLines, { line: 'theme: {accent: "#0b3d91"}' }),
    /** Links at the foot of every page, such as an imprint of the university. */
    footerLinks: z
      .array(namedLink)
      .max(30, 'has more than 30 entries')
      .overwrite(distinct)
      .default([])
      .register(exampleLines, {
        line: 'footerLinks: [{name: Imprint, url: https://www.example.org/imprint}]',
      }),
    /** Where the newsroom can be followed; the address says that it is the newsroom itself. */
    social: z
      .array(z.strictObject({ name: text, url: httpUrl }))
      .max(20, 'has more than 20 entries')
      .overwrite(distinct)
      .default([])
      .register(exampleLines, { line: 'social: [{name: Mastodon, url: https://social.example.org/@news}]' }),
    /** Where readers pass a story on, besides by its address and by mail. */
    share: z
      .array(z.enum(shareServices))
      .default([])
      .register(exampleLines, { line: 'share: [wechat, linkedin, mastodon, bluesky]' }),
    /** Where readers subscribe to letters by e-mail. */
    newsletter: newsletter
      .optional()
      .register(exampleLines, { line: 'newsletter: https://lists.example.org/news' }),
    /** The accessibility statement: a page by its file's name, or an address. */
    accessibility: z
      .string()
      .regex(
        /^(?:https?:\/\/\S+|[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)$/u,
        'is neither the name of a page in content/pages/ nor an address',
      )
      .optional()
      .register(exampleLines, { line: 'accessibility: accessibility' }),
    /** How Chinese names become part of an address, where no slug is given: `hu-mian` or `湖面`. */
    slugs: z.enum(['pinyin', 'words']).default('pinyin').register(exampleLines, { line: 'slugs: pinyin' }),
    /** Films that lie with others: YouTube, Vimeo and Bilibili always may, PeerTube's machines are listed. */
    films: z
      .strictObject({
        peertube: z
          .array(filmHost)
          .max(30, 'has more than 30 entries')
          .default([])
          .register(exampleLines, { line: 'peertube: [video.example.edu]' }),
      })
      .default({ peertube: [] })
      .register(exampleLines, { line: 'films: {peertube: [video.example.edu]}' }),
    photos: z
      .strictObject({
        widths: z
          .array(z.number().int().min(16).max(7680))
          .min(1, 'has no entry')
          .default([320, 640, 960, 1280, 1920])
          .register(exampleLines, { line: 'widths: [320, 640, 960, 1280, 1920]' }),
        formats: z
          .array(z.enum(['avif', 'webp', 'jpeg']))
          .min(1, 'has no entry')
          .default(['avif', 'jpeg'])
          .register(exampleLines, { line: 'formats: [avif, jpeg]' }),
        /** Of what is published; previews are always `fast`. */
        effort: z.enum(['fast', 'small']).default('small').register(exampleLines, { line: 'effort: small' }),
        /** Captions of a story begin with the number of their photo. */
        numbered: z.boolean().default(false),
        // The address of the service and its keys never stand in content: they come from the environment.
        store: z
          .string()
          .refine(
            (value) => parseBucketAddress(value) !== undefined,
            'is not an address such as s3://bucket/photos',
          )
          .optional()
          .register(exampleLines, { line: 'store: s3://news-photos/cache' }),
      })
      .default({
        widths: [320, 640, 960, 1280, 1920],
        formats: ['avif', 'jpeg'],
        effort: 'small',
        numbered: false,
      }),
    contact: z.strictObject({ email: z.email('is not an e-mail address').optional() }).default({}),
    imports: imports.optional(),
    /** Where `news publish NAME` publishes. */
    publish: z
      .record(slug, publishAddress)
      .default({})
      .register(exampleLines, { line: 'publish: {production: file:/var/www/news}' }),
    editor: editor
      .optional()
      .register(exampleLines, { line: 'editor: {host: github, repository: newsroom/site}' }),
    /** How seriously each kind of mistake is taken, by its code. */
    checks: z
      .record(z.string(), z.enum(levels))
      .default({})
      .register(exampleLines, { line: 'checks: {camera-name: error}' }),
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
    const topicNames = new Map<string, number>();
    for (const [index, { name, names }] of config.topics.entries()) {
      for (const called of new Set([name, ...Object.values(names)].map((one) => one.toLowerCase()))) {
        if (!topicNames.has(called)) topicNames.set(called, index);
        else
          context.addIssue({
            ...problem({
              code: 'duplicate-name',
              message: `Two topics are called "${called}": stories that name it could mean either.`,
              hint: 'Keep one of them, or give it another name.',
            }),
            path: ['topics', index, 'name'],
          });
      }
    }
    const named = [
      { slugs: config.home.topics ?? [], path: ['home', 'topics'] },
      { slugs: config.press?.topics ?? [], path: ['press', 'topics'] },
      ...config.home.rows.map((row, index) => ({
        slugs: typeof row === 'string' ? [] : row.topics,
        path: ['home', 'rows', index, 'topics'],
      })),
    ];
    for (const { slugs, path } of named) {
      for (const [index, topicSlug] of slugs.entries()) {
        if (seen.has(topicSlug)) continue;
        context.addIssue({
          ...problem({
            code: 'unknown-topic',
            message: `"${topicSlug}" is not the slug of a topic.`,
            hint: `Choose one of: ${[...seen].join(', ')}.`,
          }),
          path: [...path, index],
        });
      }
    }
  });

export type SiteConfig = Readonly<z.output<typeof siteConfigSchema>>;
export type TopicConfig = SiteConfig['topics'][number];

export const siteConfigWords: SchemaWords = {
  foreignKeys: {
    title: 'The name of the site is: name: USTB News',
    baseURL: { instead: 'baseUrl' },
    url: { instead: 'baseUrl' },
  },
};
