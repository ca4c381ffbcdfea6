/**
 * One line of an access log that stands for itself: what nginx and Apache write as "combined" (with a virtual host or the
 * words of a logger before it, or more fields behind it, if they like), what load balancers and buckets of Amazon, HAProxy
 * and Envoy write, or JSON. Reads in one pass what counting needs; never throws, whatever the line is.
 */

import { defined } from '../text/defined.ts';
import { readJsonLine } from './json-line.ts';
import { parseMoment } from './log-moment.ts';
import { hostOfTarget, isPageStatus, type LogLine, pathOfTarget, type WantsTarget } from './page-request.ts';
import { addressOfHead, firstAddress, hostOfHead } from './reader-address.ts';

export function readLogLine(line: string, wants: WantsTarget): LogLine {
  if (line.startsWith('{')) return readJsonLine(line, wants, (text) => readTextLine(text, wants));
  const read = readTextLine(line, wants);
  if (read !== 'unreadable') return read;
  // Behind the words of a logger, or in a list.
  const start = line.indexOf('{"');
  return start === -1 ? read : readJsonLine(line.slice(start), wants, (text) => readTextLine(text, wants));
}

function readTextLine(line: string, wants: WantsTarget): LogLine {
  const balanced = balancerHead.exec(line);
  if (balanced !== null) return readBalancerLine(line, balanced, wants);
  const read = readCombinedLine(line, wants);
  return read === 'unreadable'
    ? (readBucketLine(line, wants) ?? readProxyLine(line, wants) ?? readEnvoyLine(line, wants) ?? read)
    : read;
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
  const timeEnd = line.indexOf('] "');
  const timeStart = timeEnd === -1 ? -1 : line.lastIndexOf(' [', timeEnd);
  if (timeStart === -1) return 'unreadable';
  const requestStart = timeEnd + 3;
  const requestEnd = endOfField(line, requestStart);
  if (requestEnd === -1) return 'unreadable';
  const status = line.slice(requestEnd + 2, requestEnd + 5);
  if (!/^\d{3}$/u.test(status)) return 'unreadable';
  if (!isPageStatus(status) || !line.startsWith('GET ', requestStart)) return 'other';
  const { target, host } = targetOf(line, requestStart, requestEnd);
  if (!wants(target)) return 'other';
  const referrerStart = line.indexOf(' "', requestEnd + 5);
  const referrerEnd = referrerStart === -1 ? -1 : endOfField(line, referrerStart + 2);
  // The "common" format ends here.
  if (referrerEnd === -1 || !line.startsWith(' "', referrerEnd + 1)) return 'no-browser';
  const agentEnd = endOfField(line, referrerEnd + 3);
  if (agentEnd === -1) return 'unreadable';
  const head = line.slice(0, timeStart);
  return {
    target,
    ...defined({ host: host ?? hostOfHead(head) }),
    moment: parseMoment(line.slice(timeStart + 2, timeEnd)),
    address: forwardedFor(line, agentEnd) ?? addressOfHead(head),
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

interface Target {
  readonly target: string;
  readonly host: string | undefined;
}

function targetOf(line: string, requestStart: number, requestEnd: number): Target {
  const start = requestStart + 'GET '.length;
  const end = line.indexOf(' ', start);
  const asked = line.slice(start, end === -1 || end > requestEnd ? requestEnd : end);
  return asked.startsWith('/')
    ? { target: asked, host: undefined }
    : { target: pathOfTarget(asked), host: hostOfTarget(asked) };
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
  const { target, host } = targetOf(line, head.length, requestEnd);
  if (!wants(target)) return 'other';
  const agentEnd = line.startsWith(' "', requestEnd + 1) ? endOfField(line, requestEnd + 3) : -1;
  if (agentEnd === -1) return 'unreadable';
  const userAgent = line.slice(requestEnd + 3, agentEnd);
  const address = firstAddress(client) ?? client;
  return { target, ...defined({ host }), moment, address, userAgent, isPrefetch: false };
}

/**
 * Amazon S3: `OWNER BUCKET [06/May/2024:00:00:01 +0000] 203.0.113.7 - ID WEBSITE.GET.OBJECT 2024/05/fair/index.html "GET
 * /2024/05/fair/ HTTP/1.1" 200 - 5120 5120 7 7 "REFERRER" "BROWSER" …`. Its key says what was sent, whatever was asked for.
 */
const bucketHead = /^\S+ \S+ \[([^\]]*)\] (\S+) \S+ \S+ (?:REST|WEBSITE)\.([A-Z]+)\.(\S+) (\S+) "/u;

function readBucketLine(line: string, wants: WantsTarget): LogLine | undefined {
  const [head, moment = '', client = '', verb, kind, key = ''] = bucketHead.exec(line) ?? [];
  if (head === undefined) return undefined;
  const requestEnd = endOfField(line, head.length);
  if (requestEnd === -1) return 'unreadable';
  const [, status = '', rest = ''] = /^" (\d{3}|-) (.*)$/u.exec(line.slice(requestEnd)) ?? [];
  const target = `/${key}`;
  if (verb !== 'GET' || kind !== 'OBJECT' || !isPageStatus(status) || !wants(target)) return 'other';
  const referrerStart = rest.indexOf('"');
  const referrerEnd = referrerStart === -1 ? -1 : endOfField(rest, referrerStart + 1);
  const agentEnd = rest.startsWith('" "', referrerEnd) ? endOfField(rest, referrerEnd + 3) : -1;
  if (referrerEnd === -1 || agentEnd === -1) return 'unreadable';
  const userAgent = rest.slice(referrerEnd + 3, agentEnd);
  return { target, moment, address: client, userAgent, isPrefetch: false };
}

/**
 * HAProxy: `… haproxy[9]: 203.0.113.7:33317 [06/May/2024:08:00:01.655] http-in web/1 10/0/30/69/109 200 2750 - - ---- 1/1/1/1/0
 * 0/0 "GET /2024/05/fair/ HTTP/1.1"`, which tells no browser, and no offset of its times.
 */
const proxyLine =
  / \[\d\d\/[A-Z][a-z]{2}\/\d{4}:[\d:.]+\] \S+ \S+ [-+\d/]+ (\d{3}|-1) .*"([A-Z]+) ([^\s"]+)(?: [^"]*)?"$/u;

function readProxyLine(line: string, wants: WantsTarget): LogLine | undefined {
  const [, status = '', verb, asked = ''] = proxyLine.exec(line.slice(0, longestProxyLine)) ?? [];
  if (verb === undefined) return undefined;
  if (verb !== 'GET' || !isPageStatus(status) || !wants(pathOfTarget(asked))) return 'other';
  return 'no-browser';
}
const longestProxyLine = 9000;

/**
 * Envoy, and Istio: `[2024-05-06T00:00:01.310Z] "GET /2024/05/fair/ HTTP/2" 200 - 0 5120 7 6 "203.0.113.7" "BROWSER" "ID" "HOST" …`,
 * with a few more words before the lengths.
 */
const envoyHead = /^\[(\d{4}-\d\d-\d\dT[\d:.]+Z)\] "/u;

function readEnvoyLine(line: string, wants: WantsTarget): LogLine | undefined {
  const [head, moment = ''] = envoyHead.exec(line) ?? [];
  if (head === undefined) return undefined;
  const requestEnd = endOfField(line, head.length);
  const [lengths, status = ''] =
    /^" (\d{3}|0) \S+(?: (?:[a-z]\S*|-|"-"))* \d+ \d+ (?:\d+|-) (?:\d+|-) "/u.exec(line.slice(requestEnd)) ??
    [];
  if (requestEnd === -1 || lengths === undefined) return 'unreadable';
  const { target, host } = targetOf(line, head.length, requestEnd);
  if (!isPageStatus(status) || !line.startsWith('GET ', head.length) || !wants(target)) return 'other';
  const [forwarded = '', userAgent = '', , authority] = line.slice(requestEnd + lengths.length).split('" "');
  const named = host ?? authority;
  return {
    target,
    ...defined({ host: named }),
    moment,
    address: firstAddress(forwarded) ?? '',
    userAgent,
    isPrefetch: false,
  };
}
