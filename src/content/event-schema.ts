/** What a story's front matter says of an event: when and where it is, and where one registers. */

import { z } from 'zod';
import type { SiteDate } from './dates.ts';
import { problem } from './schema-diagnostics.ts';
import { exampleLines } from './schema-fields.ts';
import { text } from './text-field.ts';

/** Browsers and calendars open nothing else from a button that says "Register". */
const registration = z
  .string()
  .refine(
    (value) => URL.canParse(value) && /^(?:https?|mailto):$/u.test(new URL(value).protocol),
    'is neither a web address nor mailto: and an e-mail address',
  );

/** @param date reads a day or a moment in the zone of the site */
export function eventSchema(date: z.ZodType<SiteDate>) {
  return z
    .strictObject({
      from: date
        .describe('When it begins: a moment with its offset, or a day.')
        .register(exampleLines, { line: 'from: 2024-05-12T18:00+08:00' }),
      to: date
        .optional()
        .describe('When it ends, or its last day.')
        .register(exampleLines, { line: 'to: 2024-05-12T20:00+08:00' }),
      place: text
        .optional()
        .describe('Where it is.')
        .register(exampleLines, { line: 'place: Lecture Hall 3, Main Building' }),
      register: registration
        .optional()
        .describe('Where one registers: a web address, or mailto: and an e-mail address.')
        .register(exampleLines, { line: 'register: https://example.org/register' }),
      cancelled: z
        .boolean()
        .optional()
        .describe('Whether it does not take place after all: readers and calendars are told.')
        .register(exampleLines, { line: 'cancelled: true' }),
    })
    .superRefine(({ from, to }, context) => {
      if (to === undefined) return;
      if (from.hasTime !== to.hasTime) {
        context.addIssue({
          ...problem({
            code: 'invalid-date',
            message: 'One of from and to is a day, the other a moment.',
            hint: from.hasTime
              ? `Write to: with a time too, or leave it out: to: ${to.day}${from.iso.slice(10)}`
              : `Write only the day: to: ${to.day}`,
          }),
          path: ['to'],
        });
      } else if (to.timeMs < from.timeMs) {
        context.addIssue({
          ...problem({
            code: 'invalid-date',
            message: 'The event ends before it begins.',
            hint: `Write a ${from.hasTime ? 'moment' : 'day'} after ${from.iso}.`,
          }),
          path: ['to'],
        });
      }
    });
}
