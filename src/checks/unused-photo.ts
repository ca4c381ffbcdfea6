/** Finds photos in an article's folder that no page shows: forgotten, or named wrongly somewhere. */

import { startOf } from '../diagnostics/diagnostic.ts';
import { nameOf } from './resolved-figure.ts';
import type { CheckContext, CheckedDocument, SiteRule } from './rule.ts';

const photoEnding = /\.(?:jpe?g|png|webp|avif|tiff?|heic|heif|gif)$/iu;

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'unused-photo': true;
  }
}

export const unusedPhoto: SiteRule = {
  code: 'unused-photo',
  level: 'warning',
  explanation: 'A photo lies beside an article and is shown nowhere.',
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
      // What a story that could not be read would show is unknown.
      const folder = file.slice(0, file.lastIndexOf('/'));
      const texts = textsByFolder.get(folder);
      if (!photoEnding.test(file) || used.has(file) || texts === undefined) return [];
      const name = nameOf(file);
      if (texts.some((text) => isExplained(name, text, context))) return [];
      const typed = /[\s()]/u.test(name) ? `<${name}>` : name;
      return [
        {
          ...startOf(`${context.displayFolder}/${file}`),
          message: `The photo ${name} is shown nowhere.`,
          hint: `Delete the file, or show it on a line of its own: ![What is to be seen](${typed} "Caption")`,
        },
      ];
    });
  },
};

/** Whether a line that names the photo has a finding: it was meant to be shown, and what is wrong is said there. */
function isExplained(
  name: string,
  { text, displayPath }: CheckedDocument,
  { hasFinding }: CheckContext,
): boolean {
  const stem = name.replace(/[^.]+$/u, '');
  if (!text.includes(stem)) return false;
  const lines = text.split('\n');
  // Markup that is broken over two lines is explained at the first.
  const isFound = (index: number) =>
    hasFinding(displayPath, index + 1) ||
    (/[!！]\s?[[［【]/u.test(lines[index - 1] ?? '') && hasFinding(displayPath, index));
  return lines.some((line, index) => line.includes(stem) && isFound(index));
}
