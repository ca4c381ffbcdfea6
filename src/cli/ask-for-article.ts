/** Asks the questions of `news new` that no flag answers. Gives undefined when they are left with Escape or Ctrl-C. */

import { existsSync } from 'node:fs';
import path from 'node:path';
import { intro, isCancel, multiselect, outro, select, text } from '@clack/prompts';
import { readDate } from '../content/dates.ts';
import type { SiteConfig } from '../content/site-config.ts';
import { defined } from '../text/defined.ts';
import { draggedFiles } from './dragged-files.ts';
import { type KnownAnswers, type NewAnswers, splitNames } from './new-answers.ts';

export interface Questions {
  readonly config: SiteConfig;
  readonly today: string;
  /** What flags have said already is not asked. */
  readonly known: KnownAnswers;
  readonly people: readonly string[];
}

export async function askForArticle({
  config,
  today,
  known,
  people,
}: Questions): Promise<NewAnswers | undefined> {
  intro('A new article');
  const title =
    known.title ??
    (await text({
      message: 'Headline',
      validate: (value) =>
        value === undefined || value.trim() === '' ? 'Write a headline. It can be changed later.' : undefined,
    }));
  if (isCancel(title)) return undefined;
  const languages = Object.entries(config.languages);
  const lang =
    known.lang ??
    (languages.length < 2
      ? config.defaultLanguage
      : await select({
          message: 'Language',
          initialValue: config.defaultLanguage,
          options: languages.map(([value, { name }]) => ({ value, label: name })),
        }));
  if (isCancel(lang)) return undefined;
  const topics =
    known.topics ??
    (await multiselect({
      message: 'Topics (space chooses, enter goes on)',
      options: config.topics.map(({ name, description }) => ({
        value: name,
        label: name,
        ...defined({ hint: description }),
      })),
    }));
  if (isCancel(topics)) return undefined;
  const date =
    known.date ??
    (await text({
      message: 'Date',
      initialValue: today,
      validate: (value) => {
        const reading = readDate(value ?? '', config.timeZone);
        return reading.ok ? undefined : `${reading.message} ${reading.hint}`;
      },
    }));
  if (isCancel(date)) return undefined;
  const credits: Record<string, readonly string[]> = { ...known.credits };
  for (const [role, labels] of Object.entries(config.credits)) {
    if (role in credits) continue;
    const names = await text({
      message: `Credits, “${labels[config.defaultLanguage] ?? role}”: whose name? (commas between several; enter for none)`,
      placeholder: people[0] ?? 'YANG Lindi',
      defaultValue: '',
    });
    if (isCancel(names)) return undefined;
    if (splitNames(names).length > 0) credits[role] = splitNames(names);
  }
  let photos = known.photos;
  if (photos.length === 0) {
    const answer = await text({
      message: 'Photos: drag them, or their folder, into this window (enter for none)',
      defaultValue: '',
      validate: (value) => {
        const missing = filesOf(value ?? '').find((file) => !existsSync(path.resolve(file)));
        return missing === undefined ? undefined : `There is no photo or folder ${missing}.`;
      },
    });
    if (isCancel(answer)) return undefined;
    photos = filesOf(answer);
  }
  outro('Thank you.');
  return { title: title.trim(), lang, topics, date: date.trim(), credits, photos };
}

/** Reads a path with spaces that was typed without quotes as one path. */
function filesOf(answer: string): readonly string[] {
  const whole = answer.trim();
  return whole !== '' && existsSync(path.resolve(whole)) ? [whole] : draggedFiles(answer);
}
