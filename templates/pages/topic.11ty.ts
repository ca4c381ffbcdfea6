import { topic } from '../kinds/topic.tsx';
import { eleventyTemplate } from '../page-kind.ts';

export const { data, render } = eleventyTemplate(topic);
