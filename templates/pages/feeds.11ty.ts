import { feeds } from '../kinds/feeds.ts';
import { eleventyTemplate } from '../page-kind.ts';

export const { data, render } = eleventyTemplate(feeds);
