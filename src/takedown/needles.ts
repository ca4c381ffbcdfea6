/** What must not be found in the output after a takedown: words, names, addresses. Pure. */

import type { Content } from '../content/load-content.ts';
import { captionsOf } from '../content/story-record.ts';
import type { Body } from '../markdown/block.ts';
import { nameForms } from './name-forms.ts';
import { namePattern } from './name-pattern.ts';
import type { TakedownPlan } from './plan-takedown.ts';
import { foldSpaces } from './searchable-text.ts';
import type { Subject } from './subject.ts';

export interface Needle {
  readonly what: 'headline' | 'sentence' | 'caption' | 'name' | 'address' | 'photo';
  readonly text: string;
  /** How a name is looked for; everything else as it is written. */
  readonly pattern?: RegExp;
}

/** Forms of the name that may mean another person: places to look at, not traces. */
export function looksOf(subject: Subject): readonly RegExp[] {
  return subject.kind === 'person' ? nameForms(subject.names, subject.email) : [];
}

/** Characters from which a sentence tells a story from others; half of them in Chinese. */
const shortestSentence = 24;
/** Sentences of a story that stand for all of it. */
const mostSentences = 200;

/**
 * @param photoPaths what the output had of the photos that go
 * @returns nothing that the rest of the content says, too, but names: they are to be found wherever they are
 */
export function needlesOf(
  subject: Subject,
  plan: TakedownPlan,
  content: Content,
  photoPaths: readonly string[],
): readonly Needle[] {
  const needles: Needle[] = [
    ...plan.tombstones.map((text): Needle => ({ what: 'address', text })),
    ...photoPaths.map((text): Needle => ({ what: 'photo', text })),
  ];
  if (subject.kind === 'person') {
    for (const name of subject.names) needles.push({ what: 'name', text: name, pattern: namePattern(name) });
    if (subject.email !== undefined) needles.push({ what: 'name', text: subject.email });
    return needles;
  }
  const removed = new Set(plan.removed);
  const rest = remainingText(content, removed);
  const add = (what: Needle['what'], text: string | undefined) => {
    const folded = foldSpaces(text ?? '').trim();
    if (folded.length >= 4 && !rest.includes(folded)) needles.push({ what, text: folded });
  };
  if (subject.kind === 'article') {
    for (const article of subject.articles) {
      add('headline', article.frontMatter.title);
      for (const sentence of sentencesOf(article.body).slice(0, mostSentences)) add('sentence', sentence);
      for (const caption of captionsOf(article).values()) add('caption', caption);
    }
    return needles;
  }
  for (const article of content.articles) {
    for (const [name, caption] of captionsOf(article))
      if (removed.has(`${article.folder}/${name}`)) add('caption', caption);
  }
  return needles;
}

function sentencesOf({ text }: Body): readonly string[] {
  return text
    .split(/(?<=[.!?])\s+|(?<=[。！？])|\n+/u)
    .map((sentence) => sentence.trim())
    .filter(
      (sentence) =>
        sentence.length >= (/\p{Script=Han}/u.test(sentence) ? shortestSentence / 2 : shortestSentence),
    );
}

function remainingText({ articles, pages, people }: Content, removed: ReadonlySet<string>): string {
  const texts = [
    ...articles
      .filter(({ file }) => !removed.has(file))
      .flatMap((article) => [
        article.frontMatter.title,
        article.frontMatter.summary ?? '',
        article.body.text,
        ...[...captionsOf(article)]
          .filter(([name]) => !removed.has(`${article.folder}/${name}`))
          .map(([, caption]) => caption),
      ]),
    ...[...pages, ...people].filter(({ file }) => !removed.has(file)).map(({ body }) => body.text),
  ];
  return foldSpaces(texts.join('\n'));
}
