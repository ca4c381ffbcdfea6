import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLogLine as readWanted } from '../../src/views/log-line.ts';

const readLogLine = (line: string) => readWanted(line, () => true);
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';
const combined = (request = 'GET /2024/05/fair/ HTTP/1.1', status = 200, more = '') =>
  `203.0.113.7 - - [06/May/2024:08:00:01 +0800] "${request}" ${status} 5120 "https://example.org/" "${firefox}"${more}`;
const caddy = (change: object = {}, request: object = {}) =>
  JSON.stringify({
    level: 'info',
    ts: 1714953601.25,
    logger: 'http.log.access',
    msg: 'handled request',
    request: {
      remote_ip: '10.0.0.1',
      client_ip: '203.0.113.7',
      proto: 'HTTP/2.0',
      method: 'GET',
      host: 'news.example.edu',
      uri: '/2024/05/fair/',
      headers: { 'User-Agent': [firefox], Accept: ['text/html'] },
      ...request,
    },
    status: 200,
    size: 5120,
    ...change,
  });

const read = {
  target: '/2024/05/fair/',
  address: '203.0.113.7',
  userAgent: firefox,
  isPrefetch: false,
};

describe('a line of a log', () => {
  test('is read as nginx and Apache write it', () => {
    expect(readLogLine(combined())).toEqual({ ...read, moment: '06/May/2024:08:00:01 +0800' });
  });

  test('is read with the virtual host before it, and with more fields behind it', () => {
    expect(readLogLine(`news.example.edu:443 ${combined()}`)).toMatchObject(read);
    expect(readLogLine(combined(undefined, 200, ' 0.003 "-" "upstream"'))).toMatchObject(read);
    expect(readLogLine(combined(undefined, 200, ' "prefetch;prerender"'))).toMatchObject({
      isPrefetch: true,
    });
  });

  test('is read with a name of a user, an IPv6 address, and quotation marks within its fields', () => {
    const line = combined('GET /a/?q=\\"x\\" HTTP/2.0').replace('203.0.113.7 - -', '2001:db8::7 - li hua');
    expect(readLogLine(line)).toMatchObject({ address: '2001:db8::7', target: '/a/?q=\\"x\\"' });
  });

  test('is read as Caddy writes it', () => {
    expect(readLogLine(caddy())).toEqual({ ...read, moment: 1714953601250 });
    expect(readLogLine(caddy({ ts: '2024-05-06T08:00:01+08:00' }))).toMatchObject({
      moment: '2024-05-06T08:00:01+08:00',
    });
    const headers = { 'User-Agent': [firefox], 'Sec-Purpose': ['prefetch;anonymous-client-ip'] };
    expect(readLogLine(caddy({}, { headers }))).toMatchObject({ isPrefetch: true });
  });

  test.each([
    combined('POST /2024/05/fair/ HTTP/1.1'),
    combined('HEAD /2024/05/fair/ HTTP/1.1'),
    combined(undefined, 404),
    combined(undefined, 301),
    combined('\\x16\\x03\\x01', 400),
    caddy({ status: 500 }),
    caddy({}, { method: 'HEAD' }),
  ])('is no page that somebody got: %s', (line) => {
    expect(readLogLine(line)).toBe('other');
  });

  test('counts what the reader’s own cache still had', () => {
    expect(readLogLine(combined(undefined, 304))).toMatchObject(read);
  });

  test.each([
    '',
    'nginx: configuration file test is successful',
    '{"level":"error"}',
    '{',
    '203.0.113.7 - - [06/May/2024:08:00:01 +0800] "GET / HTTP/1.1" 200 5120',
  ])('is of no log that is known here: %j', (line) => {
    expect(readLogLine(line)).toBe('unreadable');
  });

  test('is never more than it is, whatever stands in it', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('"', '\\', '\\"', ' [', '] "', 'GET ', ' 200 ', '{', '}', combined(), caddy()),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const line = readLogLine(pieces.join(''));
        if (typeof line === 'string') expect(['other', 'unreadable']).toContain(line);
        else expect(typeof line.target).toBe('string');
      }),
      { numRuns: 2000 },
    );
  });

  test('takes no longer for being hostile', () => {
    // Each of these has 60,000 characters; a pattern that tries again at each would need minutes.
    for (const unit of ['\\', '"', '\\"', ' [', '] "', '" "', '{"a":', '[[', ' ', '\\\\"']) {
      const filler = unit.repeat(60_000 / unit.length);
      readLogLine(filler);
      readLogLine(combined(`GET /${filler} HTTP/1.1`));
      readLogLine(combined() + filler);
    }
  });
});
