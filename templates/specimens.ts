/** What the page of all components shows: pieces of the site's own stories, and texts with everything that prose has. */

import type { SiteDate } from '../src/content/dates.ts';
import type { Article, ArticleCard, BodyBlock, Edition, Picture, TopicLink } from '../src/site/site.ts';

export interface Specimens {
  /** In every state at once. */
  readonly story: Article;
  readonly withPhoto: ArticleCard;
  readonly withoutPhoto: ArticleCard;
  readonly cards: readonly ArticleCard[];
  readonly topics: readonly TopicLink[];
  /** Numbered through, because each number stands once on a page. */
  readonly pictures: readonly Picture[];
}

/** Undefined where the edition has no story to show. */
export function specimensOf(edition: Edition, prose: string): Specimens | undefined {
  const cards = edition.articles.map(({ card }) => card);
  const richest = edition.articles.reduce<Article | undefined>(
    (best, article) => (article.pictures.length > (best?.pictures.length ?? -1) ? article : best),
    undefined,
  );
  const [first] = cards;
  if (richest === undefined || first === undefined) return undefined;
  const { image: _image, ...plain } = first;
  return {
    story: inEveryState(richest, edition, prose),
    withPhoto: cards.find(({ image, photoCount }) => image !== undefined && photoCount > 4) ?? first,
    withoutPhoto: { ...plain, status: 'draft' },
    cards: cards.slice(0, 8),
    topics: edition.frame.topicLinks,
    pictures: edition.articles
      .flatMap(({ pictures }) => pictures)
      .slice(0, 40)
      .map((picture, index) => ({ ...picture, number: 100 + index })),
  };
}

const day = (value: string): SiteDate => ({
  day: value,
  iso: value,
  timeMs: Date.parse(value),
  hasTime: false,
});

function inEveryState(article: Article, edition: Edition, prose: string): Article {
  return {
    ...article,
    status: 'embargoed',
    hasOwnSummary: true,
    updated: day('2026-02-03'),
    views: { total: 1_234_567, lastSevenDays: 12 },
    translations: [{ lang: 'zh', languageName: '中文', url: article.url }],
    corrections: [
      {
        date: day('2026-02-01'),
        kind: 'correction',
        text: 'An earlier version gave a wrong year: it was 1952.',
      },
      { date: day('2026-02-02'), kind: 'clarification', text: 'The figure counts students and staff.' },
      { date: day('2026-02-03'), kind: 'retraction', text: 'The measurements could not be repeated.' },
    ],
    contacts: [
      { name: 'LI Hua', role: 'Press office', email: 'press@example.edu', phone: '+86 10 6233 0000' },
      { name: 'WANG Fang', role: undefined, email: undefined, phone: undefined },
    ],
    source: { name: 'Journal of Specimens', url: 'https://example.org/' },
    body: { ...article.body, blocks: withNeighbours(oneOfEachKind(edition), { kind: 'prose', html: prose }) },
  };
}

/** Text above all, and below a quote, which then stands in the margin. */
function withNeighbours(blocks: readonly BodyBlock[], prose: BodyBlock): readonly BodyBlock[] {
  return [prose, ...blocks.flatMap((block) => (block.kind === 'quote' ? [block, prose] : [block]))];
}

/** The first block of each kind that stands in any story. */
function oneOfEachKind(edition: Edition): readonly BodyBlock[] {
  const found = new Map<BodyBlock['kind'], BodyBlock>();
  for (const { body } of edition.articles) {
    for (const block of body.blocks) if (!found.has(block.kind)) found.set(block.kind, block);
  }
  found.delete('prose');
  return [...found.values()];
}

const table = `<div class="table-scroll" tabindex="0" role="region" aria-label="Table"><table>
<thead><tr><th scope="col">Year</th><th scope="col">Place</th><th scope="col" class="align-right">Kilometres</th></tr></thead>
<tbody><tr><td>1952</td><td>Foundry</td><td class="align-right">1,204.5</td></tr>
<tr><td>2024</td><td>Library</td><td class="align-right">87.0</td></tr></tbody></table></div>`;

const pieces = (
  text: string,
) => `<p>${text} <em>${text.slice(0, 24)}</em> <strong>${text.slice(0, 16)}</strong>
<a href="#specimen">${text.slice(0, 12)}</a><sup class="footnote-ref"><a href="#specimen">1</a></sup></p>
<h2>${text.slice(0, 28)}</h2><p>${text}</p><h3>${text.slice(0, 28)}</h3>
<ul><li>${text.slice(0, 40)}</li><li>${text}<ul><li>${text.slice(0, 30)}</li></ul></li></ul>
<ol><li>${text.slice(0, 40)}</li><li>${text.slice(0, 20)}</li></ol>
<h4>${text.slice(0, 20)}</h4><blockquote><p>${text}</p></blockquote>${table}
<p><code>npm start</code></p><pre tabindex="0"><code>const answer = 42;</code></pre><hr><p>${text}</p>`;

/** By language and direction, everything that prose may hold. */
export const proseSpecimens = {
  en: pieces(
    'The rain stopped at 7:40 on Saturday morning, twenty minutes before the first heat, and by then 1,900 students had already decided that they would run in it.',
  ),
  zh: pieces(
    '上大二的第三天，学钢铁冶金的阮思宜在铸造楼后面锯倒了一根堵住排水沟的竹子。“一把钢锯，”她回忆道，“整整锯了 11 分钟（2023 年秋天）。”',
  ),
  ar: pieces(
    'توقّف المطر صباح السبت قبل عشرين دقيقة من السباق الأول، وكان 1,900 طالب قد قرّروا بالفعل أن يركضوا فيه، كما قالت الجامعة (USTB).',
  ),
};
