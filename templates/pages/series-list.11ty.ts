import { seriesList } from '../kinds/series-list.tsx';
import { eleventyTemplate } from '../page-kind.ts';

export const { data, render } = eleventyTemplate(seriesList);
