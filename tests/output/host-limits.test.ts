/** Limits of hosts: each fact has its source and date, and a site is warned before it passes one. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { hostLimits, hostNames, hostOf, limitWarnings, measureSite } from '../../src/output/host-limits.ts';

const all = hostNames.flatMap((host) => hostLimits[host].map((limit) => ({ host, ...limit })));

describe('the table of limits', () => {
  test.each(all)(
    'names where $host states its limit of $measure, and when that was read',
    ({ source, readOn, limit }) => {
      expect(URL.canParse(source)).toBe(true);
      expect(readOn).toMatch(/^20\d\d-\d\d-\d\d$/u);
      expect(Date.parse(readOn)).not.toBeNaN();
      expect(limit).toBeGreaterThan(0);
    },
  );

  test('stands in the handbook of publishing, fact for fact', () => {
    const text = readFileSync(path.resolve(import.meta.dirname, '../../src/publish/README.md'), 'utf8');
    const rows = [
      ...text.matchAll(/^\| ([a-z-]+) \| (\w+) \| ([\d,]+) \| <(https:[^>]+)> \| ([\d-]+) \|$/gmu),
    ];
    expect(rows.map(([, ...cells]) => cells)).toEqual(
      all.map(({ host, measure, limit, source, readOn }) => [
        host,
        measure,
        limit.toLocaleString('en'),
        source,
        readOn,
      ]),
    );
  });
});

describe('a site', () => {
  const nothing = measureSite(new Map(), '', '');

  test.each(all)(
    'is warned by $host from four fifths of its $measure, and told what to do',
    ({ host, measure, limit, remedy }) => {
      const warn = (share: number) =>
        limitWarnings(host, { ...nothing, [measure]: Math.ceil(limit * share) });
      expect(warn(0.79)).toEqual([]);
      expect(warn(0.81)).toEqual([expect.stringContaining(`81 % of what ${host} takes`)]);
      expect(warn(1.01)).toEqual([expect.stringContaining(`more than ${host} takes`)]);
      expect(warn(0.81)[0]).toContain(remedy);
    },
  );

  test('is measured by its files and the rules of its redirects', () => {
    const sizes = new Map([
      ['index.html', 10],
      ['photos/a.jpg', 300],
      ['photos/b.jpg', 200],
    ]);
    const rules = '# Old addresses\n/a/ /b/ 301\n/c/ /d/ 301\n\n';
    expect(measureSite(sizes, rules, '/*\n  A: b\n\n/fair/\n  ! A\n  A: c\n')).toEqual({
      siteBytes: 510,
      files: 3,
      largestFileBytes: 300,
      filesInOneFolder: 2,
      headerRules: 2,
      redirects: 2,
      redirectBytes: rules.length,
    });
  });

  test('knows its host from NEWS_HOST, or from the builders of hosts', () => {
    expect(hostOf({})).toBeUndefined();
    expect(hostOf({ NEWS_HOST: 'github-pages', NETLIFY: 'true' })).toBe('github-pages');
    expect(hostOf({ NETLIFY: 'true' })).toBe('netlify');
    expect(hostOf({ CF_PAGES: '1' })).toBe('cloudflare-pages');
    expect(hostOf({ NEWS_HOST: 'github' })).toEqual({ unknown: 'github' });
  });
});
