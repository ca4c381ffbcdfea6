/**
 * Turns the links of imported texts: those to articles of the same run lead to their new files, those to documents take
 * the document along, whole web addresses stay. What leads nowhere keeps its words and is reported. Pure.
 */

import path from 'node:path/posix';
import { decodeAddress } from '../text/decode-address.ts';
import type { ImportIssue } from './import-issue.ts';

/** Stands before every address that a reader finds, until it is known where all articles are. */
export const importScheme = 'import:';

/** The mark itself, with the line of the link behind it. */
export const markedLink = new RegExp(`^${importScheme}\\d+:`, 'u');

/** Stands before an address that is refused, where another library must not see it. */
export const unsafeScheme = 'unsafe:';

interface LinkedArticle {
  /** Its Markdown file, relative to the content folder. */
  readonly file: string;
  readonly isDraft: boolean;
  /** Whether it appears later or goes earlier than the one that has the link. */
  readonly isBrief?: boolean;
}

export interface LinkOptions {
  /** The source as reports show it. */
  readonly displayPath: string;
  /** The folder of the article, relative to the content folder. */
  readonly folder: string;
  /** The article that had this address. */
  readonly articleAt: (address: string) => LinkedArticle | undefined;
  /** Whether a whole address is one of the old site. */
  readonly isOwnHost: (address: string) => boolean;
  /** Whether the article that has the link is a draft itself. */
  readonly isDraft: boolean;
  /** Takes a document of the import folder along, and gives its name beside the article. */
  readonly takeDocument: (address: string) => string | undefined;
}

/** Documents that readers are offered; what a browser would run is not among them. */
export const documentEnding =
  /\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|csv|txt|epub|zip|ics|mp3|m4a|ogg|wav|mp4|webm|jpe?g|png|gif|webp|avif|tiff?)$/iu;

/** `[words](import:LINE:…)`, as html-body.ts leaves every link; its address has neither spaces nor brackets. */
const link = new RegExp(`\\]\\(${importScheme}(\\d+):([^)\\s]*)( "(?:[^"\\\\]|\\\\.)*")?\\)`, 'gu');

export function resolveImportedLinks(
  markdown: string,
  options: LinkOptions,
): { readonly markdown: string; readonly issues: readonly ImportIssue[] } {
  const issues: ImportIssue[] = [];
  const resolved = markdown.replace(link, (_whole, line: string, encoded: string, title = '') => {
    const address = decodeAddress(encoded);
    const [, base = '', fragment = ''] = /^([^#]*)(#.*)?$/su.exec(address) ?? [];
    const article = options.articleAt(base);
    if (article?.isBrief === true) {
      issues.push({
        kind: 'look',
        file: options.displayPath,
        line: Number(line),
        message:
          'A link leads to a story that appears later or goes earlier than this one, so only its words stand here.',
        text: `${address} (${article.file})`,
      });
      return '](import:)';
    }
    if (article !== undefined && (!article.isDraft || options.isDraft))
      return `](${printed(path.relative(options.folder, article.file))}${title})`;
    if (article !== undefined) {
      issues.push({
        kind: 'look',
        file: options.displayPath,
        line: Number(line),
        message:
          'A link leads to a draft, so only its words stand here. Publish the draft and import again, or write the link.',
        text: `${address} (${article.file})`,
      });
      return '](import:)';
    }
    if (/^https?:/iu.test(address) && options.isOwnHost(address)) {
      const name = options.takeDocument(base);
      if (name !== undefined) return `](${printed(name)}${title})`;
      issues.push({
        kind: 'look',
        file: options.displayPath,
        line: Number(line),
        message: 'A link leads to the old site, to what was not imported: it ends where that site does.',
        text: address,
      });
    }
    if (/^(?:https?|mailto|tel):/iu.test(address)) return `](${printed(address)}${title})`;
    if (base === '') return `](${fragment}${title})`;
    const name = options.takeDocument(base);
    if (name !== undefined) return `](${printed(name)}${title})`;
    issues.push({
      kind: 'dropped',
      file: options.displayPath,
      line: Number(line),
      message: 'A link leads to something that was not imported; its words stay.',
      text: address,
    });
    return '](import:)';
  });
  // Its words alone: the brackets go with the address.
  return { markdown: unlink(resolved), issues };
}

/** Takes the brackets off links without an address. Brackets inside the words are escaped, so counting finds the pair. */
function unlink(markdown: string): string {
  let text = markdown;
  for (let end = text.indexOf('](import:)'); end !== -1; end = text.indexOf('](import:)')) {
    let depth = 0;
    let start = end;
    for (; start >= 0; start -= 1) {
      if (text[start - 1] === '\\') continue;
      if (text[start] === ']') depth += 1;
      if (text[start] === '[') depth -= 1;
      if (depth === 0) break;
    }
    const before = text.slice(0, Math.max(0, start));
    text = before + text.slice(start + 1, end) + text.slice(end + '](import:)'.length);
  }
  return text;
}

/** A bar would end the cell of a table. */
function printed(written: string): string {
  const address = written.replaceAll('|', '%7C');
  return /[\s()<>]/u.test(address)
    ? `<${address.replace(/[<>\n]/gu, (character) => encodeURIComponent(character))}>`
    : address;
}

/** One spelling for an address, however it was written: without its host, query and last slash, in small letters. */
export function addressKey(address: string): string {
  return decodeAddress(address)
    .replace(/^(?:https?:)?\/\/[^/]*/iu, '')
    .replace(/#.*$/u, '')
    .replace(/(?:index\.html?)?$/iu, '')
    .replace(/\/+$/u, '')
    .toLowerCase();
}
