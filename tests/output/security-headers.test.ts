/** Header lines by address: what they say of a file's life is what the manifest says of it. */

import { describe, expect, test } from 'vitest';
import { cacheControl, cachePolicyOf } from '../../src/output/cache-policy.ts';
import { contentTypes } from '../../src/output/content-type.ts';
import { headerRules, pagePolicy } from '../../src/output/security-headers.ts';

describe.each(['/', '/news/'])('rules of a site at %s', (pathPrefix) => {
  const rules = headerRules({ pathPrefix, isHttps: true, scripts: [] });
  const isKept = (file: string) =>
    rules.some(({ pattern, headers }) => {
      const [start = '', end = ''] = pattern.split('*');
      const url = pathPrefix + file;
      const isCovered = url.startsWith(start) && url.endsWith(end);
      return isCovered && headers.some(([, value]) => value === cacheControl.immutable);
    });

  test.each([...contentTypes.keys()])(
    'a file that ends with .%s is kept as long as its policy says',
    (ending) => {
      for (const file of [`photos/0a1b2c3d4e5f-card.${ending}`, `2024/05/fair/a.${ending}`])
        expect([file, isKept(file)]).toEqual([file, cachePolicyOf(file) === 'immutable']);
      expect(isKept(`assets/a-0a1b2c3d4e.${ending}`)).toBe(true);
    },
  );

  test('pages of the photo archive are asked for again', () => {
    expect([isKept('photos/'), isKept('photos/years/2024/')]).toEqual([false, false]);
  });
});

describe('a site with an editor', () => {
  const policyOf = (editorHost?: string): string => {
    const options = { pathPrefix: '/', isHttps: true, scripts: ['sha256-a'] };
    return pagePolicy(headerRules(editorHost === undefined ? options : { ...options, editorHost }));
  };

  test('lets its pages reach the host of the repository, and no other', () => {
    expect(policyOf('https://api.github.com')).toContain("connect-src 'self' blob: https://api.github.com;");
    expect(policyOf()).toContain("connect-src 'self';");
  });

  test('lets no more scripts run than one without', () => {
    const scripts = /script-src [^;]*/u;
    expect(scripts.exec(policyOf('https://api.github.com'))?.[0]).toBe(scripts.exec(policyOf())?.[0]);
    expect(policyOf('https://api.github.com')).toContain("default-src 'none'");
    expect(policyOf('https://api.github.com')).toContain("require-trusted-types-for 'script'");
  });
});
