import { componentsPage } from '../kinds/components-page.tsx';
import { eleventyTemplate } from '../page-kind.ts';

export const { data, render } = eleventyTemplate(componentsPage);
