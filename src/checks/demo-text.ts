/**
 * Finds words of the demonstration that have survived in another newsroom: its name, its addresses, its notice. While the
 * site has the demonstration's own address nothing is reported: that address cannot be published to.
 */

import type { CheckContext, CheckedDocument, DocumentRule, Finding, SiteRule } from './rule.ts';

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'demo-text': true;
  }
}

/** Reserved for examples (RFC 2606 and IANA): no newsroom can have one of them. */
const exampleHost = /(?:^|[/.@])example\.(?:edu|com|org|net)(?=[/:\s)>"'?#]|$)/u;
const demonstrationHost = /(?:^|[/.@])example\.edu\b(?![\w-]|\.\w)/u;
const demonstration =
  /\bUSTB\b|\bustb\.edu\.cn\b|University of Science and Technology Beijing|北京科技大学|demonstration content|本站为演示内容/u;

const hint = 'Write your own words or address, or take the line out.';

const rule = {
  code: 'demo-text',
  level: 'warning',
  explanation: 'Words or an address of the demonstration stand in a newsroom of its own.',
} as const;

function wordsOf(line: string): RegExpExecArray | null {
  return demonstration.exec(line) ?? demonstrationHost.exec(line);
}

/** Neither the demonstration itself, nor a site that has no address yet. */
function isOwn({ content }: Pick<CheckContext, 'content'>): boolean {
  return !exampleHost.test(new URL(content.config.baseUrl).host);
}

function messageOf(found: string): string {
  return `"${found.replace(/^[/.@]/u, '')}" is of the demonstration, not of this newsroom.`;
}

/** In stories, pages and people. */
export const demoText: DocumentRule = {
  ...rule,
  check: (document: CheckedDocument, context) => {
    if (!isOwn(context)) return [];
    return document.recall('names the demonstration', () =>
      document.text.split('\n').flatMap((line, index): Finding[] => {
        const found = wordsOf(line);
        if (found === null) return [];
        const column = found.index + 1;
        return [
          {
            file: document.displayPath,
            line: index + 1,
            column,
            endColumn: column + found[0].length,
            message: messageOf(found[0]),
            hint,
          },
        ];
      }),
    );
  },
};

/** In site.yaml, whichever setting it is. */
export const demoSettings: SiteRule = {
  ...rule,
  check: (_documents, context) => {
    if (!isOwn(context)) return [];
    const { config, placeOfSetting } = context.content;
    return textsOf(config, []).flatMap(({ path, text }): Finding[] => {
      const found = wordsOf(text);
      return found === null ? [] : [{ ...placeOfSetting(path), message: messageOf(found[0]), hint }];
    });
  },
};

interface SettingText {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

function textsOf(value: unknown, path: readonly (string | number)[]): readonly SettingText[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((entry, index) => textsOf(entry, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => textsOf(entry, [...path, key]));
}
