import { expect, test } from 'vitest';
import { readZoneName } from '../../src/content/time-zone.ts';

test.each(['Asia/Shanghai', 'America/Argentina/Buenos_Aires', 'Europe/London', 'UTC'])(
  '%s is a zone',
  (name) => {
    expect(readZoneName(name)).toEqual({ ok: true });
  },
);

test.each([
  ['CST', 'Asia/Shanghai (China)'],
  ['IST', 'Asia/Kolkata (India)'],
  ['BST', 'Europe/London (Britain)'],
  ['est', 'America/New_York'],
  ['PRC', 'Asia/Shanghai'],
  ['Etc/GMT+8', 'Region/City'],
  ['+08:00', 'Region/City'],
  ['UTC+8', 'Region/City'],
  ['Asia/Peking', 'Region/City'],
  ['CST6CDT', 'Region/City'],
])('%s is refused, with what to write', (name, hint) => {
  expect(readZoneName(name)).toMatchObject({ ok: false, hint: expect.stringContaining(hint) });
});
