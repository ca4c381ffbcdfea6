/** The settings of a newsroom whose old site is imported. */

import { type SiteConfig, siteConfigSchema } from '../../src/content/site-config.ts';

export const config: SiteConfig = siteConfigSchema.parse({
  name: 'USTB News',
  tagline: 'News and events from USTB about research, science and technology, and life around the world.',
  baseUrl: 'https://news.example.edu',
  timeZone: 'Asia/Shanghai',
  defaultLanguage: 'en',
  languages: { en: { name: 'English', locale: 'en-US' }, zh: { name: '中文', locale: 'zh-CN' } },
  topics: [
    { name: 'Research', slug: 'research', names: { zh: '科学研究' } },
    { name: 'University News', slug: 'university-news' },
    { name: 'Students Life', slug: 'students-life' },
  ],
  credits: {
    draft: { en: 'Draft', zh: '撰稿' },
    revision: { en: 'Revision', zh: '审核' },
    photos: { en: 'Photos', zh: '摄影' },
    source: { en: 'Source', zh: '来源' },
  },
});
