/** Header lines by address: what they say of a file's life is what the manifest says of it. */

import { describe, expect, test } from 'vitest';
import { cacheControl, cachePolicyOf } from '../../src/output/cache-policy.ts';
import { contentTypes } from '../../src/output/content-type.ts';
import {
  contentSecurityPolicy,
  headerRules,
  pagePolicy,
  printHeaderRules,
} from '../../src/output/security-headers.ts';

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

describe('a page with films of others', () => {
  const options = { pathPrefix: '/', isHttps: true, scripts: ['sha256-a'] };
  const vimeo = { path: '/2024/05/fair/', origins: ['https://player.vimeo.com'] };
  const headerOf = (rules: ReturnType<typeof headerRules>, pattern: string, name: string) =>
    rules.find((rule) => rule.pattern === pattern)?.headers.find(([header]) => header === name)?.[1];

  test('may show their player and no other, and loses nothing else of its policy', () => {
    const rules = headerRules({ ...options, playerPages: [vimeo] });
    expect(headerOf(rules, vimeo.path, 'Content-Security-Policy')).toBe(
      `${pagePolicy(rules)}; frame-src https://player.vimeo.com`,
    );
    expect(headerOf(rules, vimeo.path, 'Cross-Origin-Embedder-Policy')).toBe('unsafe-none');
    expect(contentSecurityPolicy({ ...options, players: vimeo.origins })).toBe(
      `${contentSecurityPolicy(options)}; frame-src https://player.vimeo.com`,
    );
  });

  test('leaves the rules of all other pages as they are, to the byte', () => {
    const without = printHeaderRules(headerRules(options));
    expect(printHeaderRules(headerRules({ ...options, playerPages: [vimeo] })).startsWith(without)).toBe(
      true,
    );
    expect(without).not.toContain('frame-src');
  });

  test('takes back what the rule of all pages says, for hosts that would join both', () => {
    const printed = printHeaderRules(headerRules({ ...options, playerPages: [vimeo] }));
    expect(printed.slice(printed.indexOf('/2024/05/fair/')).split('\n')).toEqual([
      '/2024/05/fair/',
      '  ! Content-Security-Policy',
      '  ! Cross-Origin-Embedder-Policy',
      expect.stringMatching(/^ {2}Content-Security-Policy: default-src 'none'.*frame-src https:/u),
      '  Cross-Origin-Embedder-Policy: unsafe-none',
      '',
    ]);
  });

  test('is not the page of the editor, which alone shows a preview in a frame', () => {
    const rules = headerRules({ ...options, editorHost: 'https://api.github.com', playerPages: [vimeo] });
    const policy = headerOf(rules, vimeo.path, 'Content-Security-Policy') ?? '';
    expect(policy.match(/frame-src[^;]*/gu)).toEqual(['frame-src https://player.vimeo.com']);
  });
});
