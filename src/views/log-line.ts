/**
 * One line of an access log that stands for itself: what nginx and Apache write as "combined" (with a virtual host before
 * it, or more fields behind it, if they like), what load balancers of Amazon write, or JSON. Reads in one pass what
 * counting needs; never throws, whatever the line is.
 */

import { readJsonLine } from './json-line.ts';
import { isPageStatus, type LogLine, pathOfTarget, type WantsTarget } from './page-request.ts';
import { addressOfHead, firstAddress } from './reader-address.ts';

export function readLogLine(line: string, wants: WantsTarget): LogLine {
  if (line.startsWith('{')) return readJsonLine(line, wants);
  const balanced = balancerHead.exec(line);
  return balanced === null ? readCombinedLine(line, wants) : readBalancerLine(line, balanced, wants);
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

function readCombinedLine(line: string, wants: WantsTarget): LogLine {
  const timeStart = line.indexOf(' [');
  const timeEnd = timeStart === -1 ? -1 : line.indexOf('] "', timeStart);
  if (timeEnd === -1) return 'unreadable';
  const requestStart = timeEnd + 3;
  const requestEnd = endOfField(line, requestStart);
  if (requestEnd === -1) return 'unreadable';
  const status = line.slice(requestEnd + 2, requestEnd + 5);
  if (!/^\d{3}$/u.test(status)) return 'unreadable';
  if (!isPageStatus(status) || !line.startsWith('GET ', requestStart)) return 'other';
  const target = targetOf(line, requestStart, requestEnd);
  if (!wants(target)) return 'other';
  const referrerStart = line.indexOf(' "', requestEnd + 5);
  const referrerEnd = referrerStart === -1 ? -1 : endOfField(line, referrerStart + 2);
  // The "common" format ends here.
  if (referrerEnd === -1 || !line.startsWith(' "', referrerEnd + 1)) return 'no-browser';
  const agentEnd = endOfField(line, referrerEnd + 3);
  if (agentEnd === -1) return 'unreadable';
  return {
    target,
    moment: line.slice(timeStart + 2, timeEnd),
    address: forwardedFor(line, agentEnd) ?? addressOfHead(line.slice(0, timeStart)),
    userAgent: line.slice(referrerEnd + 3, agentEnd),
    isPrefetch: line.indexOf('prefetch', agentEnd) !== -1,
  };
}

/** nginx's own example has `"$http_x_forwarded_for"` behind the browser. */
function forwardedFor(line: string, agentEnd: number): string | undefined {
  if (agentEnd + 4 > line.length) return undefined;
  const [, addresses] = /^" "([\da-f.:,\s[\]]+|unknown,[\da-f.:,\s[\]]+)"/iu.exec(line.slice(agentEnd)) ?? [];
  return addresses === undefined ? undefined : firstAddress(addresses);
}

function targetOf(line: string, requestStart: number, requestEnd: number): string {
  const start = requestStart + 'GET '.length;
  const end = line.indexOf(' ', start);
  return pathOfTarget(line.slice(start, end === -1 || end > requestEnd ? requestEnd : end));
}

/**
 * Application Load Balancer: `https 2024-05-06T00:00:01.5Z app/news/50dc 203.0.113.7:2817 10.0.0.1:80 0.0 0.0 0.0 200 200 0
 * 57 "GET https://… HTTP/1.1" "BROWSER" …`; the Classic one has no word before its time.
 */
const balancerHead =
  /^(?:(?:https?|h2|grpcs|wss?) )?(\d{4}-\d\d-\d\dT[\d:.]+Z) \S+ (\S+) \S+ \S+ \S+ \S+ (\d{3}|-) \S+ \d+ \d+ "/u;

function readBalancerLine(
  line: string,
  [head, moment = '', client = '', status = '']: RegExpExecArray,
  wants: WantsTarget,
): LogLine {
  const requestEnd = endOfField(line, head.length);
  if (requestEnd === -1) return 'unreadable';
  if (!isPageStatus(status) || !line.startsWith('GET ', head.length)) return 'other';
  const target = targetOf(line, head.length, requestEnd);
  if (!wants(target)) return 'other';
  const agentEnd = line.startsWith(' "', requestEnd + 1) ? endOfField(line, requestEnd + 3) : -1;
  if (agentEnd === -1) return 'unreadable';
  const userAgent = line.slice(requestEnd + 3, agentEnd);
  return { target, moment, address: firstAddress(client) ?? client, userAgent, isPrefetch: false };
}
