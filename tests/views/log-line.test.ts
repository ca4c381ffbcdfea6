import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FieldLog } from '../../src/views/field-log.ts';
import { LogDays } from '../../src/views/log-days.ts';
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
    expect(readLogLine(caddy())).toEqual({ ...read, host: 'news.example.edu', moment: 1714953601250 });
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

  test.each(['', 'nginx: configuration file test is successful', '{"level":"error"}', '{'])(
    'is of no log that is known here: %j',
    (line) => {
      expect(readLogLine(line)).toBe('unreadable');
    },
  );

  test('is never more than it is, whatever stands in it', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('"', '\\', '\\"', ' [', '] "', 'GET ', ' 200 ', '{', '}', combined(), caddy()),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const line = readLogLine(pieces.join(''));
        if (typeof line === 'string') expect(['other', 'unreadable', 'no-browser']).toContain(line);
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
    const proxied = ' [06/May/2024:08:00:01.655] a b 1/1 200 ';
    const started = performance.now();
    for (let times = 0; times < 20; times += 1) readLogLine(`${proxied.repeat(90)}"GET ${'a'.repeat(5000)}`);
    // Milliseconds; half a minute where each start tries each end.
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

/** Ten requests as each server writes them: one line of each, and what it says. */
describe('the reader of a line', () => {
  const at = '2024-05-06T00:00:01Z';
  const json = (value: object) => JSON.stringify(value);

  test.each([
    ['nginx behind a proxy', combined().replace('203.0.113.7 -', '203.0.113.7, 10.0.0.9 -')],
    [
      'a virtual host behind a proxy',
      `news.example.edu:443 ${combined().replace('203.0.113.7 -', '203.0.113.7, 10.0.0.9 -')}`,
    ],
    ['a virtual host that is an address', `10.0.0.1:443 ${combined()}`],
    [
      'nginx’s own example of a format',
      `${combined().replace('203.0.113.7 -', '10.0.0.9 -')} "203.0.113.7, 10.0.0.8"`,
    ],
    ['a proxy that does not know the first', combined().replace('203.0.113.7 -', 'unknown, 203.0.113.7 -')],
    ['an address with its port', combined().replace('203.0.113.7 -', '203.0.113.7:51234 -')],
    ['no proxy, where the format has a place for one', `${combined()} "-"`],
    ['a user whose name has a space', combined().replace('- -', '- "li hua"')],
    ['a logger of the old kind', `<190>May  6 00:00:01 web-1 nginx: ${combined()}`],
    ['a logger of the new kind', `<190>1 2024-05-06T00:00:01Z web-1 nginx 77 - - ${combined()}`],
    ['a logger with data of its own', `<190>1 2024-05-06T00:00:01Z web-1 nginx - - [m x="y"] ${combined()}`],
    ['a container', `2024-05-06T00:00:01.123Z stdout F ${combined()}`],
    ['docker compose', `web-1  | ${combined()}`],
    ['a proxy before its reader', combined().replace('203.0.113.7', '10.0.0.9 203.0.113.7')],
    ['a reader before their proxy', combined().replace('203.0.113.7', '203.0.113.7 10.0.0.9')],
    ['a list in quotation marks', combined().replace('203.0.113.7', '"203.0.113.7, 10.0.0.8" 10.0.0.9')],
    ['lighttpd', combined().replace('- -', 'news.example.edu -')],
  ])('is the first address that was noted: %s', (_, line) => {
    expect(readLogLine(line)).toMatchObject(read);
  });

  test('may have an IPv6 address, in brackets and with a port too', () => {
    for (const address of ['2001:db8::7', '[2001:db8::7]:443', '2001:db8::7, 10.0.0.9'])
      expect(readLogLine(combined().replace('203.0.113.7', address))).toMatchObject({
        address: '2001:db8::7',
      });
  });

  test.each([
    ['a whole address is asked of a proxy', combined('GET https://news.example.edu/2024/05/fair/ HTTP/1.1')],
    [
      'Traefik',
      json({
        ClientHost: '203.0.113.7',
        RequestMethod: 'GET',
        RequestPath: '/2024/05/fair/',
        DownstreamStatus: 200,
        StartUTC: at,
        'request_User-Agent': firefox,
      }),
    ],
    [
      'Cloudflare',
      json({
        ClientIP: '203.0.113.7',
        ClientRequestMethod: 'GET',
        ClientRequestURI: '/2024/05/fair/',
        ClientRequestUserAgent: firefox,
        EdgeResponseStatus: 200,
        EdgeStartTimestamp: at,
      }),
    ],
    [
      'nginx with the names of its variables',
      json({
        remote_addr: '203.0.113.7',
        request: 'GET /2024/05/fair/ HTTP/1.1',
        status: '200',
        time_iso8601: at,
        http_user_agent: firefox,
      }),
    ],
    [
      'CloudFront in JSON',
      json({
        date: '2024-05-06',
        time: '00:00:01',
        'c-ip': '203.0.113.7',
        'cs-method': 'GET',
        'cs-uri-stem': '/2024/05/fair/',
        'sc-status': '200',
        'cs(User-Agent)': firefox.replaceAll(' ', '%20'),
      }),
    ],
    [
      'Google’s load balancer',
      json({
        httpRequest: {
          requestMethod: 'GET',
          requestUrl: 'https://news.example.edu/2024/05/fair/',
          status: 200,
          userAgent: firefox,
          remoteIp: '203.0.113.7',
        },
        timestamp: at,
      }),
    ],
    [
      'Fastly',
      json({
        timestamp: '2024-05-06T00:00:01+0000',
        client_ip: '203.0.113.7',
        host: 'news.example.edu',
        url: '/2024/05/fair/',
        request_method: 'GET',
        request_user_agent: firefox,
        response_state: 'HIT',
        response_status: 200,
      }),
    ],
    [
      'Azure Front Door',
      json({
        time: at,
        category: 'FrontDoorAccessLog',
        properties: {
          httpMethod: 'GET',
          requestUri: 'https://news.example.edu:443/2024/05/fair/',
          userAgent: firefox,
          clientIp: '203.0.113.7',
          socketIp: '10.0.0.9',
          httpStatusCode: '200',
        },
      }),
    ],
    [
      'Azure App Service, whose properties are JSON in a text',
      json({
        time: at,
        properties: json({
          CsMethod: 'GET',
          CsUriStem: '/2024/05/fair/',
          CIp: '203.0.113.7',
          UserAgent: firefox,
          ScStatus: 200,
        }),
      }),
    ],
    [
      'Vercel',
      json({
        timestamp: 1714953601250,
        source: 'static',
        path: '/[...page]',
        proxy: {
          method: 'GET',
          host: 'news.example.edu',
          path: '/2024/05/fair/',
          userAgent: [firefox],
          statusCode: 200,
          clientIp: '203.0.113.7',
        },
      }),
    ],
    [
      'Netlify',
      json({
        client_ip: '203.0.113.7',
        log_type: 'traffic',
        method: 'GET',
        status_code: 200,
        timestamp: at,
        url: 'https://news.example.edu/2024/05/fair/',
        user_agent: firefox,
      }),
    ],
    [
      'Istio in JSON',
      json({
        start_time: at,
        method: 'GET',
        path: '/2024/05/fair/',
        response_code: 200,
        user_agent: firefox,
        x_forwarded_for: '203.0.113.7,10.0.0.9',
        downstream_remote_address: '10.0.0.9:1234',
      }),
    ],
    [
      'Elastic’s names',
      json({
        '@timestamp': at,
        http: { request: { method: 'GET' }, response: { status_code: 200 } },
        url: { original: '/2024/05/fair/' },
        source: { ip: '203.0.113.7' },
        user_agent: { original: firefox },
      }),
    ],
    [
      'Apache in JSON, with its time in brackets and the path alone',
      json({
        time: '[06/May/2024:08:00:01 +0800]',
        remoteIP: '203.0.113.7',
        request: '/2024/05/fair/',
        method: 'GET',
        status: '200',
        userAgent: firefox,
      }),
    ],
    ['a line that a collector wrapped', json({ log: `${combined()}\n`, stream: 'stdout', time: at })],
    ['JSON that a collector wrapped', json({ '@timestamp': at, message: caddy() })],
    ['JSON behind a logger’s words', `May  6 00:00:01 web-1 nginx: ${caddy()}`],
    ['JSON in a list', `[${caddy()},`],
    [
      'JSON that nginx wrote without escape=json',
      caddy({ referrer: '=' }).replace('"="', '"https://example.org/?q=\\xE6\\x22"'),
    ],
    [
      'fields that a server left empty',
      caddy({}, { client_ip: '-', remote_ip: '203.0.113.7', headers: { 'User-Agent': [firefox] } }),
    ],
    [
      'Envoy',
      `[${at}] "GET /2024/05/fair/ HTTP/2" 200 - 0 5120 7 6 "203.0.113.7,10.0.0.9" "${firefox}" "cc21" "news.example.edu" "10.0.0.1:80"`,
    ],
    [
      'Istio',
      `[${at}] "GET /2024/05/fair/ HTTP/2" 200 - via_upstream - "-" 0 5120 7 6 "203.0.113.7" "${firefox}" "cc21" "news.example.edu" "10.0.0.1:80" outbound`,
    ],
    ['a moment in ISO’s form', combined().replace('06/May/2024:08:00:01 +0800', '2024-05-06T08:00:01+08:00')],
    [
      'Caddy behind a proxy',
      caddy(
        {},
        {
          client_ip: '10.0.0.9',
          headers: { 'User-Agent': [firefox], 'X-Forwarded-For': ['203.0.113.7, 10.0.0.8'] },
        },
      ),
    ],
    [
      'an Application Load Balancer',
      `https ${at} app/news/50dc6c495c0c9188 203.0.113.7:2817 10.0.0.1:80 0.086 0.048 0.037 200 200 0 57 "GET https://news.example.edu:443/2024/05/fair/ HTTP/2.0" "${firefox}" ECDHE-RSA TLSv1.2 arn "Root=1" "-" "-" 0 ${at} "forward"`,
    ],
    [
      'a Classic Load Balancer',
      `${at} news-lb 203.0.113.7:2817 10.0.0.1:80 0.000073 0.001048 0.000057 200 200 0 29 "GET http://news.example.edu:80/2024/05/fair/ HTTP/1.1" "${firefox}" - -`,
    ],
  ])('asks for a page: %s', (_, line) => {
    expect(readLogLine(line)).toMatchObject(read);
  });

  test('is in a bucket of Amazon, where the key says what was sent', () => {
    const line = (request: string) =>
      `79a59df900b949e55d96 news [06/May/2024:00:00:01 +0000] 203.0.113.7 - 3E57427F3 ${request} 200 - 5120 5120 7 7 "-" "${firefox}" - id SigV4`;
    const key = '2024/05/fair/index.html';
    for (const request of [
      `WEBSITE.GET.OBJECT ${key} "GET /2024/05/fair/ HTTP/1.1"`,
      `REST.GET.OBJECT ${key} "GET /news/${key} HTTP/1.1"`,
    ])
      expect(readLogLine(line(request))).toMatchObject({ ...read, target: `/${key}` });
    expect(readLogLine(line(`REST.PUT.OBJECT ${key} "PUT /news/${key} HTTP/1.1"`))).toBe('other');
  });

  test('names its host, where the log does', () => {
    for (const line of [
      `news.example.edu:443 ${combined()}`,
      combined('GET https://news.example.edu/2024/05/fair/ HTTP/1.1'),
      caddy(),
    ]) {
      const { host = '' } = Object(readLogLine(line));
      expect(host).toMatch(/^news\.example\.edu(:443)?$/u);
    }
    expect(readLogLine(combined())).not.toHaveProperty('host');
    expect(readLogLine(`May  6 00:00:01 web-1 nginx: ${combined()}`)).not.toHaveProperty('host');
  });

  test('has a moment, in each form that Caddy and Cloudflare give it', () => {
    const ms = Date.parse('2024-05-06T00:00:01Z');
    const moments = [
      ms / 1000,
      ms,
      ms * 1000,
      ms * 1e6,
      String(ms / 1000),
      '2024-05-06T08:00:01+08:00',
      '2024-05-06T08:00:01.000+0800',
      '2024/05/06 00:00:01.000',
      '2024/05/06 00:00:01',
      '06/May/2024:08:00:01 +0800',
      '2024-05-06 08:00:01 +0800',
      '2024-05-06 00:00:01 UTC',
      'Mon, 06 May 2024 00:00:01 GMT',
      '[06/May/2024:08:00:01 +0800]',
    ];
    for (const ts of moments) {
      const line = readLogLine(caddy({ ts }));
      const moment = typeof line === 'string' ? '' : line.moment;
      expect(new LogDays('Asia/Shanghai').of(moment), String(ts)).toBe('2024-05-06');
      // Half an hour earlier it was the day before there.
      expect(new LogDays('America/New_York').of(moment), String(ts)).toBe('2024-05-05');
    }
  });

  test.each([
    '203.0.113.7 - - [06/May/2024:08:00:01 +0800] "GET /2024/05/fair/ HTTP/1.1" 200 5120',
    json({
      ClientHost: '203.0.113.7',
      RequestMethod: 'GET',
      RequestPath: '/2024/05/fair/',
      DownstreamStatus: 200,
      StartUTC: at,
    }),
    'May  6 00:00:01 lb haproxy[9]: 203.0.113.7:33317 [06/May/2024:08:00:01.655] http-in web/1 10/0/30/69/109 200 2750 - - ---- 1/1/1/1/0 0/0 "GET /2024/05/fair/ HTTP/1.1"',
  ])('is unknown where the log does not tell the browser: %s', (line) => {
    expect(readLogLine(line)).toBe('no-browser');
  });
});

describe('a log with its fields in the first lines', () => {
  const readAll = (lines: readonly string[]) => {
    const log = new FieldLog();
    return lines.map((line) => log.read(line, () => true));
  };

  test('is read as IIS writes it, behind a proxy too, and again when the fields change', () => {
    const browser = firefox.replaceAll(' ', '+');
    expect(
      readAll([
        '#Software: Microsoft Internet Information Services 10.0',
        '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query c-ip cs(User-Agent) sc-status',
        `2024-05-06 00:00:01 10.0.0.1 GET /2024/05/fair/ - 203.0.113.7 ${browser} 200`,
        '#Fields: date time cs-method cs-uri-stem c-ip cs(User-Agent) sc-status X-Forwarded-For',
        `2024-05-06 00:00:01 GET /2024/05/fair/ 10.0.0.9 ${browser} 200 203.0.113.7,+10.0.0.8`,
        `2024-05-06 00:00:01 POST /2024/05/fair/ 10.0.0.9 ${browser} 200 -`,
        `2024-05-06 00:00:01 GET`,
      ]),
    ).toEqual([
      'note',
      'note',
      { ...read, moment: '2024-05-06T00:00:01Z' },
      'note',
      { ...read, moment: '2024-05-06T00:00:01Z' },
      'other',
      'unreadable',
    ]);
  });

  test('is read as CloudFront writes it', () => {
    const browser = firefox.replaceAll(' ', '%20');
    expect(
      readAll([
        '#Version: 1.0',
        '#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query x-forwarded-for',
        `2024-05-06\t00:00:01\tFRA2\t512\t10.0.0.9\tGET\td111.cloudfront.net\t/2024/05/fair/\t200\t-\t${browser}\t-\t203.0.113.7`,
      ]).at(-1),
    ).toEqual({ ...read, moment: '2024-05-06T00:00:01Z' });
  });

  test('may tell the day once, the address whole, and a browser in quotation marks', () => {
    expect(
      readAll([
        '#Date: 2024-05-06 00:00:00',
        '#Fields: time c-ip cs-method cs-uri cs(User-Agent) sc-status',
        `00:00:01 203.0.113.7 GET https://news.example.edu/2024/05/fair/ "${firefox}" 200`,
      ]).at(-1),
    ).toEqual({ ...read, host: 'news.example.edu', moment: '2024-05-06T00:00:01Z' });
  });

  test('is none of these: other lines are left to other readers', () => {
    expect(readAll([combined()])).toEqual([undefined]);
  });
});
