import { corrections } from '../kinds/corrections.tsx';
import { eleventyTemplate } from '../page-kind.ts';

export const { data, render } = eleventyTemplate(corrections);
