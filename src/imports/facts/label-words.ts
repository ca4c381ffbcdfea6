/**
 * The labels that news pages put before the facts of a story (`Draft:`, `Photos by`, `发布时间：`), and what they mean
 * here. Pure. A site's own words for its roles come on top, from site.yaml.
 */

import type { SiteConfig } from '../../content/site-config.ts';

export type FactKey = 'topics' | 'date' | 'updated' | 'views';

export type Meaning =
  | { readonly kind: 'role'; readonly role: string }
  | { readonly kind: 'fact'; readonly key: FactKey };

const roleWords: Readonly<Record<string, string>> = {
  draft:
    'von|par|por|submitted by|posted by|published by|(?:gespeichert|verfasst|geschrieben|eingereicht|veröffentlicht) von|(?:soumis|publié|écrit|posté|rédigé) par|(?:enviado|publicado|escrito) por|autor(?:in)?|auteur|redaktion|texte|draft|drafted by|written by|writers?|text|text by|words|words by|story|story by|authors?|by|byline|reporters?|reported by|contributors?|contributed by|correspondents?|text and photos? by|words and photos? by|撰稿|撰稿人|文|作者|记者|通讯员|供稿|供稿人|文字|撰文',
  revision:
    'web editors?|online editors?|copy editors?|executive editors?|managing editors?|photo editors?|网络编辑|编辑人|初审|复审|终审|一审|二审|三审|审校|revision|revised by|revisers?|reviewed by|reviewers?|edited by|editors?|proofreading|proofread by|approved by|checked by|审核|审核人|审稿|校对|编辑|责任编辑|责编|编审|核稿',
  photos:
    'fotos?|fotografie|bild(?:er)?|photographies?|photos?|photos? by|photographs?|photographs? by|photographed by|photographers?|pictures?|pictures? by|images?|images? by|photo credits?|摄影|图|图片|摄|供图|图片来源',
  translation: 'translation|translated by|translators?|翻译|译|译者',
  source: 'sources?|quelle|from|origin|provided by|来源|稿源|来稿单位|供稿单位|文章来源|信息来源',
};

const factWords: Readonly<Record<FactKey, string>> = {
  topics: 'topics?|categor(?:y|ies)|columns?|栏目|所属栏目|分类|主题',
  date: 'dates?|published|published (?:on|at)|publish(?:ed|ing)? (?:date|time)|publication date|posted|posted on|release(?:d|d on)?|release (?:date|time)|time|日期|时间|发布时间|发布日期|发表时间|发稿时间',
  updated: 'updated|updated on|last updated|last modified|更新时间|更新日期|最后更新',
  views:
    'views?|viewed|page views|hits?|clicks?|reads?|readers?|visits?|阅读|阅读量|阅读次数|阅读数|浏览|浏览量|浏览次数|点击|点击数|点击量|点击次数|访问量|访问次数',
};

/** Labels that people write without a colon: "Photos by LI Hua". */
const openLabel = /^(?:.* )?(?:by|von|par|por)$/u;

export class LabelWords {
  readonly #words: readonly { readonly expression: RegExp; readonly meaning: Meaning }[];
  readonly #any: RegExp;

  readonly #topics: ReadonlySet<string>;

  constructor(config: Pick<SiteConfig, 'credits' | 'topics'>) {
    this.#topics = new Set(
      config.topics.flatMap(({ name, slug, names }) =>
        [name, slug, ...Object.values(names)].map((known) => known.toLowerCase()),
      ),
    );
    const own = Object.entries(config.credits).map(([role, labels]): [string, string] => [
      [role, ...Object.values(labels)].map((word) => escapePattern(word.toLowerCase())).join('|'),
      role,
    ]);
    const words: [string, Meaning][] = [
      ...own.map(([pattern, role]): [string, Meaning] => [pattern, { kind: 'role', role }]),
      ...Object.entries(roleWords).map(([role, pattern]): [string, Meaning] => [
        pattern,
        { kind: 'role', role },
      ]),
      ...Object.entries(factWords).flatMap(([key, pattern]): [string, Meaning][] =>
        isFactKey(key) ? [[pattern, { kind: 'fact', key }]] : [],
      ),
    ];
    this.#words = words.map(([pattern, meaning]) => ({
      expression: new RegExp(`^(?:${pattern})$`, 'u'),
      meaning,
    }));
    // Longer words first, or "by" would end "written by" too early.
    const all = words.flatMap(([pattern]) => splitAlternatives(pattern)).sort((a, b) => b.length - a.length);
    this.#any = new RegExp(`^(?:${all.join('|')})`, 'u');
  }

  isTopic(text: string): boolean {
    return this.#topics.has(text.toLowerCase().trim());
  }

  meaningOf(label: string): Meaning | undefined {
    const wanted = label.toLowerCase().replace(/\s+/gu, ' ').trim();
    return this.#words.find(({ expression }) => expression.test(wanted))?.meaning;
  }

  /** The label that a folded text begins with: how long it is and what it means. */
  leading(
    folded: string,
  ): { readonly length: number; readonly meaning: Meaning; readonly isOpen: boolean } | undefined {
    const match = this.#any.exec(folded.toLowerCase());
    if (match === null) return undefined;
    const meaning = this.meaningOf(match[0]);
    if (meaning === undefined) return undefined;
    return { length: match[0].length, meaning, isOpen: openLabel.test(match[0]) };
  }
}

export function isFactKey(key: string): key is FactKey {
  return key in factWords;
}

/** Parts a pattern at the bars that stand outside of groups. */
function splitAlternatives(pattern: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of pattern) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === '|' && depth === 0) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part];
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}
