/**
 * Logs whose first lines name their fields: the W3C's extended format, as IIS and CloudFront write it. Their times are in
 * UTC. A `#Fields:` line holds for all lines behind it, in its own file alone.
 */

import { defined } from '../text/defined.ts';
import { hostOfTarget, isPageStatus, type LogLine, pathOfTarget, type WantsTarget } from './page-request.ts';
import { firstAddress } from './reader-address.ts';

export class FieldLog {
  #places: ReadonlyMap<string, number> | undefined;
  #day: string | undefined;

  /** @returns undefined for a line that is of no such log */
  read(line: string, wants: WantsTarget): LogLine | undefined {
    if (line.startsWith('#')) {
      const [, names] = /^#Fields:\s*(.*)$/iu.exec(line) ?? [];
      if (names !== undefined) this.#places = placesOf(names);
      this.#day = /^#Date:\s*(\d{4}-\d\d-\d\d)/iu.exec(line)?.[1] ?? this.#day;
      return 'note';
    }
    return this.#places === undefined ? undefined : readRecord(line, this.#places, wants, this.#day);
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

/** CloudFront parts fields by tabs, IIS by spaces, which stand in no field; others put such a field in quotation marks. */
function fieldsOf(line: string): readonly string[] {
  if (line.includes('\t')) return line.split('\t');
  if (!/(?:^| )"/u.test(line)) return line.split(' ');
  return [...line.matchAll(/"((?:[^"]|"")*)"(?= |$)|\S+/gu)].map(([whole, quoted]) => quoted ?? whole);
}

/** @param headDay of the lines before, for records that tell their time alone */
function readRecord(
  line: string,
  places: ReadonlyMap<string, number>,
  wants: WantsTarget,
  headDay: string | undefined,
): LogLine {
  const fields = fieldsOf(line);
  const field = (name: string) => {
    const place = places.get(name);
    const value = place === undefined ? undefined : fields[place];
    return value === undefined || value === '-' ? undefined : value;
  };
  const [day, time, method, target, status] = [
    places.has('date') ? field('date') : headDay,
    field('time'),
    field('cs-method'),
    field('cs-uri-stem') ?? field('cs-uri'),
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
  const host =
    hostOfTarget(target) ??
    field('x-host-header') ??
    field('cs-host') ??
    (places.has('x-edge-location') ? undefined : field('cs(host)'));
  return {
    target: path,
    ...defined({ host }),
    moment: `${day}T${time}Z`,
    address: firstAddress(forwarded) ?? firstAddress(direct) ?? direct,
    userAgent: (field('cs(user-agent)') ?? '-').replaceAll(/\+|%20/gu, ' '),
    isPrefetch: (field('cs(sec-purpose)') ?? '').includes('prefetch'),
  };
}
