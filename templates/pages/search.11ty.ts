import { search } from '../kinds/search.tsx';
import { eleventyTemplate } from '../page-kind.ts';

export const { data, render } = eleventyTemplate(search);
