/**
 * The names by which browsers may ask this machine for the preview. A page elsewhere can give its own name this machine's
 * address (DNS rebinding) and would read drafts then; but its requests carry that name.
 */

import os from 'node:os';

const everywhere: ReadonlySet<string> = new Set(['0.0.0.0', '::']);
const loopback: readonly string[] = ['localhost', '127.0.0.1', '::1'];

/** Names and addresses of this machine, in small letters. */
export interface OwnNames {
  readonly names: ReadonlySet<string>;
}

export function ownNames(): OwnNames {
  const addresses = Object.values(os.networkInterfaces()).flatMap((each) => each ?? []);
  const host = os.hostname().toLowerCase();
  const [short = host] = host.split('.');
  // `.local`: how other computers of the network find this one without a name server.
  const names = [...loopback, ...addresses.map(({ address }) => address), host, short, `${short}.local`];
  return { names: new Set(names) };
}

/** Whether the preview can listen there: an address or a name of this machine, or all of them. */
export function isOwnHost(host: string, { names }: OwnNames): boolean {
  const name = host.toLowerCase();
  return everywhere.has(name) || names.has(name.replace(/%.*$/u, '')) || name.endsWith('.localhost');
}

/** @param header as a request says whom it asks: `localhost:8080`, `[::1]:8080` @param isPrivate listens for this machine alone */
export function mayAsk(header: string | undefined, isPrivate: boolean, { names }: OwnNames): boolean {
  const name = (header ?? '')
    .toLowerCase()
    .replace(/:\d+$/u, '')
    .replace(/^\[(.*)\]$/u, '$1');
  if (loopback.includes(name) || name.endsWith('.localhost')) return true;
  return !isPrivate && names.has(name);
}

export function isLoopback(host: string): boolean {
  return loopback.includes(host.toLowerCase());
}
