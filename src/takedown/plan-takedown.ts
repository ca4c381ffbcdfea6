/**
 * What a takedown does to the content: which files go, what the others no longer say, which addresses get a tombstone,
 * and what only a person can fix. Pure: texts come in, texts go out.
 */

import type { AddressLedger } from '../content/address-ledger.ts';
import type { ArticleFile } from '../content/article.ts';
import type { Content } from '../content/load-content.ts';
import type { PageFile } from '../content/page.ts';
import type { PersonFile } from '../content/person.ts';
import { tombstonesFile } from '../content/tombstones.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import { judgeLink } from '../markdown/link-target.ts';
import { currentAddresses } from '../site/lasting-addresses.ts';
import { nameKey } from '../site/people-register.ts';
import { ArticleNames } from '../site/related-stories.ts';
import type { Site } from '../site/site.ts';
import { DocumentEdit } from './document-edit.ts';
import { firstForm, nameForms } from './name-forms.ts';
import { namePattern } from './name-pattern.ts';
import type { Subject } from './subject.ts';

export interface TakedownContext {
  readonly content: Content;
  /** As readers have it. */
  readonly site: Site;
  readonly ledger: AddressLedger;
  readonly displayFolder: string;
  /** The text of a file, by its path relative to `content/`. */
  readonly textOf: (file: string) => string | undefined;
}

interface TextEdit {
  /** Relative to `content/`. */
  readonly file: string;
  readonly displayPath: string;
  readonly before: string;
  readonly after: string;
}

export interface TakedownPlan {
  /** Relative to `content/`, the Markdown last: as long as it is there, the takedown can be done again. */
  readonly removed: readonly string[];
  readonly edits: readonly TextEdit[];
  /** Addresses that readers have, and that say from now on that something is gone. */
  readonly tombstones: readonly string[];
  /** What still speaks of it and needs a person's judgement. */
  readonly byHand: readonly Mention[];
}

interface Mention extends Place {
  readonly text: string;
  /** `named`: by the whole name. `look`: by a form that may mean another person. */
  readonly certainty: 'named' | 'look';
}

type Written = ArticleFile | PageFile | PersonFile;

export function planTakedown(subject: Subject, context: TakedownContext): TakedownPlan {
  const { content, displayFolder } = context;
  const removed = removedFiles(subject, content);
  const isRemoved = new Set(removed);
  const tombstones = deadAddresses(subject, context);
  const edits: TextEdit[] = [];
  const documents: readonly Written[] = [...content.articles, ...content.pages, ...content.people];
  for (const document of documents) {
    if (isRemoved.has(document.file)) continue;
    const before = context.textOf(document.file);
    if (before === undefined) continue;
    const edit = new DocumentEdit(before);
    if (subject.kind === 'person') {
      removePerson(subject, document, edit);
    } else {
      removeFigures(document, isRemoved, edit);
      if (isArticle(document)) removeReferences(document, isRemoved, content, edit);
    }
    removeLinks(document, isRemoved, new Set(tombstones), edit);
    const after = edit.result();
    if (after !== before)
      edits.push({ file: document.file, displayPath: `${displayFolder}/${document.file}`, before, after });
  }
  const byHand = subject.kind === 'person' ? mentions(subject, context, isRemoved, edits) : [];
  return { removed, edits, tombstones, byHand };
}

function isArticle(document: Written): document is ArticleFile {
  return 'folder' in document;
}

function removedFiles(subject: Subject, { files }: Content): readonly string[] {
  if (subject.kind === 'photo') return subject.files;
  if (subject.kind === 'person') return subject.file === undefined ? [] : [subject.file];
  const folder = `articles/${subject.id}/`;
  const inside = [...files].filter((file) => file.startsWith(folder)).sort();
  return [
    ...inside.filter((file) => !file.endsWith('.md')),
    ...inside.filter((file) => file.endsWith('.md')),
  ];
}

function deadAddresses(subject: Subject, { site, ledger }: TakedownContext): readonly string[] {
  const isDead = (url: string, owner: string): boolean => {
    if (subject.kind === 'article') return subject.articles.some(({ file }) => file === owner);
    return subject.kind === 'person' && owner === 'people' && url.endsWith(`/people/${subject.slug}/`);
  };
  const known = [...ledger.addresses, ...currentAddresses(site.editions)];
  const dead = new Set(known.filter(([url, owner]) => isDead(url, owner)).map(([url]) => url));
  for (const { from, to } of site.redirects) if (dead.has(to)) dead.add(from);
  return [...dead].sort();
}

function removeFigures({ body }: Written, removed: ReadonlySet<string>, edit: DocumentEdit): void {
  for (const { file, place } of body.figures) {
    if (removed.has(file) && edit.at(place).startsWith('![')) edit.replace(place, '');
  }
}

/** What an article's front matter names: the lead photo, what is said of a photo, related stories. */
function removeReferences(
  article: ArticleFile,
  removed: ReadonlySet<string>,
  { articles }: Content,
  edit: DocumentEdit,
): void {
  const { folder, frontMatter } = article;
  const isGone = (name: string) => removed.has(`${folder}/${name}`);
  if (frontMatter.image !== undefined && isGone(frontMatter.image)) edit.removeKey(['image']);
  for (const name of Object.keys(frontMatter.photos)) if (isGone(name)) edit.removeKey(['photos', name]);
  if (frontMatter.related.length === 0) return;
  const names = new ArticleNames(articles);
  const gone = new Set(articles.filter(({ file }) => removed.has(file)).map(({ id }) => id));
  for (const [index, name] of frontMatter.related.entries()) {
    const { ids } = names.read({ ...article, frontMatter: { ...frontMatter, related: [name] } });
    if (ids.some((id) => gone.has(id))) edit.removeKey(['related', index]);
  }
}

/** The words of a link stay, without leading anywhere. */
function removeLinks(
  { file, body }: Written,
  removed: ReadonlySet<string>,
  dead: ReadonlySet<string>,
  edit: DocumentEdit,
): void {
  const folder = file.slice(0, file.lastIndexOf('/'));
  const isGone = (address: string): boolean => {
    const judgement = judgeLink(address, folder);
    if (judgement.kind !== 'target') return false;
    const { target } = judgement;
    if (target.kind === 'document' || target.kind === 'attachment') return removed.has(target.file);
    return target.kind === 'path' && dead.has(`${target.path.replace(/[?#].*$/u, '').replace(/\/$/u, '')}/`);
  };
  for (const line of new Set(body.links.map(({ place }) => place.line))) {
    for (const match of edit
      .line(line)
      .matchAll(/(?<!!)\[((?:[^[\]]|\[[^[\]]*\])*)\]\(<?([^()\s<>]+)>?(?:\s+(?:"[^"]*"|'[^']*'))?\)/gu)) {
      const [whole, words = '', address = ''] = match;
      const column = match.index + 1;
      if (isGone(address)) edit.replace({ line, column, endColumn: column + whole.length }, words);
    }
  }
}

/** Captions of films and tables that stories offer name people too. */
const textFile = /\.(?:md|ya?ml|txt|csv|tsv|vtt|srt|json|html?|xml)$/iu;

type PersonSubject = Extract<Subject, { kind: 'person' }>;

/** Credits, contacts and photo credits that name the person alone. */
function removePerson(subject: PersonSubject, document: Written, edit: DocumentEdit): void {
  const keys = new Set(subject.names.map(nameKey));
  const isNamed = (text: string | undefined) =>
    text !== undefined && (text === subject.slug || keys.has(nameKey(text)));
  for (const { credit, place } of document.body.figures) {
    if (!isNamed(credit)) continue;
    const image = edit.at(place);
    const without = image
      .replace(/\s*\bcredit=(?:"[^"]*"|'[^']*'|[^\s}]+)/u, '')
      .replace(/\{\s*\}$/u, '')
      .replace(/\{\s+/u, '{');
    edit.replace(place, without);
  }
  if (!isArticle(document)) return;
  const { credits, contacts, photos } = document.frontMatter;
  for (const [role, names] of Object.entries(credits)) {
    const named = names.flatMap((name, index) => (isNamed(name) ? [index] : []));
    if (named.length === names.length) edit.removeKey(['credits', role]);
    else for (const index of named) edit.removeKey(['credits', role, index]);
  }
  for (const [index, { name }] of contacts.entries()) if (isNamed(name)) edit.removeKey(['contacts', index]);
  for (const [name, { credit }] of Object.entries(photos))
    if (isNamed(credit)) edit.removeKey(['photos', name, 'credit']);
}

/** Lines of the content that name the person, or may, once the edits are made. */
function mentions(
  subject: PersonSubject,
  { content, displayFolder, textOf }: TakedownContext,
  removed: ReadonlySet<string>,
  edits: readonly TextEdit[],
): readonly Mention[] {
  const edited = new Map(edits.map(({ file, after }) => [file, after]));
  const found: Mention[] = [];
  const names = subject.names.map(namePattern);
  const forms = nameForms(subject.names, subject.email);
  for (const file of content.files) {
    // The handbook is not published, and its examples need a name.
    if (removed.has(file) || /(?:^|\/)README(?:\.[A-Za-z-]+)?\.md$/u.test(file) || !textFile.test(file))
      continue;
    const lines = (edited.get(file) ?? textOf(file) ?? '').split('\n');
    for (const [index, text] of lines.entries()) {
      // An address that says that something is gone has to be written somewhere.
      if (file === tombstonesFile && /^\s*(?:- )?path:/u.test(text)) continue;
      const name = names.map((pattern) => pattern.exec(text)).find((one) => one !== null);
      const match = name ? { index: name.index, text: name[0] } : firstForm(text, forms);
      if (match === undefined) continue;
      const column = match.index + 1;
      found.push({
        file: `${displayFolder}/${file}`,
        line: index + 1,
        column,
        endColumn: column + match.text.length,
        text,
        certainty: name ? 'named' : 'look',
      });
    }
  }
  return found;
}
