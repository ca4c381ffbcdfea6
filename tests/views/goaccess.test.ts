/** Counts against those of GoAccess, of the same log in each format that both read. Passed over where it is not installed. */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ViewCounter } from '../../src/views/count-views.ts';
import { PageRegister } from '../../src/views/page-register.ts';
import { readReport } from '../../src/views/report-file.ts';

const hasGoAccess = spawnSync('goaccess', ['--version']).status === 0;
const folder = mkdtempSync(path.join(os.tmpdir(), 'news-goaccess-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const register = new PageRegister({
  pathPrefix: '/',
  stories: new Map([
    ['/2024/05/fair/', 'fair'],
    ['/2024/05/lake/', 'lake'],
  ]),
});
const browsers = [
  'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
];

interface Visit {
  readonly day: number;
  readonly address: string;
  readonly url: string;
  readonly browser: string;
}

const [fair, lake] = ['/2024/05/fair/', '/2024/05/lake/'];

/**
 * Two days, readers who come again, and addresses with two browsers. The first reader of a day reads the first page alone
 * and the second the second: GoAccess 1.7 takes reader 1 on page 2 for reader 2 on page 1 (findings/goaccess-visitors.sh).
 */
const visits: readonly Visit[] = [6, 7].flatMap((day) => [
  { day, address: '198.51.100.1', url: fair, browser: browsers[0] ?? '' },
  { day, address: '198.51.100.2', url: lake, browser: browsers[0] ?? '' },
  ...Array.from({ length: 200 }, (_, number) => ({
    day,
    address: `203.0.113.${number % 23}`,
    url: number % 3 === 0 ? lake : fair,
    browser: browsers[number % 5 === 0 ? 1 : 0] ?? '',
  })),
]);

const combined = ({ day, address, url, browser }: Visit) =>
  `${address} - - [0${day}/May/2024:10:00:01 +0000] "GET ${url} HTTP/1.1" 200 512 "-" "${browser}"`;
const seconds = ({ day }: Visit) => Date.parse(`2024-05-0${day}T10:00:01.5Z`) / 1000;

const formats = {
  COMBINED: { print: combined, head: [] },
  VCOMBINED: { print: (visit: Visit) => `news.example.edu:443 ${combined(visit)}`, head: [] },
  CADDY: {
    print: (visit: Visit) =>
      JSON.stringify({
        ts: seconds(visit),
        request: {
          remote_ip: visit.address,
          client_ip: visit.address,
          proto: 'HTTP/2.0',
          method: 'GET',
          host: 'news.example.edu',
          uri: visit.url,
          headers: { 'User-Agent': [visit.browser] },
          tls: { cipher_suite: 4865, proto: 'h2' },
        },
        duration: 0.01,
        size: 512,
        status: 200,
        resp_headers: { 'Content-Type': ['text/html'] },
      }),
    head: [],
  },
  CLOUDFRONT: {
    print: ({ day, address, url, browser }: Visit) =>
      `2024-05-0${day}\t10:00:01\tFRA2\t512\t${address}\tGET\td1.cloudfront.net\t${url}\t200\t-\t${browser.replaceAll(' ', '%20')}\t-\t-\tHit\tid\tnews.example.edu\thttps\t100\t0.001\t-\tTLSv1.2\tECDHE\tHit\tHTTP/2.0\t-\t-`,
    head: [
      '#Version: 1.0',
      '#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type x-edge-request-id x-host-header cs-protocol cs-bytes time-taken x-forwarded-for ssl-protocol ssl-cipher x-edge-response-result-type cs-protocol-version fle-status fle-encrypted-fields',
    ],
  },
  W3C: {
    print: ({ day, address, url, browser }: Visit) =>
      `2024-05-0${day} 10:00:01 10.0.0.1 GET ${url} - 443 - ${address} ${browser.replaceAll(' ', '+')} - 200 0 0 12`,
    head: [
      '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken',
    ],
  },
  AWSALB: {
    print: ({ day, address, url, browser }: Visit) =>
      `https 2024-05-0${day}T10:00:01.186641Z app/news/50dc6c495c0c9188 ${address}:2817 10.0.0.1:80 0.086 0.048 0.037 200 200 0 57 "GET https://news.example.edu:443${url} HTTP/1.1" "${browser}" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 arn:aws:x "Root=1-58337281-1d84f3d73c47ec4e58577259" "news.example.edu" "arn:aws:acm:x" 1 2024-05-0${day}T10:00:00.364000Z "authenticate,forward" "-" "-" "10.0.0.1:80" "200" "-" "-"`,
    head: [],
  },
} as const;

describe.skipIf(!hasGoAccess)('views are as many as GoAccess counts', () => {
  test.each(Object.entries(formats))('in the format %s', (format, { print, head }) => {
    const lines = [...head, ...visits.map(print)];
    const log = path.join(folder, `${format}.log`);
    writeFileSync(log, `${lines.join('\n')}\n`);
    const options = [
      '--no-progress',
      `--log-format=${format}`,
      '--no-global-config',
      '--output-format=json',
      '--tz=UTC',
    ];
    const report = readReport(execFileSync('goaccess', [log, ...options], { encoding: 'utf8' }), register);

    const counter = new ViewCounter({
      register,
      timeZone: 'UTC',
      lastDay: '2024-06-01',
      host: 'news.example.edu',
    });
    counter.startFile();
    for (const line of lines) counter.take(line);
    const totals = new Map<string, number>();
    for (const urls of counter.counts().values())
      for (const [url, views] of urls) totals.set(url, (totals.get(url) ?? 0) + views);

    expect(counter.summary()).toMatchObject({ lines: visits.length, requests: visits.length, unreadable: 0 });
    expect(report?.kind === 'goaccess' ? new Map([...report.totals].sort()) : report).toEqual(
      new Map([...totals].sort()),
    );
  });
});
