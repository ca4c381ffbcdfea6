/** Access logs, whose lines are written by whoever asks the server for something, and reports of other counters. */

import { ViewCounter } from '../../../src/views/count-views.ts';
import { PageRegister } from '../../../src/views/page-register.ts';
import { readReport } from '../../../src/views/report-file.ts';
import { hostileLog } from '../../fixtures/hostile-pieces.ts';
import { type FuzzTarget, must } from '../fuzz-target.ts';

const stories = new Map([['/2024/05/fair/', '2024/fair']]);
const combined =
  '203.0.113.7 - - [06/May/2024:08:00:01 +0800] "GET /2024/05/fair/ HTTP/1.1" 200 1 "-" "Mozilla/5.0 (X11; rv:128.0) Firefox/128.0"';

export const target: FuzzTarget = {
  seeds: [
    combined,
    `news.example.edu:443 ${combined} "prefetch"`,
    '{"ts":1715000000.1,"status":200,"request":{"client_ip":"203.0.113.7","method":"GET","uri":"/2024/05/fair/","headers":{"User-Agent":["Mozilla/5.0 Firefox/128.0"]}}}',
    '{"requests":{"data":[{"data":"/2024/05/fair/","method":"GET","visitors":{"count":7}}]}}',
    '{"hits":[{"path":"/2024/05/fair/","stats":[{"day":"2024-05-06","hourly":[1,2],"daily":3}]}]}',
  ],
  pieces: hostileLog,
  run: (text) => {
    const register = new PageRegister({ pathPrefix: '/', stories });
    const counter = new ViewCounter({
      register,
      timeZone: 'Asia/Shanghai',
      lastDay: '2024-06-01',
      host: 'news.example.edu',
    });
    for (const line of text.split('\n')) counter.take(line);
    const { lines, unreadable, bots, prefetches, requests, views } = counter.summary();
    must(views <= requests && unreadable + bots + prefetches + requests <= lines, 'more views than lines');
    const report = readReport(text, register);
    const days = report?.kind === 'goatcounter' ? report.days : counter.counts();
    for (const [day, urls] of days) {
      must(/^\d{4}-\d\d-\d\d$/u.test(day), 'a day that is none');
      for (const url of urls.keys()) must(stories.has(url), 'a story that is none');
    }
  },
};
