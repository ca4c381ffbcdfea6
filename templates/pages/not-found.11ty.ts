import { notFound } from '../kinds/not-found.tsx';
import { eleventyTemplate } from '../page-kind.ts';

export const { data, render } = eleventyTemplate(notFound);
