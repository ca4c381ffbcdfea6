/** An article's front matter: its schema (the single source of its type), and the article itself. */

import { z } from 'zod';
import type { Place } from '../diagnostics/diagnostic.ts';
import { didYouMean, meantWords } from '../diagnostics/did-you-mean.ts';
import type { Body } from '../markdown/block.ts';
import { aiUse } from './ai-use.ts';
import { readDate, type SiteDate } from './dates.ts';
import { eventSchema } from './event-schema.ts';
import type { Excerpt } from './excerpt.ts';
import { findTopic, guessTopic } from './find-topic.ts';
import { momentOf, offsetAt, printOffset } from './local-time.ts';
import { nameProblem, writerProblem } from './name-problem.ts';
import { oldAddress } from './old-address.ts';
import { phoneNumber } from './phone-field.ts';
import { problem, type SchemaWords } from './schema-diagnostics.ts';
import { exampleLines } from './schema-fields.ts';
import type { SiteConfig } from './site-config.ts';
import { checkSlugLetters } from './slug-letters.ts';
import { maximumSlugBytes } from './slugs.ts';
import { sourceField } from './source-field.ts';
import { spokenAnswer } from './spoken-answer.ts';
import { text } from './text-field.ts';
import type { TextTerms } from './text-terms.ts';
import type { Timing } from './timing.ts';
import type { YamlPath } from './yaml-document.ts';

const oneOrMany = z.union([text.transform((value) => [value]), z.array(text).min(1, 'has no entry')]);

const photoDetails = z.strictObject({
  caption: text.optional().describe('Who does what, where.'),
  alt: z.string().trim().optional().describe('What is to be seen, for readers who cannot see it.'),
  credit: text.optional().describe('Who took it.'),
  focus: z
    .tuple([z.number().min(0).max(1), z.number().min(0).max(1)])
    .optional()
    .describe('What a crop must keep: from the left and from the top, 0 to 1.')
    .register(exampleLines, { line: 'focus: [0.3, 0.4]' }),
  source: sourceField,
});

const contact = z.strictObject({
  name: text.describe('Name.'),
  email: z.email('is not an e-mail address').optional().describe('E-mail address.'),
  phone: phoneNumber.optional().describe('Telephone number.'),
  role: text.optional().describe('Office.'),
});

const webAddress = z
  .string()
  .refine(
    (value) => URL.canParse(value) && /^https?:$/u.test(new URL(value).protocol),
    'is not a web address',
  );

function hasTopics(frontMatter: unknown): boolean {
  if (typeof frontMatter !== 'object' || frontMatter === null || Array.isArray(frontMatter)) return true;
  return 'topics' in frontMatter || 'topic' in frontMatter;
}

/** A line with a moment as the zone's own clocks show it: an example is copied, offset and all. */
function momentLineIn(zone: string) {
  return (key: string, localTime: string): string => {
    const offset = offsetAt(momentOf(Date.parse(`${localTime}:00Z`), zone), zone);
    return `${key}: ${localTime}${printOffset(offset)}`;
  };
}

/** How a story opens. */
export const articleLayouts = ['standard', 'photo-first', 'full-bleed', 'cover'] as const;

export type ArticleLayout = (typeof articleLayouts)[number];

/**
 * The schema of an article's front matter, knowing the site's zone, topics, roles and languages.
 * @param options.saysAllAtOnce without it missing topics are told of when nothing else is wrong: such a schema can be compiled
 */
export function articleSchema(config: SiteConfig, { saysAllAtOnce = true } = {}) {
  const momentLine = momentLineIn(config.timeZone);
  const date = z.union([z.string(), z.number()]).transform((value, context): SiteDate => {
    const reading = readDate(String(value), config.timeZone);
    if (reading.ok) return reading.date;
    const message = (typed: string) => {
      const again = readDate(typeof value === 'string' ? value : typed, config.timeZone);
      return again.ok ? reading.message : again.message;
    };
    context.addIssue(problem({ code: 'invalid-date', message, hint: reading.hint }));
    return z.NEVER;
  });
  const topicNames = config.topics.flatMap((topic) => [topic.name, topic.slug]);
  const topicSlug = text.meta({ enum: [...new Set(topicNames)] }).transform((value, context): string => {
    const found = findTopic(value, config.topics);
    if (found !== undefined) return found.slug;
    const parts = value.split(/\s*[,，、;；]\s*/u);
    if (parts.length > 1) {
      context.addIssue(
        problem({
          code: 'unknown-topic',
          message: `"${value}" is not one topic.`,
          hint: `Write several in square brackets: topics: [${parts.join(', ')}]`,
        }),
      );
      return z.NEVER;
    }
    const guess = guessTopic(value, config.topics);
    context.addIssue(
      problem({
        code: 'unknown-topic',
        message: `"${value}" is not a topic.${meantWords(guess)}`,
        hint:
          guess === undefined
            ? `Topics of this site: ${config.topics.map((topic) => topic.name).join(', ')}.`
            : `Write ${guess} instead.`,
      }),
    );
    return z.NEVER;
  });
  const topics = z.union([
    topicSlug.transform((value) => [value]),
    z.array(topicSlug).min(1, 'has no entry'),
  ]);
  const roles = Object.keys(config.credits);
  const credits = z.record(z.string(), oneOrMany).superRefine((value, context) => {
    for (const [role, names] of Object.entries(value)) {
      const wrong = role === 'draft' ? writerProblem(names) : undefined;
      if (wrong !== undefined) context.addIssue({ ...problem(wrong), path: [role] });
      if (roles.includes(role)) continue;
      const guess = didYouMean(role, roles);
      context.addIssue({
        ...problem({
          code: 'unknown-role',
          isAboutKey: true,
          message: `"${role}" is not a credit role.${meantWords(guess)}`,
          hint: guess === undefined ? `Roles of this site: ${roles.join(', ')}.` : `Write ${guess}: instead.`,
        }),
        path: [role],
      });
    }
  });
  const draft = z.union([z.boolean(), z.string()]).transform((value, context): boolean => {
    if (typeof value === 'boolean') return value;
    const answer = spokenAnswer(value);
    if (answer !== undefined) {
      context.addIssue(
        problem({
          code: 'wrong-value',
          message: (typed) => `draft is true or false, not ${typed}.`,
          hint: `Write draft: ${answer}`,
        }),
      );
      return z.NEVER;
    }
    context.addIssue(
      problem({
        code: 'wrong-value',
        message: `draft: says whether the article is unfinished (true or false); "${value}" looks like the name of its writer.`,
        hint: `Write  credits:  and on the next line  draft: ${value}  indented by two spaces.`,
      }),
    );
    return z.NEVER;
  });
  return (
    z
      .strictObject({
        title: text
          .describe('The headline.')
          .register(exampleLines, { line: 'title: Students build a bamboo bicycle' }),
        date: date
          .describe(
            'The day of the story (2024-01-02) in the time zone of the site, or a moment with its offset (2024-01-02T08:00+08:00).',
          )
          .register(exampleLines, { line: 'date: 2024-01-02' }),
        topics: topics
          .optional()
          .describe('One topic or several, by the names in site.yaml.')
          .register(exampleLines, { line: 'topics: [Research]' }),
        topic: topics
          .optional()
          .describe('The same as topics, for a story with one.')
          .register(exampleLines, { line: 'topic: Research' }),
        summary: text
          .optional()
          .describe('One or two sentences for lists, feeds and searches; else the first of the text.')
          .register(exampleLines, { line: 'summary: One sentence that says what is new.' }),
        credits: credits
          .default({})
          .describe('Who did what: a role of site.yaml, then one name or a list of names ("YANG Lindi").')
          .meta({ propertyNames: { enum: roles } })
          .register(exampleLines, { line: 'credits: {draft: YANG Lindi, revision: CHENG Mingyuan}' }),
        image: text
          .optional()
          .describe('The photo that stands for the story in lists; else the first one in the text.')
          .register(exampleLines, { line: 'image: 1.jpg' }),
        photos: z
          .record(z.string(), photoDetails)
          .default({})
          .describe(
            'Caption, alt, credit, focus and source of photos, by file name; what stands beside the photo wins.',
          )
          .register(exampleLines, {
            line: 'photos: {1.jpg: {caption: The signing ceremony, credit: LI Hua}}',
          }),
        lang: text
          .meta({ enum: Object.keys(config.languages) })
          .optional()
          .describe('The language, when the file is not named after it (index.zh.md).'),
        slug: z
          .string()
          .regex(
            /^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u,
            'may have only small letters, digits and single hyphens',
          )
          .refine((slug) => Buffer.byteLength(slug) <= maximumSlugBytes, 'is too long')
          .superRefine(checkSlugLetters)
          .optional()
          .describe('The last part of the address; else the name of the folder.')
          .register(exampleLines, { line: 'slug: bamboo-bicycle' }),
        aliases: z
          .array(oldAddress)
          .default([])
          .describe('Old addresses that lead here.')
          .register(exampleLines, { line: 'aliases: [/news/2019/fair.html]' }),
        draft: draft
          .default(false)
          .describe('true while the story is unfinished: it is never published.')
          .register(exampleLines, { line: 'draft: true' }),
        publishAt: date
          .optional()
          .describe('When the story appears by itself.')
          .register(exampleLines, { line: momentLine('publishAt', '2024-01-02T08:00') }),
        embargoUntil: date
          .optional()
          .describe('The moment before which nothing of the story may be seen.')
          .register(exampleLines, { line: momentLine('embargoUntil', '2024-01-02T08:00') }),
        expiresAt: date
          .optional()
          .describe('When the story disappears again.')
          .register(exampleLines, { line: momentLine('expiresAt', '2024-03-01T00:00') }),
        layout: z
          .enum(articleLayouts)
          .optional()
          .describe(
            'How the story opens: standard, photo-first, full-bleed, or cover (the headline on the photo). Else as its photos ask.',
          )
          .register(exampleLines, { line: 'layout: full-bleed' }),
        pinnedUntil: date
          .optional()
          .describe('How long the story leads the home page.')
          .register(exampleLines, { line: momentLine('pinnedUntil', '2024-01-09T00:00') }),
        updated: date
          .optional()
          .describe('The last change that readers should know of.')
          .register(exampleLines, { line: 'updated: 2024-01-05' }),
        ai: aiUse,
        series: text.optional().describe('The name of the series that the story belongs to.'),
        related: z
          .array(text)
          .default([])
          .describe('Other stories, by their folders: 2024/bamboo-bicycle.')
          .register(exampleLines, { line: 'related: [2024/bamboo-bicycle]' }),
        event: eventSchema(date)
          .optional()
          .describe('What is to take place: from, to, place, register, cancelled.')
          .register(exampleLines, {
            line: `event: {${momentLine('from', '2024-05-12T18:00')}, place: Lecture Hall 3}`,
          }),
        corrections: z
          .array(
            z.strictObject({
              date: date.describe('When it was corrected.'),
              text: text.describe('What was wrong and what is right.'),
              kind: z
                .enum(['correction', 'clarification', 'retraction'])
                .default('correction')
                .describe('correction, clarification or retraction.'),
            }),
          )
          .default([])
          .describe('What was wrong and has been put right; shown under the story.')
          .register(exampleLines, {
            line: 'corrections: [{date: 2024-01-05, text: An earlier version gave a wrong name.}]',
          }),
        contacts: z
          .array(contact)
          .default([])
          .describe('Whom journalists may ask.')
          .register(exampleLines, { line: 'contacts: [{name: YANG Lindi, email: news@example.edu}]' }),
        source: z
          .strictObject({
            name: text.describe('Who published it first.'),
            url: webAddress.optional().describe('Where.'),
          })
          .optional()
          .describe('The first publisher of a story taken over from elsewhere.')
          .register(exampleLines, { line: 'source: {name: Xinhua, url: https://example.com/story}' }),
        viewsBefore: z
          .number()
          .int()
          .min(0)
          .default(0)
          .describe('How often the story was read on the old site.')
          .register(exampleLines, { line: 'viewsBefore: 1840' }),
      })
      .superRefine((value, context) => {
        if (value.topics === undefined || value.topic === undefined) return;
        context.addIssue({
          ...problem({
            code: 'duplicate-key',
            isAboutKey: true,
            message: 'topic and topics mean the same, and both are given.',
            hint: 'Keep topics: with all of them in one list.',
          }),
          path: ['topic'],
        });
      })
      // Said together with all other mistakes, so whatever else is wrong.
      .refine(hasTopics, {
        ...(saysAllAtOnce && { when: () => true }),
        ...problem({
          code: 'missing-key',
          message: 'topics is missing.',
          missing: 'topics',
          hint: `Add a line, for example: topics: [${config.topics[0]?.name ?? 'Research'}]`,
        }),
      })
      .transform(({ topic, topics: many, ...rest }) => ({
        ...rest,
        topics: [...new Set(many ?? topic ?? [])],
      }))
  );
}

export type FrontMatter = Readonly<z.output<ReturnType<typeof articleSchema>>>;

export interface ArticleFileBody extends Body {
  /** Of its text. */
  readonly terms: TextTerms;
}

export interface ArticleFile {
  /** `YEAR/SLUG`, the article's folder: the same for all its languages, and never shown to readers. */
  readonly id: string;
  /** The Markdown file, relative to `content/`. */
  readonly file: string;
  /** The article's folder, relative to `content/`. */
  readonly folder: string;
  readonly lang: string;
  readonly slug: string;
  readonly frontMatter: FrontMatter;
  /** When it appears and goes, by the strictest times of the story's languages. */
  readonly timing: Timing;
  readonly body: ArticleFileBody;
  readonly excerpt: Excerpt;
  /** Stands for the text of the file. */
  readonly hash: string;
  /** Its front matter has mistakes, which were left out: it is judged and never published. */
  readonly isPartial?: true;
  /** Where a value of the front matter stands, for diagnostics that are found later. */
  readonly placeOf: (path: YamlPath) => Place;
}

export const articleWords: SchemaWords = {
  wrongKind: nameProblem,
  foreignKeys: {
    description: { instead: 'summary' },
    excerpt: { instead: 'summary' },
    tags: { instead: 'topics' },
    categories: { instead: 'topics' },
    publishDate: 'Write publishAt: with a date, a time and its offset from UTC.',
    pubDate: { instead: 'date' },
    lastmod: { instead: 'updated' },
    modified: { instead: 'updated' },
    expiryDate: { instead: 'expiresAt' },
    author: 'Write credits: and on the next line, indented by two spaces, draft: with the name.',
    authors: 'Write credits: and on the next line, indented by two spaces, draft: with the names.',
    by: 'Write credits: and on the next line, indented by two spaces, draft: with the name.',
    revision: 'Write credits: and on the next line, indented by two spaces, revision: with the name.',
    permalink: 'Delete the line, or write slug: with the last part of the address.',
    language: 'Write lang: instead, or name the file index.zh.md.',
    views: 'Delete the line: views are counted in views.json; views of an old site are viewsBefore:.',
  },
};
