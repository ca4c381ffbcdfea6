/**
 * One line of an access log in JSON: of servers, hosts and load balancers, of nginx with a format of one's own that uses
 * the names of its variables, or a line of any format that a collector of logs has wrapped in JSON. Pure.
 */

import { defined } from '../text/defined.ts';
import { jsonNames, wrapperNames } from './json-names.ts';
import { type LogMoment, parseMoment } from './log-moment.ts';
import { hostOfTarget, isPageStatus, type LogLine, pathOfTarget, type WantsTarget } from './page-request.ts';
import { firstAddress } from './reader-address.ts';

type JsonFields = ReadonlyMap<string, string | number>;

/** @param readText reads what was wrapped, when it is no JSON itself */
export function readJsonLine(
  line: string,
  wants: WantsTarget,
  readText: (text: string) => LogLine = () => 'unreadable',
): LogLine {
  const fields = jsonFields(line);
  if (fields === undefined) return 'unreadable';
  const { method, target, status, moment } = requestOf(fields);
  if (method === undefined || target === undefined || status === undefined || moment === undefined) {
    const wrapped = textOf(fields, wrapperNames)?.trim();
    return wrapped === undefined ? 'unreadable' : readText(wrapped);
  }
  const path = pathOfTarget(target);
  if (method !== 'GET' || !isPageStatus(status) || !wants(path)) return 'other';
  const agentName = jsonNames.agent.find((each) => fields.has(each));
  if (agentName === undefined) return 'no-browser';
  const agent = String(fields.get(agentName));
  const direct = textOf(fields, jsonNames.address) ?? '';
  return {
    target: path,
    ...defined({ host: hostOfTarget(target) ?? textOf(fields, jsonNames.host) }),
    moment,
    address: firstAddress(textOf(fields, jsonNames.forwarded) ?? '') ?? firstAddress(direct) ?? direct,
    // CloudFront writes spaces as %20.
    userAgent: agentName === 'cs(user-agent)' ? agent.replaceAll('%20', ' ') : agent,
    isPrefetch: jsonNames.purpose.some((name) => String(fields.get(name) ?? '').includes('prefetch')),
  };
}

export interface JsonRequest {
  readonly method: string | undefined;
  readonly target: string | undefined;
  readonly status: string | undefined;
  readonly moment: LogMoment | undefined;
}

export function requestOf(fields: JsonFields): JsonRequest {
  const request = textOf(fields, ['request']) ?? '';
  const [, requestMethod, requestTarget] = /^([A-Z]+) (\S+)/u.exec(request) ?? [];
  return {
    method: textOf(fields, jsonNames.method) ?? requestMethod,
    target:
      textOf(fields, jsonNames.target) ?? requestTarget ?? (request.startsWith('/') ? request : undefined),
    status: textOf(fields, jsonNames.status),
    moment: momentOf(fields),
  };
}

/** The first that says something: servers write `-` or nothing for what they do not know. */
function textOf(fields: JsonFields, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = fields.get(name);
    if (value !== undefined && value !== '' && value !== '-') return String(value);
  }
  return undefined;
}

/** Names in small letters with their values. Undefined for what is no JSON. */
export function jsonFields(line: string): JsonFields | undefined {
  const value = parse(line) ?? parse(repaired(line));
  if (value === undefined) return undefined;
  const fields = new Map<string, string | number>();
  flatten(value, fields, '', 0);
  return fields;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The object of a line that stands in a list, and `\x22`, which nginx writes unless it is told `escape=json`. */
function repaired(line: string): string {
  const start = line.indexOf('{');
  return line
    .slice(start === -1 ? 0 : start, line.lastIndexOf('}') + 1)
    .replace(/\\x([\dA-F]{2})/giu, '\\\\x$1');
}

/** `{request: {headers: {"User-Agent": [...]}}}`. */
const deepest = 3;

/** Of all levels; the outer one of two with the same name. */
function flatten(value: unknown, fields: Map<string, string | number>, outer: string, depth: number): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const inner: (readonly [string, unknown])[] = [];
  for (const [key, each] of Object.entries(value)) {
    const name = key.toLowerCase();
    const one: unknown = Array.isArray(each) ? each[0] : each;
    if (typeof one === 'string' || typeof one === 'number') {
      if (!fields.has(name)) fields.set(name, one);
      if (outer !== '' && !fields.has(`${outer}.${name}`)) fields.set(`${outer}.${name}`, one);
      if (typeof one === 'string' && one.startsWith('{') && isWrapper(name)) inner.push([name, parse(one)]);
    } else inner.push([name, one]);
  }
  if (depth < deepest) for (const [name, each] of inner) flatten(each, fields, name, depth + 1);
}

function isWrapper(name: string): boolean {
  return wrapperNames.some((each) => each === name);
}

function momentOf(fields: JsonFields): LogMoment | undefined {
  const day = fields.get('date');
  const clock = fields.get('time');
  if (typeof day === 'string' && typeof clock === 'string' && /^\d\d:\d\d:\d\d/u.test(clock))
    return `${day}T${clock}Z`;
  const text = textOf(fields, jsonNames.moment);
  return text === undefined ? undefined : parseMoment(text);
}
