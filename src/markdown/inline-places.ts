/** Notes where links and images stand in their inline text: markdown-it itself keeps only lines of blocks. */

import type MarkdownIt from 'markdown-it';
import type Ruler from 'markdown-it/lib/ruler.mjs';
import { dialectState } from './dialect-state.ts';

export function recordPlaces(md: MarkdownIt, ruleNames: readonly string[]): void {
  for (const name of ruleNames) {
    const rule = findRule(md.inline.ruler, name);
    md.inline.ruler.at(name, (state, silent) => {
      const start = state.pos;
      const before = state.tokens.length;
      if (!rule(state, silent)) return false;
      if (silent) return true;
      const token = state.tokens.slice(before).find(({ type }) => type === 'link_open' || type === 'image');
      if (token !== undefined) dialectState(state.env).places.set(token, { start, end: state.pos });
      return true;
    });
  }
}

/** Notes all that is not typed as readers read it: code, addresses, photos, escapes. The words of a link are prose. */
export function recordOpaque(md: MarkdownIt): void {
  for (const name of ['backticks', 'escape', 'entity', 'autolink', 'image', 'footnote_ref', 'link']) {
    const rule = findRule(md.inline.ruler, name);
    md.inline.ruler.at(name, (state, silent) => {
      const start = state.pos;
      const { tokens } = state;
      if (!rule(state, silent)) return false;
      if (silent) return true;
      const labelEnd = name === 'link' ? md.helpers.parseLinkLabel(state, start, true) : start;
      dialectState(state.env).opaque.push({ tokens, start: Math.max(labelEnd, start), end: state.pos });
      return true;
    });
  }
}

/** The function of a rule, which the ruler gives only in a list of all that are enabled. */
export function findRule<Rule>(ruler: Ruler<Rule>, name: string): Rule {
  const enabled = ruler.getRules('');
  ruler.disable(name);
  const rest = new Set(ruler.getRules(''));
  ruler.enable(name);
  const rule = enabled.find((candidate) => !rest.has(candidate));
  if (rule === undefined) throw new Error(`markdown-it has no rule ${name}.`);
  return rule;
}
