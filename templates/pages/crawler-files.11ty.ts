import { crawlerFiles } from '../kinds/crawler-files.ts';
import { eleventyTemplate } from '../page-kind.ts';

export const { data, render } = eleventyTemplate(crawlerFiles);
