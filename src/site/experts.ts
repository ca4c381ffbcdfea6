/** Whom journalists may ask, by subject. Pure. */

import type { PersonFile } from '../content/person.ts';
import { defined } from '../text/defined.ts';
import { familyNameKey } from './people-register.ts';
import type { Expert, ExpertSubject } from './site.ts';

interface ExpertOptions {
  readonly lang: string;
  readonly defaultLanguage: string;
  readonly locale: string;
  readonly urlOf: (slug: string) => string | undefined;
}

/** Subjects in the order of the alphabet that the language has. */
export function collectExperts(
  people: readonly PersonFile[],
  options: ExpertOptions,
): readonly ExpertSubject[] {
  const subjects = new Map<string, { readonly key: string; readonly expert: Expert }[]>();
  for (const person of people) {
    const entry = { key: familyNameKey(person.frontMatter.name), expert: expertOf(person, options) };
    for (const subject of expertiseIn(person, options)) {
      const known = subjects.get(subject);
      if (known === undefined) subjects.set(subject, [entry]);
      else known.push(entry);
    }
  }
  const { compare } = new Intl.Collator(options.locale);
  return [...subjects]
    .sort(([a], [b]) => compare(a, b) || (a < b ? -1 : 1))
    .map(([subject, entries]) => ({
      subject,
      experts: entries.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ expert }) => expert),
    }));
}

function expertOf(
  { slug, frontMatter: { name, names, role, roles, email, phone } }: PersonFile,
  { lang, urlOf }: ExpertOptions,
): Expert {
  return {
    slug,
    name: names[lang] ?? name,
    ...defined({ role: roles[lang] ?? role, email, phone, url: urlOf(slug) }),
  };
}

/** What is said in the language, else in the default one; each subject once. */
function expertiseIn(
  { frontMatter: { expertise } }: PersonFile,
  { lang, defaultLanguage }: ExpertOptions,
): readonly string[] {
  if (expertise === undefined) return [];
  const list = Array.isArray(expertise) ? expertise : (expertise[lang] ?? expertise[defaultLanguage] ?? []);
  return [...new Set(list)];
}
