/**
 * Logs whose first lines name their fields: the W3C's extended format, as IIS and CloudFront write it. Their times are in
 * UTC. A `#Fields:` line holds for all lines behind it, in its own file alone.
 */

import { isPageStatus, type LogLine, pathOfTarget, type WantsTarget } from './page-request.ts';
import { firstAddress } from './reader-address.ts';

export class FieldLog {
  #places: ReadonlyMap<string, number> | undefined;

  /** @returns undefined for a line that is of no such log */
  read(line: string, wants: WantsTarget): LogLine | undefined {
    if (line.startsWith('#')) {
      const [, names] = /^#Fields:\s*(.*)$/iu.exec(line) ?? [];
      if (names !== undefined) this.#places = placesOf(names);
      return 'note';
    }
    return this.#places === undefined ? undefined : readRecord(line, this.#places, wants);
  }
}

function placesOf(names: string): ReadonlyMap<string, number> {
  return new Map(
    names
      .trim()
      .toLowerCase()
      .split(/\s+/u)
      .map((name, place) => [name, place] as const),
  );
}

function readRecord(line: string, places: ReadonlyMap<string, number>, wants: WantsTarget): LogLine {
  // CloudFront parts fields by tabs, IIS by spaces; neither stands within a field.
  const fields = line.split(line.includes('\t') ? '\t' : ' ');
  const field = (name: string) => {
    const place = places.get(name);
    const value = place === undefined ? undefined : fields[place];
    return value === undefined || value === '-' ? undefined : value;
  };
  const [day, time, method, target, status] = [
    field('date'),
    field('time'),
    field('cs-method'),
    field('cs-uri-stem'),
    field('sc-status'),
  ];
  if (day === undefined || time === undefined || method === undefined || target === undefined)
    return 'unreadable';
  if (!/^\d{4}-\d\d-\d\d$/u.test(day) || status === undefined) return 'unreadable';
  const path = pathOfTarget(target);
  if (method !== 'GET' || !isPageStatus(status) || !wants(path)) return 'other';
  if (!places.has('cs(user-agent)')) return 'no-browser';
  const direct = field('c-ip') ?? '';
  const forwarded = field('x-forwarded-for') ?? field('cs(x-forwarded-for)') ?? '';
  return {
    target: path,
    moment: `${day}T${time}Z`,
    address: firstAddress(forwarded) ?? firstAddress(direct) ?? direct,
    userAgent: (field('cs(user-agent)') ?? '-').replaceAll(/\+|%20/gu, ' '),
    isPrefetch: (field('cs(sec-purpose)') ?? '').includes('prefetch'),
  };
}
