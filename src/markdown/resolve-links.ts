/** Judges every link of inline tokens, notes those whose address is known later, and says what is wrong. */

import type Token from 'markdown-it/lib/token.mjs';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { BodyPlace, DocumentLink } from './block.ts';
import type { DialectState } from './dialect-state.ts';
import { judgeLink } from './link-target.ts';

export interface LinkContext {
  readonly state: DialectState;
  readonly folder: string;
  readonly file: string;
  readonly placeOf: (token: Token) => BodyPlace;
}

export interface ResolvedLinks {
  readonly links: readonly DocumentLink[];
  /** Links to parts of the same page, to be compared with its ids. */
  readonly fragments: readonly { readonly id: string; readonly place: BodyPlace }[];
  readonly diagnostics: readonly Diagnostic[];
}

export function resolveLinks(tokens: readonly Token[], context: LinkContext): ResolvedLinks {
  const { state, folder, file } = context;
  const links: DocumentLink[] = [];
  const fragments: { id: string; place: BodyPlace }[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const token of tokens) {
    if (token.type !== 'link_open') continue;
    const place = context.placeOf(token);
    const address = String(token.attrGet('href') ?? '');
    const judgement = judgeLink(address, folder);
    switch (judgement.kind) {
      case 'plain':
        break;
      case 'fragment':
        fragments.push({ id: judgement.id, place });
        break;
      case 'target':
        state.targets.set(token, state.targetList.push(judgement.target) - 1);
        links.push({ target: judgement.target, place });
        break;
      case 'refused': {
        const { code, message, hint } = judgement;
        state.targets.set(token, state.targetList.push({ kind: 'refused', href: address }) - 1);
        diagnostics.push({ code, severity: 'error', file, ...place, message, hint });
        break;
      }
    }
  }
  return { links, fragments, diagnostics };
}
