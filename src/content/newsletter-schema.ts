/**
 * Where readers subscribe to letters by e-mail: an address, or a form that the service of the letters takes by a plain
 * POST. What the services want is in the handbook; nothing of them is loaded.
 */

import { z } from 'zod';
import { problem } from './schema-diagnostics.ts';
import { exampleLines } from './schema-fields.ts';
import { text } from './text-field.ts';

/** Name of a field at a service: `EMAIL`, `contact[email]`. */
const fieldName = z
  .string()
  .regex(/^[\w.:[\]-]{1,200}$/u, 'is not the name of a field, such as EMAIL or contact[email]');

const serviceAddress = z.string().superRefine((value, context) => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isLocal = url !== undefined && /^(?:localhost|127\.0\.0\.1|\[::1\])$/u.test(url.hostname);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal)) return;
  context.addIssue(
    problem({
      code: 'wrong-value',
      message: `"${value}" is not an address to which readers’ addresses can be sent safely.`,
      hint: 'Write it whole, with https: action: https://lists.example.org/subscription/form',
    }),
  );
});

const newsletterForm = z.strictObject({
  /** Where the form is sent, as the service’s own form says: its `action`. */
  action: serviceAddress.register(exampleLines, {
    line: 'action: https://lists.example.org/subscription/form',
  }),
  /** What the service calls the reader’s address. */
  email: fieldName.default('email').register(exampleLines, { line: 'email: EMAIL' }),
  /** What it calls the reader’s name; without this key no name is asked for. */
  name: fieldName.optional().register(exampleLines, { line: 'name: FNAME' }),
  /** Further fields, sent as they are. */
  hidden: z
    .record(fieldName, z.union([z.string(), z.number().transform(String)], 'is neither a text nor a number'))
    .default({})
    .register(exampleLines, { line: 'hidden: {l: "8f2c1d4e-0000-4000-8000-000000000000"}' }),
  /** A field that must stay empty: programs that fill in every field give themselves away. */
  honeypot: fieldName.optional().register(exampleLines, { line: 'honeypot: nonce' }),
  /** Whether the service asks by mail before it sends letters. */
  confirms: z.boolean().default(true).register(exampleLines, { line: 'confirms: false' }),
  /** What readers agree to. */
  consent: z.record(z.string(), text).default({}).register(exampleLines, {
    line: 'consent: {en: One mail a week. Every mail has a link by which you leave.}',
  }),
  /** A box to tick beside what readers agree to, and what the service calls it. */
  consentField: fieldName.optional().register(exampleLines, { line: 'consentField: gdpr[42]' }),
  /** What is said of personal data: a page by its file’s name, or an address. */
  privacy: z
    .string()
    .regex(
      /^(?:https?:\/\/\S+|[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)$/u,
      'is neither the name of a page in content/pages/ nor an address',
    )
    .optional()
    .register(exampleLines, { line: 'privacy: privacy' }),
  /** Other addresses to which the service leads from there, such as a page of thanks of its own. */
  leadsTo: z
    .array(serviceAddress)
    .default([])
    .register(exampleLines, { line: 'leadsTo: ["https://mailchi.mp"]' }),
});

export type NewsletterFormConfig = z.infer<typeof newsletterForm>;

const linkAddress = z
  .string()
  .regex(
    /^(?:https?:\/\/[^\s/]\S*|mailto:[^\s@]+@\S+)$/u,
    'is neither a web address nor mailto: and an address',
  );

/** A link as `{link}`, and a form as it is. */
export const newsletter = z.union(
  [linkAddress.transform((link) => ({ link })), z.strictObject({ form: newsletterForm })],
  'is neither an address (https://… or mailto:…) nor a form: {form: {action: https://…}}',
);
