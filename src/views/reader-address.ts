/**
 * The address of a reader. Behind a proxy that is the first one of `X-Forwarded-For`: the proxies on the way add
 * themselves behind it. Pure.
 */

import { isIP } from 'node:net';

const withPort = /^(\d{1,3}(?:\.\d{1,3}){3}):\d+$/u;
const bracketed = /^\[([^\]]*)\](?::\d+)?$/u;
/** Of a network of one's own: what a proxy calls itself. */
const ownNetwork =
  /^(?:10\.|127\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|::1$|f[cd][\da-f]{2}:|fe80:)/iu;

/** Without port and brackets; undefined for what is no address: `-`, `unknown`, a name, a time. */
function parseAddress(text: string): string | undefined {
  const [, address = text] = withPort.exec(text) ?? bracketed.exec(text) ?? [];
  return isIP(address) === 0 ? undefined : address;
}

function addressesIn(list: string): readonly string[] {
  return list.split(/[\s,+"]+/u).flatMap((part) => parseAddress(part) ?? []);
}

/** @param list as `X-Forwarded-For` writes it, IIS with `+` for spaces. Undefined where it has none. */
export function firstAddress(list: string): string | undefined {
  for (const part of list.split(/[\s,+"]+/u)) {
    const address = parseAddress(part);
    if (address !== undefined) return address;
  }
  return undefined;
}

/**
 * The reader of a line of the "combined" format, from what stands before its time: `203.0.113.7 - -`, the addresses of
 * `X-Forwarded-For` in place of one or before it, or the virtual host or a logger’s own words before it:
 * `news.example.edu:443 203.0.113.7 - -`.
 */
export function addressOfHead(head: string): string {
  // A logger's words may have this, too: `<190>1 2024-05-06T00:00:01Z web nginx - - 203.0.113.7 - -`.
  const words = head.replace(/^.* - - (?=\S+ \S+ )/u, '');
  const identity = words.indexOf(' - ');
  const before = identity === -1 ? words : words.slice(0, identity);
  const list = before.indexOf(',');
  if (list !== -1) {
    // `news.example.edu:443 203.0.113.7, 10.0.0.9`
    const first = parseAddress(/[^\s"]*$/u.exec(before.slice(0, list))?.[0] ?? '');
    return first ?? firstAddress(before) ?? '';
  }
  const addresses = addressesIn(before);
  // Of two, one is that of a proxy or of this machine.
  const found = addresses.findLast((address) => !ownNetwork.test(address)) ?? addresses.at(-1);
  if (found !== undefined) return found;
  // Servers that look names up write one in place of the address.
  const names = before.trim().split(/\s+/u);
  return (identity === -1 ? names[0] : names.at(-1)) ?? '';
}

/** The host that a virtual host's line begins with, where it is a name. */
export function hostOfHead(head: string): string | undefined {
  return /^([\w-]+(?:\.[\w-]+)*\.[a-z][\w-]*)(?::\d+)? [\da-f.:,[\]]+ /iu.exec(head)?.[1];
}
