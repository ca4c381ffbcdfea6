/** Says of a line that could not be read what it lacks, for whoever set up the log. Addresses of readers are not repeated. Pure. */

import { jsonFields, requestOf } from './json-line.ts';
import { jsonNames } from './json-names.ts';

const shownLength = 160;
const expected =
  'Expected is ADDRESS - - [06/May/2024:08:00:01 +0800] "GET /2024/05/fair/ HTTP/1.1" 200 5120 "REFERRER" "BROWSER".';

export function explainLine(line: string): string {
  return `${reason(line)}\n  ${shown(line)}`;
}

function reason(line: string): string {
  if (line.includes('\0')) return 'This is no text, or is saved as UTF-16. Save it as UTF-8.';
  if (/^\s*\[\s*\{/u.test(line))
    return 'This is a list in JSON. Call the file .json, or write one request a line (jq -c ".[]").';
  if (/^\s*\{/u.test(line)) return jsonReason(line);
  if (/^\s*[[\]{}]/u.test(line) && line.length < 40)
    return 'This is JSON of several lines. Write one request a line (jq -c ".[]").';
  if (/^\s*<(?:!doctype|html|\?xml)/iu.test(line)) return 'This is a web page, not a log.';
  const cells = line.split(/[,;\t]/u);
  if (
    cells.length > 1 &&
    /\b(?:page|url|path|visitors|views|pageviews|users|label)\b/iu.test(line) &&
    !line.includes('GET ')
  )
    return 'This looks like a table of another counter. Of counters, the JSON reports of GoAccess and GoatCounter are read.';
  if (/ \[[^\]]*\] "[A-Z]+ [^"]*" \d{3} /u.test(line))
    return `Its end is missing, or its time is of the future or has no offset. ${expected}`;
  if (/"[A-Z]+ \S+ HTTP\/[\d.]+"?/u.test(line)) return `Its fields stand in another order. ${expected}`;
  return `This is no line of a request. ${expected}`;
}

function jsonReason(line: string): string {
  const fields = jsonFields(line);
  if (fields === undefined)
    return 'This is JSON that is cut off or damaged (nginx: log_format … escape=json).';
  const request = requestOf(fields);
  const missing = (['method', 'target', 'status', 'moment'] as const).filter(
    (each) => request[each] === undefined,
  );
  if (missing.length === 0) return 'Its time cannot be read, or is of the future.';
  const asked = missing.map((each) => `${what[each]} (as "${jsonNames[each][0]}")`);
  return `It does not say ${asked.join(', ')}.`;
}

const what = {
  method: 'the method',
  target: 'the address that was asked for',
  status: 'the status',
  moment: 'the time',
} as const;

/** Cut, and with signs in place of the digits of addresses. */
function shown(line: string): string {
  const masked = line
    .slice(0, shownLength)
    .replaceAll('\0', '')
    .replace(/\b\d{1,3}(?:\.\d{1,3}){3}\b/gu, '0.0.0.0')
    .replace(/(?<![/\d])[\da-f]{1,4}(?::[\da-f]{0,4}){3,7}/giu, '::')
    .replace(/\p{Cc}/gu, ' ');
  return line.length > shownLength ? `${masked}…` : masked;
}
