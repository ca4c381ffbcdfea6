import { searchIndex } from '../kinds/search-index.ts';
import { eleventyTemplate } from '../page-kind.ts';

export const { data, render } = eleventyTemplate(searchIndex);
