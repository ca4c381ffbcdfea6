/** Topics by their names, translations and slugs. */

import { expect, test } from 'vitest';
import { findTopic, guessTopic } from '../../src/content/find-topic.ts';
import { siteConfigSchema } from '../../src/content/site-config.ts';

const { topics } = siteConfigSchema.parse({
  name: 'Campus News',
  tagline: 'News from the campus',
  baseUrl: 'https://news.example.edu',
  timeZone: 'Asia/Shanghai',
  defaultLanguage: 'en',
  languages: { en: { name: 'English', locale: 'en-US' }, zh: { name: '中文', locale: 'zh-CN' } },
  topics: [
    { name: 'Research', slug: 'research', names: { zh: '科学研究' } },
    { name: 'Students Life', slug: 'students-life' },
  ],
  credits: { draft: { en: 'Draft' } },
});

test.each([
  ['research', 'research'],
  ['RESEARCH', 'research'],
  [' Students Life ', 'students-life'],
  ['students-life', 'students-life'],
  ['科学研究', 'research'],
  ['科学', undefined],
  ['', undefined],
])('"%s" names the topic %s', (word, slug) => {
  expect(findTopic(word, topics)?.slug).toBe(slug);
});

test('a misspelt word is near a name, a translation or a slug, as site.yaml spells it', () => {
  expect(guessTopic('Reserch', topics)).toBe('Research');
  expect(guessTopic('students_lfe', topics)).toMatch(/students.life/iu);
  expect(guessTopic('科学研宄', topics)).toBe('科学研究');
  expect(guessTopic('Astronomy', topics)).toBeUndefined();
});
