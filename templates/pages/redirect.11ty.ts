import { redirect } from '../kinds/redirect.tsx';
import { eleventyTemplate } from '../page-kind.ts';

export const { data, render } = eleventyTemplate(redirect);
