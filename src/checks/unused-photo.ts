/** Photos in an article's folder that no page shows: forgotten, or named wrongly somewhere. */

import { startOf } from '../diagnostics/diagnostic.ts';
import { nameOf } from './resolved-figure.ts';
import type { SiteRule } from './rule.ts';

const photoEnding = /\.(?:jpe?g|png|webp|avif|tiff?|heic|heif|gif)$/iu;

export const unusedPhoto: SiteRule = {
  code: 'unused-photo',
  check: (documents, context) => {
    const used = new Set<string>();
    const readFolders = new Set<string>();
    for (const { figures, body, article } of documents) {
      for (const { file } of figures) used.add(file);
      for (const { target } of body.links) if (target.kind === 'attachment') used.add(target.file);
      if (article === undefined) continue;
      readFolders.add(article.folder);
      if (article.frontMatter.image !== undefined) used.add(`${article.folder}/${article.frontMatter.image}`);
    }
    return [...context.content.files].flatMap((file) => {
      // Of a folder whose story could not be read nobody knows what it uses.
      const folder = file.slice(0, file.lastIndexOf('/'));
      if (!photoEnding.test(file) || used.has(file) || !readFolders.has(folder)) return [];
      const name = nameOf(file);
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
