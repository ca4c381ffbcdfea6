/** Photos in an article's folder that no page shows: forgotten, or named wrongly somewhere. */

import { startOf } from '../diagnostics/diagnostic.ts';
import { nameOf } from './resolved-figure.ts';
import type { CheckedDocument, SiteRule } from './rule.ts';

const photoEnding = /\.(?:jpe?g|png|webp|avif|tiff?|heic|heif|gif)$/iu;

export const unusedPhoto: SiteRule = {
  code: 'unused-photo',
  check: (documents, context) => {
    const used = new Set<string>();
    const textsByFolder = new Map<string, CheckedDocument[]>();
    for (const document of documents) {
      const { figures, body, article } = document;
      for (const { file } of figures) used.add(file);
      for (const { target } of body.links) if (target.kind === 'attachment') used.add(target.file);
      if (article === undefined) continue;
      const texts = textsByFolder.get(article.folder);
      if (texts === undefined) textsByFolder.set(article.folder, [document]);
      else texts.push(document);
      if (article.frontMatter.image !== undefined) used.add(`${article.folder}/${article.frontMatter.image}`);
    }
    return [...context.content.files].flatMap((file) => {
      // Of a folder whose story could not be read nobody knows what it uses.
      const folder = file.slice(0, file.lastIndexOf('/'));
      const texts = textsByFolder.get(folder);
      if (!photoEnding.test(file) || used.has(file) || texts === undefined) return [];
      const name = nameOf(file);
      // It was meant to be shown: what is wrong with its place in the text is said there.
      const stem = name.replace(/[^.]+$/u, '');
      if (texts.some(({ text }) => text.includes(stem))) return [];
      const typed = /[\s()]/u.test(name) ? `<${name}>` : name;
      return [
        {
          ...startOf(`${context.shownFolder}/${file}`),
          message: `The photo ${name} is shown nowhere.`,
          hint: `Delete the file, or show it on a line of its own: ![What is to be seen](${typed} "Caption")`,
        },
      ];
    });
  },
};
