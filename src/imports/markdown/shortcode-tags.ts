/** The tags of shortcodes and templates in a text, with what they say. Tags in code are examples, and none. Pure. */

export interface ShortcodeTag {
  readonly source: string;
  readonly start: number;
  readonly kind: 'shortcode' | 'variable';
  readonly isClosing: boolean;
  readonly name: string;
  readonly inside: string;
  readonly named: ReadonlyMap<string, string>;
  readonly plain: readonly string[];
}

/** Code is shown as it is; there, tags are examples. */
const code = /^(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^\1[`~]*[ \t]*$|(?![\s\S]))|(`+)(?!`)[^\n]*?[^`]\2(?!`)/gmu;
const tag =
  /\{\{[<%](?!\/\*)((?:(?!\{\{)[\s\S])*?)[%>]\}\}|\{%-?((?:(?!\{%)[\s\S])*?)-?%\}|\{\{-?([^{}]*?)-?\}\}/gu;
const argument =
  /([\w-]+)\s*[=:]\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|([^\s,"']+))|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|([^\s,]+)/gu;

export function findTags(text: string): ShortcodeTag[] {
  const codes = [...text.matchAll(code)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  return [...text.matchAll(tag)].flatMap((match): ShortcodeTag[] => {
    const [source, hugo, liquid, variable] = match;
    if (codes.some(([start, end]) => match.index >= start && match.index < end)) return [];
    const inside = (hugo ?? liquid ?? variable ?? '').trim();
    return [readTag(source, match.index, inside, variable === undefined ? 'shortcode' : 'variable')];
  });
}

/** The tag that ends what an opening tag begins. */
export function findClose(tags: readonly ShortcodeTag[], index: number): ShortcodeTag | undefined {
  const open = tags[index];
  let depth = 0;
  for (const candidate of tags.slice(index + 1)) {
    if (candidate.kind === 'variable' || candidate.name !== open?.name) continue;
    if (!candidate.isClosing) depth += 1;
    else if (depth === 0) return candidate;
    else depth -= 1;
  }
  return undefined;
}

function readTag(source: string, start: number, inside: string, kind: ShortcodeTag['kind']): ShortcodeTag {
  const isClosing = /^\/|^end(?=\w)/u.test(inside);
  const [head = '', ...rest] = inside.replace(/^\/\s*/u, '').split(/(?<=^\S+)\s/u);
  let name = head.replace(/^end(?=\w)/u, '').toLowerCase();
  const named = new Map<string, string>();
  const plain: string[] = [];
  for (const match of rest.join(' ').matchAll(argument)) {
    const [, key, ...values] = match;
    const value = (values.find((candidate) => candidate !== undefined) ?? '').replace(/\\(["'])/gu, '$1');
    if (key === undefined) plain.push(value);
    else named.set(key.toLowerCase(), value);
  }
  if (name === 'include' || name === 'include_relative' || name === 'render' || name === 'include_cached') {
    name = (plain.shift() ?? '')
      .replace(/^.*\//u, '')
      .replace(/\.\w+$/u, '')
      .toLowerCase();
  }
  return {
    source,
    start,
    kind,
    isClosing,
    name: name.replace(/\/$/u, ''),
    inside,
    named,
    plain: plain.filter((word) => word !== '/'),
  };
}
