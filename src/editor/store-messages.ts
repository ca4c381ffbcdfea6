/** Messages between the editor in the browser and the preview that stores its stories. Pure. */

import { z } from 'zod';

const storyState = z.enum(['published', 'draft', 'scheduled', 'embargoed', 'expired', 'unreadable']);
export type StoryState = z.output<typeof storyState>;

const storyWork = z.strictObject({
  branch: z.string(),
  /** Of the request to merge it; empty where it was not sent yet. */
  title: z.string(),
  url: z.string(),
  author: z.string(),
  isDraft: z.boolean(),
});

export const dueKind = z.enum(['publishAt', 'embargoUntil', 'expiresAt', 'pinnedUntil']);
export type DueKind = z.output<typeof dueKind>;

export const storyEntry = z.strictObject({
  /** Relative to the content folder. */
  file: z.string(),
  title: z.string(),
  lang: z.string(),
  /** `2024-05-06`; empty where the story cannot be read. */
  day: z.string(),
  topics: z.array(z.string()),
  writers: z.array(z.string()),
  state: storyState,
  /** When the state ends, ISO 8601. */
  until: z.string().optional(),
  /** What happens to it by itself, in the future. */
  due: z.array(z.strictObject({ what: dueKind, at: z.string() })),
  /** Photos without a description. */
  undescribed: z.number(),
  /** What is saved of it and not published yet. */
  work: storyWork.optional(),
});
export type StoryEntry = Readonly<z.output<typeof storyEntry>>;
export const storyEntries = z.array(storyEntry);

/** The part of JSON Schema that front matter needs. */
export interface FieldSchema {
  readonly type?: string | readonly string[] | undefined;
  readonly description?: string | undefined;
  readonly enum?: readonly string[] | undefined;
  readonly anyOf?: readonly FieldSchema[] | undefined;
  readonly items?: FieldSchema | readonly FieldSchema[] | undefined;
  readonly properties?: Readonly<Record<string, FieldSchema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly additionalProperties?: FieldSchema | undefined;
}

export const fieldSchema: z.ZodType<FieldSchema> = z.lazy(() =>
  z.object({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    description: z.string().optional(),
    enum: z.array(z.string()).optional(),
    anyOf: z.array(fieldSchema).optional(),
    items: z.union([fieldSchema, z.array(fieldSchema)]).optional(),
    properties: z.record(z.string(), fieldSchema).optional(),
    required: z.array(z.string()).optional(),
    // `false` where no other key may stand.
    additionalProperties: z
      .union([z.boolean(), fieldSchema])
      .optional()
      .transform((value) => (typeof value === 'object' ? value : undefined)),
  }),
);

export const editorSettings = z.strictObject({
  siteName: z.string(),
  languages: z.array(z.strictObject({ lang: z.string(), name: z.string(), locale: z.string() })),
  defaultLanguage: z.string(),
  timeZone: z.string(),
  topics: z.array(z.strictObject({ name: z.string(), slug: z.string() })),
  roles: z.array(z.strictObject({ role: z.string(), label: z.string() })),
  people: z.array(z.string()),
  series: z.array(z.string()),
  /** JSON Schema of an article's front matter, its keys in their order. */
  schema: fieldSchema,
  contentFolder: z.string(),
  /** The root of the previewed site. */
  siteRoot: z.string(),
});
export type EditorSettings = Readonly<z.output<typeof editorSettings>>;

export const storyPhoto = z.strictObject({
  name: z.string(),
  widthPx: z.number(),
  heightPx: z.number(),
  caption: z.string().optional(),
  alt: z.string().optional(),
  credit: z.string().optional(),
});
export type StoryPhoto = Readonly<z.output<typeof storyPhoto>>;
export const addedPhoto = z.strictObject({
  photo: storyPhoto.optional(),
  /** Why it was not taken. */
  message: z.string().optional(),
});

export const openedStory = z.strictObject({
  raw: z.string(),
  version: z.string(),
  photos: z.array(storyPhoto),
  /** Files that lie beside it and are no photo, or cannot be read. */
  others: z.array(z.string()),
  /** The story's other languages. */
  translations: z.array(z.string()),
});
export type OpenedStory = Readonly<z.output<typeof openedStory>>;

const edit = z.strictObject({
  line: z.number(),
  column: z.number(),
  endColumn: z.number(),
  text: z.string(),
});
const finding = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  file: z.string(),
  line: z.number(),
  column: z.number(),
  endColumn: z.number(),
  message: z.string(),
  hint: z.string().optional(),
  fix: z.array(edit).optional(),
});
export type Finding = Readonly<z.output<typeof finding>>;

export const renderedStory = z.strictObject({
  findings: z.array(finding),
  /** Addresses of the page as readers will see it; undefined where the text cannot be read. */
  page: z.string().optional(),
});
export type RenderedStory = Readonly<z.output<typeof renderedStory>>;

export const draftRequest = z.strictObject({ file: z.string(), text: z.string() });
export const saveRequest = z.strictObject({
  file: z.string(),
  raw: z.string(),
  version: z.string().optional(),
});
export const saveAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('saved'), version: z.string() }),
  z.strictObject({
    kind: z.literal('conflict'),
    stored: z.strictObject({ raw: z.string(), version: z.string() }).optional(),
  }),
  z.strictObject({ kind: z.literal('refused'), message: z.string() }),
]);
export type SaveAnswer = Readonly<z.output<typeof saveAnswer>>;

export const pasteRequest = z.strictObject({ html: z.string() });
export const pasteAnswer = z.strictObject({ markdown: z.string(), left: z.array(z.string()) });
export type PasteAnswer = Readonly<z.output<typeof pasteAnswer>>;
