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
/** Shortcodes of WordPress, which exports to Markdown leave as they are; other words in brackets are text. */
const wordpressTag =
  /\[(\/?)((?:wp_)?caption|gallery|youtube|vimeo|embed|dailymotion|soundcloud|tweet|instagram|slideshare|googlevideo)(?:([=\s][^[\]\n]*))?\](?![(:])/gu;
/** Shown as it is, tags and all. */
const raw = /\{%-?\s*raw\s*-?%\}([\s\S]*?)\{%-?\s*endraw\s*-?%\}/gu;
const argument =
  /([\w-]+)\s*[=:]\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|([^\s,"']+))|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|([^\s,]+)/gu;

export function findTags(text: string): ShortcodeTag[] {
  const codes = [...text.matchAll(code)].map((match): readonly [number, number] => [
    match.index,
    match.index + match[0].length,
  ]);
  for (const match of text.matchAll(raw)) {
    const start = match.index + match[0].indexOf('}') + 1;
    codes.push([start, start + (match[1] ?? '').length]);
  }
  const isInCode = (offset: number) => codes.some(([start, end]) => offset >= start && offset < end);
  const tags = [...text.matchAll(tag)].flatMap((match): ShortcodeTag[] => {
    const [source, hugo, liquid, variable] = match;
    if (isInCode(match.index)) return [];
    const inside = (hugo ?? liquid ?? variable ?? '').trim();
    return [readTag(source, match.index, inside, variable === undefined ? 'shortcode' : 'variable')];
  });
  const ofWordpress = findWordpressTags(text).filter(({ start }) => !isInCode(start));
  return ofWordpress.length === 0 ? tags : [...tags, ...ofWordpress].sort((a, b) => a.start - b.start);
}

/** `[youtube=https://…]`, `[caption width="300"]…[/caption]`; `[embed]` alone and never closed is a word. */
function findWordpressTags(text: string): ShortcodeTag[] {
  const matches = [...text.matchAll(wordpressTag)];
  const closed = new Set(matches.flatMap(([, slash, name]) => (slash === '/' ? [name] : [])));
  return matches.flatMap(([source, slash = '', name = '', rest], index): ShortcodeTag[] => {
    const start = matches[index]?.index ?? 0;
    if (slash === '' && rest === undefined && name !== 'gallery' && !closed.has(name)) return [];
    const words = (rest ?? '').replace(/^=/u, ' ').trim();
    const found = readTag(source, start, `${slash}${name} ${words}`, 'shortcode');
    // An address has equals signs and colons of its own.
    const address = /^(?:["']?)(https?:\/\/[^\s"']+)/u.exec(words)?.[1];
    return [
      {
        ...found,
        name: name === 'wp_caption' ? 'caption' : name,
        ...(address === undefined ? {} : { plain: [address], named: new Map() }),
      },
    ];
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
