/**
 * Whether a story is surely a draft, told from its text alone: for a story that cannot be read. What is not sure is no
 * draft, so that its mistakes are errors. Pure.
 */

import { splitFrontMatter } from './front-matter.ts';
import { readYaml } from './yaml-document.ts';

const draftLine = /^(?:draft|"draft"|'draft')[ \t]*[:：]/u;
const trueLine = /^(?:draft|"draft"|'draft')[ \t]*:[ \t]+(?:true|True|TRUE)[ \t]*(?:#.*)?$/u;
/** Times hold all languages of a story, so those of a draft may hold back what is no draft. */
const sharedTime = /embargo|publish|expir|until/iu;
const mergeMark = /^(?:<{7}|>{7}|\|{7}|={7})/mu;

export interface SureDraft {
  /** Whether it may say when the other languages of the story appear and go. */
  readonly mayHoldOthers: boolean;
}

/** @param text the whole file with `\n` line ends and no byte order mark */
export function sureDraft(text: string): SureDraft | undefined {
  const frontMatter = frontMatterOf(text);
  if (frontMatter === undefined || mergeMark.test(frontMatter)) return undefined;
  return saysDraft(frontMatter) ? { mayHoldOthers: sharedTime.test(frontMatter) } : undefined;
}

/** Of a block without an end only the lines before the first empty one are surely front matter. */
function frontMatterOf(text: string): string | undefined {
  const split = splitFrontMatter(text, '');
  if (split.ok) return split.file.yaml;
  if (split.diagnostic.code !== 'unclosed-front-matter') return undefined;
  return text.slice(text.indexOf('\n') + 1).split(/\n[ \t]*\n/u)[0];
}

function saysDraft(frontMatter: string): boolean {
  const { value, diagnostics } = readYaml(frontMatter, '', 1);
  if (diagnostics.length === 0)
    return typeof value === 'object' && value !== null && 'draft' in value && value.draft === true;
  const lines = frontMatter.split('\n').filter((line) => draftLine.test(line));
  return lines.length > 0 && lines.every((line) => trueLine.test(line));
}
