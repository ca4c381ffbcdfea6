/**
 * Importers: whatever an old page, export or document is, what is made of it is an article that this site can publish,
 * or its mistakes are in the report of the import. The first line of a text says which reader it is for.
 */

import path from 'node:path/posix';
import { articleSchema, articleWords } from '../../../src/content/article.ts';
import { DocumentReader } from '../../../src/content/document-reader.ts';
import { articleFile } from '../../../src/imports/article-file.ts';
import { LabelWords } from '../../../src/imports/facts/label-words.ts';
import { fixBody } from '../../../src/imports/fix-body.ts';
import { readHtmlPage } from '../../../src/imports/html/read-html-page.ts';
import type { ImportedArticle, SourceReading } from '../../../src/imports/imported-article.ts';
import { readMarkdownFile } from '../../../src/imports/markdown/read-markdown-file.ts';
import { planArticle } from '../../../src/imports/plan-article.ts';
import { planPhotos } from '../../../src/imports/plan-photos.ts';
import { resolveImportedLinks } from '../../../src/imports/resolve-imported-links.ts';
import { SourceFiles } from '../../../src/imports/source-files.ts';
import { readTextPage } from '../../../src/imports/text/read-text-page.ts';
import { readDocx } from '../../../src/imports/word/read-docx.ts';
import { readWordpress } from '../../../src/imports/wordpress/read-wordpress.ts';
import { hostileHtml, hostileMarkdown } from '../../fixtures/hostile-pieces.ts';
import { config } from '../../imports/import-config.ts';
import { makeDocx } from '../../imports/word/make-docx.ts';
import { foreignHtml, htmlOf } from '../../markdown/foreign-html.ts';
import { type FuzzTarget, must } from '../fuzz-target.ts';
import { importSeeds } from '../import-seeds.ts';
import { stories } from '../seeds.ts';

const schema = articleSchema(config);
const labels = new LabelWords(config);
const sourceFiles = new SourceFiles(['1.jpg', 'files/plan.pdf', 'photos/2.png']);
const folder = 'articles/2024/fair';
const timeZone = config.timeZone;
const longestJudged = 50_000;

async function read(kind: string, text: string): Promise<SourceReading> {
  const common = { file: 'old/page', displayPath: 'old/page', labels, sourceFiles };
  switch (kind) {
    case 'text':
      return readTextPage(text, { ...common, taglines: [config.tagline] });
    case 'html':
      return await readHtmlPage(text, { ...common, siteName: config.name });
    case 'wordpress':
      return readWordpress(text, { ...common, timeZone });
    case 'word':
      return await readDocx(await makeDocx({ parts: [], entries: { 'word/document.xml': text } }), common);
    default:
      return readMarkdownFile(text, { ...common, timeZone });
  }
}

/** As an import makes it, with photos that are nowhere to be found. */
async function write(article: ImportedArticle): Promise<ReturnType<typeof fixBody>> {
  const planned = planArticle(article, { config, today: '2026-11-24' });
  const photos = await planPhotos(article, async () => ({ ok: false, fault: { kind: 'not-found' } }));
  const { lang: _inFileName, ...frontMatter } = planned.frontMatter;
  const { markdown } = resolveImportedLinks(articleFile(frontMatter, photos.blocks), {
    displayPath: article.file,
    folder,
    articleAt: () => undefined,
    isDraft: false,
    isOwnHost: () => false,
    takeDocument: (address) => (address.endsWith('.pdf') ? path.basename(address) : undefined),
  });
  return fixBody(markdown, { displayPath: article.file, folder });
}

export const target: FuzzTarget = {
  seeds: [
    ...importSeeds,
    ...stories().map((text) => `markdown\n${text}`),
    ...stories()
      .slice(0, 10)
      .map((text) => `text\n${text}`),
  ],
  pieces: [...hostileHtml, ...hostileMarkdown],
  // Once in the life of a story, by libraries that read it several times over.
  longestMs: 5000,
  run: async (input) => {
    const end = input.indexOf('\n');
    const { articles } = await read(input.slice(0, Math.max(0, end)), input.slice(end + 1));
    for (const article of articles) {
      const { text, issues } = await write(article);
      const isReported = issues.some(({ kind }) => kind === 'look');
      const reader = new DocumentReader('/nowhere', 'content');
      const document = reader.parseMarkdown(`${folder}/index.md`, text, schema, articleWords);
      const wrong = reader.diagnostics.find(({ severity }) => severity === 'error');
      must(isReported || wrong === undefined, `an article with a mistake: ${wrong?.code} ${wrong?.message}`);
      if (text.length > longestJudged) continue;
      const found = (document?.body.blocks ?? []).flatMap(htmlOf).flatMap(foreignHtml);
      must(found.length === 0, `foreign HTML: ${[...new Set(found)].join(' ')}`);
    }
  },
};
