/**
 * `content/topics.yaml`: the topics of an old site and what each becomes here. An import writes the names that it does not
 * know into it, and reads what an editor has written beside them. Pure.
 */

import { guessTopic } from '../content/find-topic.ts';
import { readOldTopics, topicsFile } from '../content/old-topics.ts';
import type { TopicConfig } from '../content/site-config.ts';

/** Old names in their spelling; the topic of this site, or null where an editor has not decided yet. */
export type TopicMap = ReadonlyMap<string, string | null>;

/** An old name that is left out on purpose. */
export const noTopic = 'none';

/** Throws when an editor's file cannot be read: writing it anew would lose what it says. */
export function readTopicMap(text: string | undefined): TopicMap {
  if (text === undefined) return new Map();
  const reading = readOldTopics(text, topicsFile);
  if (reading.ok) return reading.topics;
  const [first] = reading.diagnostics;
  throw new Error(
    `${topicsFile} in the content folder cannot be read${first === undefined ? '' : `, line ${first.line}, column ${first.column}: ${first.message} ${first.hint ?? ''}`.trimEnd()} Each line is an old name, a colon and a topic: "Campus life": Students Life`,
  );
}

/** @param found old names that no topic fits, with the number of stories that have them */
export function topicMapText(
  known: TopicMap,
  found: ReadonlyMap<string, number>,
  topics: readonly TopicConfig[],
): string {
  const names = [...new Set([...known.keys(), ...found.keys()])].sort(
    (a, b) => (found.get(b) ?? 0) - (found.get(a) ?? 0) || (a < b ? -1 : 1),
  );
  const lines = names.map((name) => {
    const topic = known.get(name) ?? null;
    const number = found.get(name) ?? 0;
    const guess = topic === null ? guessTopic(name, topics) : undefined;
    const notes = [
      ...(number === 0 ? [] : [`${number} ${number === 1 ? 'story' : 'stories'}`]),
      ...(guess === undefined ? [] : [`perhaps ${guess}`]),
    ];
    const value = topic === null ? '' : ` ${quoted(topic)}`;
    return `${quoted(name)}:${value}${notes.length === 0 ? '' : ` # ${notes.join(', ')}`}`;
  });
  return [
    '# Topics of the old site and what each becomes here. Write a topic of site.yaml behind the colon,',
    `# or "${noTopic}" for one that is to be left out; then import again.`,
    `# Topics: ${topics.map(({ name }) => name).join(', ')}`,
    '',
    ...lines,
    '',
  ].join('\n');
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
