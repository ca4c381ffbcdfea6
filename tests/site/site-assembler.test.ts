/** What the preview assembles from an edit is what it would have assembled from nothing. */

import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestOf } from '../../src/cache/digest.ts';
import { type LoadedContent, loadContent, OpenContent } from '../../src/content/load-content.ts';
import { sortDiagnostics } from '../../src/diagnostics/diagnostic.ts';
import { DEFAULT_RECIPE } from '../../src/photos/recipe.ts';
import { type AssembledSite, SiteAssembler } from '../../src/site/assemble-site.ts';
import { routesByUrl } from '../../templates/pages/site-routes.ts';
import { temporaryContent } from '../builds/temporary-content.ts';

const names = ['alpha/index', 'alpha/index.zh', 'beta/index', 'gamma/index', 'gamma/index.zh'];
const fileOf = (name: string): string => `articles/2024/${name}.md`;

const story = fc
  .record({
    title: fc.constantFrom('Old steel', 'New steel', 'A river in spring'),
    date: fc.constantFrom('2024-01-02', '2024-01-03', '2024-05-06'),
    topics: fc.constantFrom('[Research]', '[University News]'),
    draft: fc.constantFrom('YANG Lindi', 'LI Hua'),
    extra: fc.constantFrom(
      '',
      'draft: true\n',
      'series: Steel\n',
      'aliases: [/old/]\n',
      'related: [2024/beta]\n',
      'slug: beta\n',
      'expiresAt: 2024-02-02\n',
      'corrections: [{date: 2024-06-02, text: A name was wrong.}]\n',
    ),
    body: fc.constantFrom(
      'One paragraph.',
      'Another.\n\n## The end\n\nMore.',
      '[To the end](../alpha/index.md#the-end) and [to another](../gamma/index.md).',
      '[The plan](plan.pdf) of [the other](../beta/plan.pdf).',
      '[Nowhere](../nobody/index.md)',
    ),
  })
  .map(
    ({ title, date, topics, draft, extra, body }) =>
      `---\ntitle: ${title}\ndate: ${date}\ntopics: ${topics}\ncredits: {draft: ${draft}}\n${extra}---\n\n${body}\n`,
  );

const edit = fc.oneof(
  { weight: 5, arbitrary: fc.record({ name: fc.constantFrom(...names), text: story }) },
  fc.record({ name: fc.constantFrom(...names), text: fc.constant(undefined) }),
);

const photos = new Map();

function assemble(assembler: SiteAssembler, { content, diagnostics }: LoadedContent): AssembledSite {
  if (content === undefined) throw new Error(JSON.stringify(diagnostics));
  return assembler.assemble(content, {
    photos,
    recipe: DEFAULT_RECIPE,
    cardFace: 'face',
    nowMs: Date.parse('2024-06-03T00:00:00Z'),
    includeHidden: true,
    displayFolder: 'content',
  });
}

/** Everything that a reader or an editor can see of it; two stories of one address make no pages at all. */
function summaryOf({ site, diagnostics }: AssembledSite, loaded: LoadedContent): unknown {
  const all = sortDiagnostics([...loaded.diagnostics, ...diagnostics]);
  if (all.some(({ code }) => code === 'duplicate-permalink')) return all;
  const pages = [...routesByUrl(site).values()].map(({ url, props }) => [url, digestOf(props)]);
  return { all, pages, frame: digestOf(site.frame), attachments: site.attachments, held: site.heldBack };
}

test('a site that follows edits is the one that is assembled anew', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
      const { folder, remove } = await temporaryContent({
        'articles/2024/alpha/plan.pdf': 'A plan',
        'articles/2024/beta/plan.pdf': 'A plan',
        'articles/2024/stays/index.md':
          '---\ntitle: It stays\ndate: 2024-01-01\ntopics: [Research]\ncredits: {draft: LI Hua}\n---\n\n[Plan](../alpha/plan.pdf)\n',
        'people/li-hua.md': '---\nname: LI Hua\n---\n\n[Her plan](../articles/2024/beta/plan.pdf)\n',
      });
      try {
        const options = { contentFolder: path.join(folder, 'content'), displayFolder: 'content' };
        const open = new OpenContent(options);
        const assembler = new SiteAssembler();
        assemble(assembler, await open.load());
        for (const { name, text } of edits) {
          const file = path.join(options.contentFolder, fileOf(name));
          await mkdir(path.dirname(file), { recursive: true });
          if (text === undefined) await rm(file, { force: true });
          else await writeFile(file, text);
          const loaded = await open.load(new Set([fileOf(name)]));
          const fresh = await loadContent(options);
          expect(summaryOf(assemble(assembler, loaded), loaded)).toEqual(
            summaryOf(assemble(new SiteAssembler(), fresh), fresh),
          );
        }
      } finally {
        await remove();
      }
    }),
    { numRuns: 15 },
  );
});
