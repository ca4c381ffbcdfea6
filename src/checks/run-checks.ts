/** Runs the rules over a site. Pure. */

import type { Sources } from '../content/document-reader.ts';
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { type Level, levelOf } from '../diagnostics/levels.ts';
import { documentRules, siteRules, textRules } from './all-rules.ts';
import { readDocuments } from './checked-document.ts';
import type { CheckContext, Finding } from './rule.ts';

export interface CheckInput extends CheckContext {
  readonly sources: Sources;
  /** Which rules are worth their time: a build asks only for errors. */
  readonly atLeast: 'warning' | 'error';
}

export function runChecks(input: CheckInput): Diagnostic[] {
  const { content, sources, shownFolder, atLeast } = input;
  const set = content.config.checks;
  const isWanted = ({ code }: { readonly code: Diagnostic['code'] }): boolean => {
    const level: Level = levelOf(code, set);
    return level === 'error' || (level === 'warning' && atLeast === 'warning');
  };
  const forTexts = textRules.filter(isWanted);
  const forDocuments = documentRules.filter(isWanted);
  const forSite = siteRules.filter(isWanted);
  if (forTexts.length + forDocuments.length + forSite.length === 0) return [];
  const documents = readDocuments(content, sources, shownFolder);
  const found: Diagnostic[] = [];
  const keep = (code: Diagnostic['code'], findings: readonly Finding[]) => {
    const level = levelOf(code, set);
    if (level !== 'off') for (const finding of findings) found.push({ code, severity: level, ...finding });
  };
  for (const document of documents) {
    for (const rule of forTexts) {
      if (rule.canSkip?.(document) !== true) keep(rule.code, rule.check(document));
    }
    for (const rule of forDocuments) keep(rule.code, rule.check(document, input));
  }
  for (const rule of forSite) keep(rule.code, rule.check(documents, input));
  return sortDiagnostics(found);
}
