import { article } from '../kinds/article.tsx';
import { eleventyTemplate } from '../page-kind.ts';

export const { data, render } = eleventyTemplate(article);
