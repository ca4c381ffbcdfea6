import { archiveMonth } from '../kinds/archive-month.tsx';
import { eleventyTemplate } from '../page-kind.ts';

export const { data, render } = eleventyTemplate(archiveMonth);
