/**
 * The address of a reader. Behind a proxy that is the first one of `X-Forwarded-For`: the proxies on the way add
 * themselves behind it. Pure.
 */

const ipv4 = /^(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$/u;
const ipv6 = /^[\da-f]*:[\da-f:]*:[\da-f.:]*(?:%[\w.-]+)?$/iu;

/** Without port and brackets; undefined for what is no address: `-`, `unknown`, a name. */
function parseAddress(text: string): string | undefined {
  const [, plain] = ipv4.exec(text) ?? [];
  if (plain !== undefined) return plain;
  const [, bracketed] = /^\[([^\]]*)\](?::\d+)?$/u.exec(text) ?? [];
  const address = bracketed ?? text;
  return ipv6.test(address) ? address : undefined;
}

/** @param list as `X-Forwarded-For` writes it, IIS with `+` for spaces. Undefined where it has none. */
export function firstAddress(list: string): string | undefined {
  for (const part of list.split(/[\s,+]+/u)) {
    const address = parseAddress(part);
    if (address !== undefined) return address;
  }
  return undefined;
}

/**
 * The reader of a line of the "combined" format, from what stands before its time: `203.0.113.7 - -`, the addresses of
 * `X-Forwarded-For` in place of one, or the virtual host before it: `news.example.edu:443 203.0.113.7 - -`.
 */
export function addressOfHead(head: string): string {
  const identity = head.indexOf(' - ');
  const before = identity === -1 ? head : head.slice(0, identity);
  const [first = ''] = before.split(',', 1);
  const words = first.trim().split(/\s+/u);
  const last = words.at(-1) ?? '';
  // Servers that look names up write one in place of the address.
  return parseAddress(last) ?? firstAddress(before) ?? (identity === -1 ? (words[0] ?? '') : last);
}
