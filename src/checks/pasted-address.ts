/**
 * Finds addresses that came along when something was copied: detours over a search engine or a mail filter, documents
 * that readers would have to sign in to or could edit, and machines that only the newsroom reaches.
 */

import { cover } from '../markdown/cover.ts';
import type { CheckedText, Finding, TextRule } from './rule.ts';

interface PastedAddress {
  readonly message: string;
  readonly hint: string;
}

const address = /https?:\/\/[^\s<>"'“”，。（）{}]+/giu;

/** Sites that pass readers on, and the part of the address that says where to; a host stands for its subdomains too. */
const detours: readonly {
  readonly host: RegExp;
  readonly path: RegExp;
  readonly target: readonly string[];
}[] = [
  {
    host: /(?:^|\.)google\.[a-z.]+$/u,
    path: /^\/(?:url|imgres|amp\/|translate)/u,
    target: ['q', 'url', 'imgrefurl', 'u'],
  },
  { host: /^(?:l|lm)\.facebook\.com$|^l\.(?:instagram|messenger)\.com$/u, path: /^\/l?/u, target: ['u'] },
  { host: /(?:^|\.)bing\.com$/u, path: /^\/ck\/a/u, target: ['u'] },
  { host: /(?:^|\.)baidu\.com$/u, path: /^\/link$|^\/baidu\.php/u, target: ['wd'] },
  { host: /(?:^|\.)(?:sogou|so)\.com$/u, path: /^\/link/u, target: ['url', 'm'] },
  { host: /(?:^|\.)yahoo\.com$/u, path: /\/RU=|^\/r/u, target: ['url'] },
  { host: /(?:^|\.)yandex\.[a-z]+$/u, path: /^\/clck\//u, target: ['url'] },
  { host: /(?:^|\.)duckduckgo\.com$/u, path: /^\/l\//u, target: ['uddg'] },
  { host: /(?:^|\.)youtube\.com$/u, path: /^\/redirect/u, target: ['q'] },
  { host: /(?:^|\.)linkedin\.com$/u, path: /^\/(?:redir|safety)\//u, target: ['url'] },
  { host: /^link\.zhihu\.com$|^link\.csdn\.net$|^link\.juejin\.cn$/u, path: /^\//u, target: ['target'] },
  { host: /^c\.pc\.qq\.com$|^weixin110\.qq\.com$/u, path: /^\//u, target: ['pfurl', 'url'] },
  { host: /(?:^|\.)safelinks\.protection\.outlook\.com$/u, path: /^\//u, target: ['url'] },
  { host: /(?:^|\.)urldefense\.(?:com|proofpoint\.com)$/u, path: /^\//u, target: ['u'] },
  { host: /(?:^|\.)slack-redir\.net$/u, path: /^\/link/u, target: ['url'] },
  { host: /^(?:t\.co|lnkd\.in|t\.cn|url\.cn)$/u, path: /^\//u, target: [] },
];

/** Documents of many hands. */
const sharedHosts =
  /^(?:docs|drive|sheets|slides|forms)\.google\.com$|(?:^|\.)(?:sharepoint|notion|figma|canva|hackmd|overleaf|onedrive\.live|office|dropbox|icloud|shimo|kdocs|feishu|larksuite|yuque|docs\.qq)\.(?:com|so|im|io|cn)$|^docs\.qq\.com$|^1drv\.ms$|^etherpad\./u;
const openForEditing =
  /\/(?:edit|edit_v2)\/?$|\/(?:edit|comment|copy)(?:[?#]|$)|[?&](?:edit|usp=sharing|rlkey=|web=1|action=edit)/u;
const publishedForms = /\/(?:pub|pubhtml|preview|viewform|embed|export)(?:[/?#]|$)/u;
const unreachable =
  /^(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|.*\.(?:local|internal|lan|localhost))$/u;

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'pasted-address': true;
  }
}

export const pastedAddress: TextRule = {
  code: 'pasted-address',
  level: 'warning',
  explanation: 'An address came along when something was copied, and is not one for readers.',
  check: (text) => {
    if (!text.text.includes('://')) return [];
    const body = firstLineOfBody(text.text);
    return text.text.split('\n').flatMap((line, index): Finding[] => {
      if (!line.includes('://')) return [];
      return [...line.matchAll(address)].flatMap((match): Finding[] => {
        const isCode = line.slice(0, match.index).split('`').length % 2 === 0;
        if (index + 1 >= body && (isCode || !isAddress(text, index + 1, match.index))) return [];
        const typed = trimmed(match[0], line[match.index - 1]);
        const judged = judge(typed);
        if (judged === undefined) return [];
        return [
          {
            file: text.displayPath,
            line: index + 1,
            column: match.index + 1,
            endColumn: match.index + typed.length + 1,
            ...judged,
          },
        ];
      });
    });
  },
};

function judge(typed: string): PastedAddress | undefined {
  if (!URL.canParse(typed)) return undefined;
  const url = new URL(typed);
  const detour = detours.find(({ host, path }) => host.test(url.hostname) && path.test(url.pathname));
  if (detour !== undefined) {
    const target = detour.target
      .map((name) => url.searchParams.get(name))
      .find((value) => value !== null && /^https?:\/\//u.test(value));
    return {
      message: `This link leads over ${url.hostname}, which notes who follows it.`,
      hint:
        target === undefined || target === null
          ? 'Open it, and copy the address of the page that it leads to.'
          : `Write the address that it leads to: ${target}`,
    };
  }
  const rest = url.pathname + url.search;
  if (
    !publishedForms.test(rest) &&
    (/\/edit\/?$/u.test(url.pathname) ||
      (sharedHosts.test(url.hostname) &&
        (openForEditing.test(rest) ||
          /\/(?:document|spreadsheets|presentation|file|design|project|docx?|sheet|:?[wxpfb]:?\/s)\//u.test(
            url.pathname,
          ) ||
          url.hostname === '1drv.ms')))
  ) {
    return {
      message: 'This link opens a shared document: readers have to sign in, or can change it.',
      hint: 'Put a copy of it (PDF) beside the story and link to that: [text](programme.pdf)',
    };
  }
  if (unreachable.test(url.hostname)) {
    return {
      message: `${url.host} is a machine that readers cannot reach.`,
      hint: 'Link to the public address of the page, or leave the link out.',
    };
  }
  return undefined;
}

/** In the body: the address of a link or one that is typed as text, and no code. */
function isAddress({ prose }: CheckedText, line: number, offset: number): boolean {
  return prose.some(
    (candidate) => candidate.line === line && candidate.text[offset + 1 - candidate.column] === cover,
  );
}

/** Without the brackets and marks that end a link or a sentence. */
function trimmed(typed: string, before: string | undefined): string {
  const inBrackets = before === '(' ? typed.replace(/\).*$/u, '') : typed;
  return inBrackets.replace(/[.,;:!?*_\])]+$/u, '');
}

/** Of the front matter every line counts. */
function firstLineOfBody(text: string): number {
  const end = text.startsWith('---\n') ? text.indexOf('\n---', 3) : -1;
  return end === -1 ? 1 : text.slice(0, end).split('\n').length + 2;
}
