import { textPage } from '../kinds/text-page.tsx';
import { eleventyTemplate } from '../page-kind.ts';

export const { data, render } = eleventyTemplate(textPage);
