import { home } from '../kinds/home.tsx';
import { eleventyTemplate } from '../page-kind.ts';

export const { data, render } = eleventyTemplate(home);
