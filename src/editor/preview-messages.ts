/** Messages of what only a preview on the editor's own computer can do: reading other files, and git. Pure. */

import { z } from 'zod';

export const importAnswer = z.strictObject({
  /** Stories that were made of the files, relative to the content folder. */
  stories: z.array(z.string()),
  /** Text and photos for the story into which the files were dropped. */
  inserted: z.strictObject({ markdown: z.string(), photos: z.array(z.string()) }).optional(),
  /** Pictures that were dropped with a text into a story, and that the text does not show. */
  unused: z.array(z.string()).optional(),
  /** What was left out, guessed or changed, in words. */
  notes: z.array(z.string()),
});
export type ImportAnswer = Readonly<z.output<typeof importAnswer>>;

const storyChange = z.strictObject({
  /** Relative to the repository. */
  file: z.string(),
  kind: z.enum(['added', 'changed', 'removed']),
});
export type StoryChange = Readonly<z.output<typeof storyChange>>;

export const commitPlan = z.discriminatedUnion('kind', [
  /** The content is in no repository, or git is not there. */
  z.strictObject({ kind: z.literal('none'), message: z.string() }),
  z.strictObject({
    kind: z.literal('ready'),
    branch: z.string(),
    /** Whether the branch is there already. */
    exists: z.boolean(),
    message: z.string(),
    changes: z.array(storyChange),
  }),
]);
export type CommitPlan = Readonly<z.output<typeof commitPlan>>;

export const planRequest = z.strictObject({ file: z.string(), title: z.string() });
export const commitRequest = z.strictObject({ file: z.string(), branch: z.string(), message: z.string() });

export const commitAnswer = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('done'),
    branch: z.string(),
    commit: z.string(),
    /** The repository elsewhere to which the branch can be sent; undefined where there is none. */
    remote: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('refused'), message: z.string() }),
]);
export type CommitAnswer = Readonly<z.output<typeof commitAnswer>>;

export const pushRequest = z.strictObject({ branch: z.string() });
/** Why the branch was not sent; empty when it was. */
export const pushAnswer = z.strictObject({ message: z.string() });

const openBranch = z.strictObject({
  branch: z.string(),
  author: z.string(),
  /** Of the last commit, ISO 8601. */
  at: z.string(),
  /** Stories that it changes: `2024/fair`. */
  stories: z.array(z.string()),
});
export type OpenBranch = Readonly<z.output<typeof openBranch>>;
export const openBranches = z.array(openBranch);
