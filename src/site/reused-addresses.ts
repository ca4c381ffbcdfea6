/** Stories at an address that readers know as another story's: who kept it would find the wrong one. Pure. */

import path from 'node:path/posix';
import type { AddressLedger } from '../content/address-ledger.ts';
import type { ArticleFile } from '../content/article.ts';
import type { Content } from '../content/load-content.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { redirectFrom } from './address-claims.ts';
import { MovedStories } from './moved-stories.ts';
import { urlOfArticle } from './permalinks.ts';

/** @param articles those that readers see, or will */
export function checkReusedAddresses(
  articles: readonly ArticleFile[],
  content: Content,
  ledger: AddressLedger,
  displayFolder: string,
): readonly Diagnostic[] {
  if (ledger.addresses.size === 0) return [];
  const moves = new MovedStories(content, ledger);
  /** The story that readers know there; undefined for none, for this one, and for another language of it. */
  const otherAt = (url: string, { file, folder }: ArticleFile) => {
    const owner = ledger.addresses.get(url);
    if (owner?.endsWith('.md') !== true || path.dirname(owner) === folder) return undefined;
    const isHere = content.files.has(owner);
    const now = isHere ? owner : moves.find(owner)?.file;
    return now === file ? undefined : { owner: now ?? owner, isHere: now !== undefined };
  };
  return articles.flatMap((article): Diagnostic[] => {
    const url = urlOfArticle(article, content.config);
    const other = otherAt(url, article);
    const found: Diagnostic[] = [];
    if (other !== undefined) {
      found.push({
        code: 'reused-address',
        severity: other.isHere ? 'error' : 'warning',
        ...article.placeOf([article.frontMatter.slug === undefined ? 'title' : 'slug']),
        message: other.isHere
          ? `Readers know the address ${url} as that of ${displayFolder}/${other.owner}, which is now elsewhere.`
          : `Readers know the address ${url} as that of ${displayFolder}/${other.owner}, which is gone.`,
        hint: `Give this story another address: slug: ${article.slug}-${article.frontMatter.date.day.slice(0, 4)}`,
      });
    }
    for (const [index, alias] of article.frontMatter.aliases.entries()) {
      const known = otherAt(redirectFrom(alias), article);
      if (known?.isHere !== true) continue;
      found.push({
        code: 'reused-address',
        severity: 'error',
        ...article.placeOf(['aliases', index]),
        message: `Readers know the address ${alias} as that of ${displayFolder}/${known.owner}, which still exists.`,
        hint: 'Delete it here: the address leads to that story by itself.',
      });
    }
    return found;
  });
}
