/** The people of one edition, with what each of them did. */

import type { Content } from '../content/load-content.ts';
import { defined } from '../text/defined.ts';
import type { AssembleOptions } from './assemble-options.ts';
import { resolveBody } from './body-blocks.ts';
import type { LinkRegister } from './link-register.ts';
import { familyNameKey, type PeopleRegister } from './people-register.ts';
import { editionUrl } from './permalinks.ts';
import type { Article, ArticleCard, Person } from './site.ts';

/** Only people who are credited in the edition; sorted by family name. */
export function collectPeople(
  articles: readonly Article[],
  register: PeopleRegister,
  { config, tables, transcripts }: Pick<Content, 'config' | 'tables' | 'transcripts'>,
  lang: string,
  links: LinkRegister,
  options: AssembleOptions,
): Person[] {
  const root = editionUrl(lang, config.defaultLanguage);
  const work = new Map<string, Map<string, ArticleCard[]>>();
  for (const article of articles) {
    for (const { role, people } of article.credits) {
      for (const { slug } of people) {
        const roles = work.get(slug) ?? new Map<string, ArticleCard[]>();
        const done = roles.get(role);
        if (done === undefined) roles.set(role, [article.card]);
        else done.push(article.card);
        work.set(slug, roles);
      }
    }
  }
  const people = [...work].flatMap(([slug, roles]): Person[] => {
    const person = register.at(slug);
    if (person === undefined) return [];
    const link = register.link(person, lang, root);
    const { url } = link;
    const file = person.file;
    const role = file?.frontMatter.roles[lang] ?? file?.frontMatter.role;
    const body =
      file === undefined
        ? undefined
        : resolveBody(file.body, {
            displayPath: `${options.displayFolder}/${file.file}`,
            photos: options.photos,
            detailsOf: () => ({}),
            links: links.seenFrom(url),
            lang,
            creditIn: (credit) => register.nameIn(lang, credit),
            tables,
            transcripts,
            peertube: config.films.peertube,
          });
    const blocks = body?.blocks ?? [];
    const portrait = blocks.find((block) => block.kind === 'figure');
    const text = blocks.filter((block) => block !== portrait);
    return [
      {
        ...link,
        sortKey: familyNameKey(person.name),
        ...defined({ role }),
        ...(file?.frontMatter.email === undefined ? {} : { email: file.frontMatter.email }),
        ...defined({ portrait: portrait?.picture }),
        blocks: lang === config.defaultLanguage ? text : [],
        contributions: Object.entries(config.credits).flatMap(([creditRole, labels]) => {
          const done = roles.get(creditRole);
          const label = labels[lang] ?? labels[config.defaultLanguage] ?? creditRole;
          return done === undefined ? [] : [{ role: creditRole, label, articles: done }];
        }),
      },
    ];
  });
  return people.sort((a, b) => (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : 0));
}
