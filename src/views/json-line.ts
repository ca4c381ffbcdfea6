/**
 * One line of an access log in JSON: of Caddy, Traefik, Cloudflare (Logpush), CloudFront, Google's load balancers, or of
 * nginx with a format of one's own that uses the names of its variables. Pure.
 */

import {
  isPageStatus,
  type LogLine,
  type LogMoment,
  pathOfTarget,
  type WantsTarget,
} from './page-request.ts';
import { firstAddress } from './reader-address.ts';

type Fields = ReadonlyMap<string, string | number>;

/** Names of the same thing in small letters, the surest first. */
const known = {
  forwarded: ['x-forwarded-for', 'http_x_forwarded_for', 'x_forwarded_for', 'request_x-forwarded-for'],
  address: [
    'client_ip',
    'clientip',
    'remote_addr',
    'remote_ip',
    'clienthost',
    'clientaddr',
    'remoteip',
    'c-ip',
  ],
  agent: [
    'user-agent',
    'http_user_agent',
    'user_agent',
    'useragent',
    'request_user-agent',
    'clientrequestuseragent',
    'cs(user-agent)',
    'agent',
  ],
  method: ['method', 'request_method', 'requestmethod', 'clientrequestmethod', 'cs-method'],
  target: [
    'request_uri',
    'uri',
    'requestpath',
    'clientrequesturi',
    'requesturl',
    'cs-uri-stem',
    'clientrequestpath',
    'url',
    'path',
  ],
  status: ['status', 'downstreamstatus', 'edgeresponsestatus', 'sc-status'],
  moment: [
    'ts',
    'time_iso8601',
    'time_local',
    'startutc',
    'edgestarttimestamp',
    '@timestamp',
    'timestamp',
    'msec',
    'time',
  ],
  purpose: ['sec-purpose', 'purpose', 'http_sec_purpose', 'sec_purpose', 'request_sec-purpose'],
} as const;

export function readJsonLine(line: string, wants: WantsTarget): LogLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'unreadable';
  }
  const fields = new Map<string, string | number>();
  flatten(value, fields, 0);
  const text = (names: readonly string[]) => {
    const name = names.find((each) => fields.has(each));
    return name === undefined ? undefined : String(fields.get(name));
  };
  const [, requestMethod, requestTarget] = /^([A-Z]+) (\S+)/u.exec(text(['request']) ?? '') ?? [];
  const method = text(known.method) ?? requestMethod;
  const target = text(known.target) ?? requestTarget;
  const status = text(known.status);
  const moment = momentOf(fields);
  if (method === undefined || target === undefined || status === undefined || moment === undefined)
    return 'unreadable';
  const path = pathOfTarget(target);
  if (method !== 'GET' || !isPageStatus(status) || !wants(path)) return 'other';
  const agent = text(known.agent);
  if (agent === undefined) return 'no-browser';
  const direct = text(known.address) ?? '';
  return {
    target: path,
    moment,
    address: firstAddress(text(known.forwarded) ?? '') ?? firstAddress(direct) ?? direct,
    // CloudFront writes spaces as %20.
    userAgent: fields.has('cs(user-agent)') ? agent.replaceAll('%20', ' ') : agent,
    isPrefetch: text(known.purpose)?.includes('prefetch') === true,
  };
}

/** `{request: {headers: {"User-Agent": [...]}}}`. */
const deepest = 3;

/** Names in small letters with their values, of all levels; the outer one of two with the same name. */
function flatten(value: unknown, fields: Map<string, string | number>, depth: number): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const inner: unknown[] = [];
  for (const [key, each] of Object.entries(value)) {
    const name = key.toLowerCase();
    const one: unknown = Array.isArray(each) ? each[0] : each;
    if (typeof one === 'string' || typeof one === 'number') {
      if (!fields.has(name)) fields.set(name, one);
    } else if (depth < deepest) inner.push(one);
  }
  for (const each of inner) flatten(each, fields, depth + 1);
}

function momentOf(fields: Fields): LogMoment | undefined {
  const name = known.moment.find((each) => fields.has(each));
  const day = fields.get('date');
  const clock = fields.get('time');
  if (typeof day === 'string' && typeof clock === 'string' && /^\d\d:\d\d:\d\d/u.test(clock))
    return `${day}T${clock}Z`;
  return name === undefined ? undefined : parseMoment(fields.get(name) ?? '');
}

/**
 * A moment as the servers write it. Numbers are seconds, thousandths, millionths or billionths of one since 1970, told by
 * their size; Caddy's `wall` has no offset and is in UTC, unless `time_local` says otherwise.
 */
function parseMoment(value: string | number): LogMoment {
  const number =
    typeof value === 'number' ? value : /^\d+(?:\.\d+)?$/u.test(value) ? Number(value) : undefined;
  if (number !== undefined) {
    if (number < 1e11) return number * 1000;
    if (number < 1e14) return number;
    return number < 1e17 ? number / 1000 : number / 1e6;
  }
  const text = String(value);
  const [, year, month, day, clock] = /^(\d{4})[/-](\d\d)[/-](\d\d)[ T]([\d:.]+)$/u.exec(text) ?? [];
  if (clock !== undefined) return `${year}-${month}-${day}T${clock}Z`;
  // The offset stands behind a space, or without its colon.
  return text
    .replace(/^(\d{4}-\d\d-\d\d[ T][\d:.]+) ?([+-]\d\d):?(\d\d)$/u, '$1$2:$3')
    .replace(/^(\d{4}-\d\d-\d\d) /u, '$1T');
}
