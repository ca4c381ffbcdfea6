import { describe, expect, test } from 'vitest';
import { ViewCounter } from '../../src/views/count-views.ts';
import { PageRegister } from '../../src/views/page-register.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';
const register = new PageRegister({
  pathPrefix: '/news/',
  stories: new Map([
    ['/2024/05/fair/', '2024/fair'],
    ['/zh/2024/05/fair/', '2024/fair'],
    ['/old/fair.html', '2024/fair'],
    ['/2024/05/湖面/', '2024/lake'],
  ]),
});

interface Request {
  readonly path?: string;
  readonly from?: string;
  readonly at?: string;
  readonly with?: string;
  readonly more?: string;
}

function counted(requests: readonly Request[]) {
  const counter = new ViewCounter({
    register,
    timeZone: 'Asia/Shanghai',
    lastDay: '2024-06-01',
    host: 'news.example.edu',
  });
  for (const {
    path = '/2024/05/fair/',
    from = '203.0.113.7',
    at = '06/May/2024:08:00:01 +0800',
    ...rest
  } of requests)
    counter.take(
      `${from} - - [${at}] "GET /news${path} HTTP/1.1" 200 1 "-" "${rest.with ?? firefox}"${rest.more ?? ''}`,
    );
  const days = Object.fromEntries(
    [...counter.counts()].map(([day, urls]) => [day, Object.fromEntries(urls)]),
  );
  return { days, ...counter.summary() };
}

describe('readers', () => {
  test('count once a story and day, by what they are and where they are from', () => {
    const { days, views, requests } = counted([
      {},
      {},
      { path: '/zh/2024/05/fair/' },
      { path: '/old/fair.html' },
      { from: '203.0.113.8' },
      { with: `${firefox} Other/1.0` },
      { at: '07/May/2024:08:00:01 +0800' },
      { path: '/2024/05/%E6%B9%96%E9%9D%A2/' },
    ]);
    expect(days).toEqual({
      '2024-05-06': { '/2024/05/fair/': 3, '/2024/05/湖面/': 1 },
      '2024-05-07': { '/2024/05/fair/': 1 },
    });
    expect([views, requests]).toEqual([5, 8]);
  });

  test('come by many spellings of an address, and to stories alone', () => {
    const paths = [
      '/2024/05/fair',
      '/2024/05/fair/?utm=x',
      '/2024/05/fair/index.html',
      '//2024//05/fair/',
      '/2024/05/Fair/',
      '/2024/05/\\xE6\\xB9\\x96\\xE9\\x9D\\xA2/',
    ];
    expect(counted(paths.map((path, index) => ({ path, from: `203.0.113.${index}` }))).views).toBe(6);
    expect(
      counted(['/', '/feed.xml', '/photos/a.jpg', '/%', '/2024/05/fair/x'].map((path) => ({ path })))
        .requests,
    ).toBe(0);
  });

  test('have their days where the site has its own', () => {
    expect(Object.keys(counted([{ at: '06/May/2024:23:30:00 +0000' }]).days)).toEqual(['2024-05-07']);
    expect(Object.keys(counted([{ at: '06/May/2024:23:30:00 -0730' }]).days)).toEqual(['2024-05-07']);
  });

  test('are people: no programs, no browsers that only fetch ahead, nobody from the future', () => {
    const { views, bots, prefetches, unreadable } = counted([
      { with: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
      { with: 'curl/8.5.0' },
      { with: '-' },
      { with: 'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2) Chrome/124' },
      { more: ' "prefetch"' },
      { at: '06/May/2124:08:00:01 +0800' },
      { at: '66/May/2024:08:00:01 +0800' },
    ]);
    expect([views, bots, prefetches, unreadable]).toEqual([0, 4, 1, 2]);
  });

  test('of other hosts are left out where the log names this one, and counted where it does not', () => {
    const of = (host: string, from: string) => ({ path: '/2024/05/fair/', from: `${host} ${from}` });
    const others = [of('press.example.edu:443', '203.0.113.7'), of('d111.example.net', '203.0.113.8')];
    expect(counted(others)).toMatchObject({ views: 2, otherHosts: 0 });
    const own = [of('www.News.example.edu:443', '203.0.113.9'), { from: '203.0.113.10' }];
    const { days, ...summary } = counted([...others, ...own]);
    expect(summary).toMatchObject({ views: 2, requests: 2, otherHosts: 2 });
    expect(days).toEqual({ '2024-05-06': { '/2024/05/fair/': 2 } });
  });

  test('that no line names a browser of are told from programs that do', () => {
    expect(counted([{ with: '-' }, { with: '' }, { with: 'curl/8.5.0' }])).toMatchObject({
      bots: 3,
      unnamed: 2,
    });
  });

  test('are told from each other by the tens of thousands', () => {
    const requests = Array.from({ length: 30_000 }, (_, index) => ({
      from: `10.0.${index >> 8}.${index & 255}`,
    }));
    expect(counted([...requests, ...requests]).views).toBe(30_000);
  });
});
