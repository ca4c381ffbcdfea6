/**
 * One line of an access log: what nginx and Apache write as "combined" (with a virtual host before it, or more fields
 * behind it, if they like), or Caddy's JSON. Reads in one pass what counting needs; never throws, whatever the line is.
 */

import { z } from 'zod';

export interface PageRequest {
  /** As it was asked for, with its query. */
  readonly target: string;
  readonly moment: LogMoment;
  readonly address: string;
  readonly userAgent: string;
  /** Fetched ahead by a browser that may never show it, where the log tells. */
  readonly isPrefetch: boolean;
}

/** As the log writes it, or milliseconds since 1970. */
export type LogMoment = string | number;

/** `other`: a request that is no successful GET, or for something that is not wanted. `unreadable`: not a line of a log that is known here. */
export type LogLine = PageRequest | 'other' | 'unreadable';

/** @param wants whether a target counts: nine lines in ten are for photos and styles, and need not be read further */
export function readLogLine(line: string, wants: (target: string) => boolean): LogLine {
  return line.startsWith('{') ? readJsonLine(line, wants) : readCombinedLine(line, wants);
}

/** Apache and nginx put a backslash before a quotation mark within a field. */
function endOfField(line: string, start: number): number {
  for (let end = line.indexOf('"', start); end !== -1; end = line.indexOf('"', end + 1)) {
    let slashes = 0;
    while (line[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return -1;
}

function readCombinedLine(line: string, wants: (target: string) => boolean): LogLine {
  const timeStart = line.indexOf(' [');
  const timeEnd = timeStart === -1 ? -1 : line.indexOf('] "', timeStart);
  if (timeEnd === -1) return 'unreadable';
  const requestStart = timeEnd + 3;
  const requestEnd = endOfField(line, requestStart);
  if (requestEnd === -1) return 'unreadable';
  const status = line.slice(requestEnd + 2, requestEnd + 5);
  if (!/^\d{3}$/u.test(status)) return 'unreadable';
  if (!isPageStatus(status) || !line.startsWith('GET ', requestStart)) return 'other';
  const targetEnd = line.indexOf(' ', requestStart + 4);
  const target = line.slice(
    requestStart + 4,
    targetEnd === -1 || targetEnd > requestEnd ? requestEnd : targetEnd,
  );
  if (!wants(target)) return 'other';
  const referrerStart = line.indexOf(' "', requestEnd + 5);
  const referrerEnd = referrerStart === -1 ? -1 : endOfField(line, referrerStart + 2);
  // The "common" format tells no browsers: nobody can say whether a reader was one.
  if (referrerEnd === -1 || !line.startsWith(' "', referrerEnd + 1)) return 'unreadable';
  const agentEnd = endOfField(line, referrerEnd + 3);
  if (agentEnd === -1) return 'unreadable';
  return {
    target,
    moment: line.slice(timeStart + 2, timeEnd),
    address: addressOf(line.slice(0, timeStart)),
    userAgent: line.slice(referrerEnd + 3, agentEnd),
    isPrefetch: line.indexOf('prefetch', agentEnd) !== -1,
  };
}

/** `203.0.113.7 - -`, or with the virtual host before it: `news.example.edu:443 203.0.113.7 - -`. */
function addressOf(head: string): string {
  const [first = '', second = ''] = head.split(' ', 2);
  return /^[\da-f.:]{3,}$/iu.test(second) && second !== '-' ? second : first;
}

const names = z.array(z.string());
const caddySchema = z.object({
  ts: z.union([z.number(), z.string()]),
  status: z.number(),
  request: z.object({
    client_ip: z.string().optional(),
    remote_ip: z.string().optional(),
    // Caddy before 2.5.
    remote_addr: z.string().optional(),
    method: z.string(),
    uri: z.string(),
    headers: z.object({
      'User-Agent': names.optional(),
      'Sec-Purpose': names.optional(),
      Purpose: names.optional(),
    }),
  }),
});

function readJsonLine(line: string, wants: (target: string) => boolean): LogLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'unreadable';
  }
  const parsed = caddySchema.safeParse(value);
  if (!parsed.success) return 'unreadable';
  const { ts, status, request } = parsed.data;
  if (request.method !== 'GET' || !isPageStatus(String(status)) || !wants(request.uri)) return 'other';
  const { headers } = request;
  const purposes = [...(headers['Sec-Purpose'] ?? []), ...(headers.Purpose ?? [])];
  return {
    target: request.uri,
    // Seconds, or what `time_format` of the Caddyfile says.
    moment: typeof ts === 'number' ? ts * 1000 : ts,
    address: request.client_ip ?? request.remote_ip ?? request.remote_addr?.replace(/:\d+$/u, '') ?? '',
    userAgent: headers['User-Agent']?.[0] ?? '',
    isPrefetch: purposes.some((purpose) => purpose.includes('prefetch')),
  };
}

/** Sent, or still good in the reader's own cache. */
function isPageStatus(status: string): boolean {
  return status === '200' || status === '304';
}
