import { person } from '../kinds/person.tsx';
import { eleventyTemplate } from '../page-kind.ts';

export const { data, render } = eleventyTemplate(person);
