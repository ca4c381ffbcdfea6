/** Runs the rules over a site. Pure. */

import type { Sources } from '../content/document-reader.ts';
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import type { Level } from '../diagnostics/levels.ts';
import { documentRules, siteRules, textRules } from './all-rules.ts';
import type { CheckMemory } from './check-memory.ts';
import { readDocuments } from './checked-document.ts';
import { levelOf, unknownLevels } from './levels.ts';
import type { CheckContext, CheckedDocument, Finding, TextRule } from './rule.ts';

export interface CheckInput extends Omit<CheckContext, 'hasFinding'> {
  readonly sources: Sources;
  /** What reading and assembling the site has found. */
  readonly found: readonly Diagnostic[];
  /** Which rules are worth their time: a build asks only for errors. */
  readonly atLeast: 'warning' | 'error';
  /** Without it all documents are judged. */
  readonly only?: CheckedPart;
  readonly memory?: CheckMemory;
}

/** Some documents of the site, and how closely they are compared with all others. */
interface CheckedPart {
  /** Whether a document or a photo, as diagnostics name it, belongs to the part. */
  readonly has: (displayPath: string) => boolean;
  /** Whether rules may read the texts of all others. */
  readonly readsAllTexts: boolean;
}

export function runChecks(input: CheckInput): Diagnostic[] {
  const { content, sources, displayFolder, atLeast, only } = input;
  const set = content.config.checks;
  const isWanted = ({ code }: { readonly code: Diagnostic['code'] }): boolean => {
    const level: Level = levelOf(code, set);
    return level === 'error' || (level === 'warning' && atLeast === 'warning');
  };
  const forTexts = textRules.filter(isWanted);
  const forDocuments = documentRules.filter(isWanted);
  const forSite = siteRules
    .filter(isWanted)
    .filter(({ readsAllTexts }) => readsAllTexts !== true || only?.readsAllTexts !== false);
  const unknown = unknownLevels(content);
  if (forTexts.length + forDocuments.length + forSite.length === 0) return unknown;
  const documents = readDocuments(content, sources, displayFolder, input.memory);
  const found: Diagnostic[] = [...unknown];
  const hasFinding = (displayPath: string, line: number): boolean => {
    const isThere = (one: Diagnostic) => one.file === displayPath && one.line === line;
    return input.found.some(isThere) || found.some(isThere);
  };
  const context: CheckContext = { ...input, hasFinding };
  const keep = (code: Diagnostic['code'], findings: readonly Finding[]) => {
    const level = levelOf(code, set);
    if (level !== 'off') for (const finding of findings) found.push({ code, severity: level, ...finding });
  };
  for (const document of documents) {
    if (only?.has(document.displayPath) === false) continue;
    for (const { code, findings } of textFindings(document, forTexts)) keep(code, findings);
    const isPartial = document.article?.isPartial === true;
    for (const rule of forDocuments.filter((one) => !isPartial || one.readsFrontMatter !== true))
      keep(rule.code, rule.check(document, context));
  }
  for (const rule of forSite) keep(rule.code, rule.check(documents, context));
  return sortDiagnostics(only === undefined ? found : found.filter(({ file }) => only.has(file)));
}

interface RuleFindings {
  readonly code: Diagnostic['code'];
  readonly findings: readonly Finding[];
}

/** What a text shows depends on nothing but the text: it is judged once. */
function textFindings(document: CheckedDocument, rules: readonly TextRule[]): readonly RuleFindings[] {
  const judge = () =>
    rules.flatMap((rule): RuleFindings[] => {
      const findings = rule.check(document);
      return findings.length === 0 ? [] : [{ code: rule.code, findings }];
    });
  if (rules.length === 0) return [];
  const codes = rules.map(({ code }) => code).join(' ');
  return document.recall(`${document.displayPath} ${codes}`, judge);
}
