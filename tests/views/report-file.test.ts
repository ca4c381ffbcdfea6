import { describe, expect, test } from 'vitest';
import { PageRegister } from '../../src/views/page-register.ts';
import { readExport, readReport } from '../../src/views/report-file.ts';

const register = new PageRegister({ pathPrefix: '/', stories: new Map([['/2024/05/fair/', '2024/fair']]) });

describe('the report of another counter', () => {
  test('of GoAccess gives a number for each story', () => {
    const page = (data: string, visitors: number, method = 'GET') => ({
      hits: { count: 99, percent: '1.00%' },
      visitors: { count: visitors, percent: '1.00%' },
      method,
      protocol: 'HTTP/1.1',
      data,
    });
    const pages = [
      page('/2024/05/fair/', 7),
      page('/2024/05/fair/?x', 2),
      page('/', 50),
      page('/2024/05/fair/', 4, 'POST'),
    ];
    const report = readReport(JSON.stringify({ general: {}, requests: { data: pages } }), register);
    expect(report).toEqual({ kind: 'goaccess', totals: new Map([['/2024/05/fair/', 9]]) });
  });

  test('of GoatCounter gives the days of each story', () => {
    const hits = [
      {
        path: '/2024/05/fair/',
        event: false,
        stats: [
          { day: '2024-05-06', hourly: [0, 2, 1], daily: 3 },
          { day: '2024-05-07', hourly: [1, 1] },
          { day: '2024-05-08', hourly: [], daily: 0 },
        ],
      },
      { path: 'download', event: true, stats: [{ day: '2024-05-06', daily: 5 }] },
    ];
    const report = readReport(JSON.stringify({ hits, total: 5, more: false }), register);
    expect(
      report?.kind === 'goatcounter' && [...report.days].map(([day, urls]) => [day, ...urls.values()]),
    ).toEqual([['2024-05-06', 3], ['2024-05-07', 2], ['2024-05-08']]);
  });

  test.each(['', '{}', '[]', '{"hits": [{}]}', '{"level":"info"}\n{"level":"info"}'])('is not %j', (text) => {
    expect(readReport(text, register)).toBeUndefined();
  });
});

test('a log that a host exports as one value becomes lines', () => {
  const records = [{ method: 'GET' }, { method: 'HEAD' }];
  for (const value of [records, { records }, { Records: records, more: 1 }, { logs: records }])
    expect(readExport(`\uFEFF${JSON.stringify(value, null, 2)}`)).toEqual([
      '{"method":"GET"}',
      '{"method":"HEAD"}',
    ]);
  for (const text of ['{"a":1}', '{"a":1}\n{"a":2}', '[1]', '']) expect(readExport(text)).toBeUndefined();
});
