/**
 * What the site tells browsers to allow: the one source of its security headers. Pages carry the policy themselves
 * too, so that it holds on hosts that know no headers; `_headers` is read by Netlify, Cloudflare Pages and others,
 * `_nginx.conf` by nginx.
 */

import { createHash } from 'node:crypto';
import { cacheControl, cachePolicyOf } from './cache-policy.ts';
import { contentTypes } from './content-type.ts';

/** Scripts that stand in pages and are allowed by their hashes (`sha256-…`). */
export interface InlineHashes {
  readonly scripts: readonly string[];
}

/** Everything comes from the site's own host; nothing runs but its own files and what the hashes name. */
export function contentSecurityPolicy({ scripts }: InlineHashes): string {
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...scripts.map((hash) => `'${hash}'`)].join(' ')}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    // No script may make a text into HTML or into script; none of ours does.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/**
 * The policy that goes with every answer. One header covers the editor's page too: it allows what any page of the site
 * may do, and each page's own policy, which holds as well, only what that page does.
 */
function sitePolicy(hashes: InlineHashes, editorHost: string | undefined): string {
  const policy = contentSecurityPolicy(hashes);
  if (editorHost === undefined) return policy;
  return policy
    .replace("img-src 'self' data:", "img-src 'self' data: blob:")
    .replace("connect-src 'self'", `connect-src 'self' blob: ${editorHost}`)
    .replace("base-uri 'none'", "base-uri 'self'")
    .replace("trusted-types 'none'", 'trusted-types news-worker')
    .concat('; frame-src blob:');
}

/** What no page asks of a browser, and nothing that got into one may ask either. */
const unusedFeatures = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** Header lines for all addresses that a pattern (`/photos/*`) covers. */
export interface HeaderRule {
  readonly pattern: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

export interface HeaderOptions extends InlineHashes {
  readonly pathPrefix: string;
  readonly isHttps: boolean;
  /** Origin that the published editor saves to. */
  readonly editorHost?: string;
}

/** Patterns that cover one address never set one header twice: some hosts join both values. */
export function headerRules({
  pathPrefix,
  isHttps,
  editorHost,
  ...hashes
}: HeaderOptions): readonly HeaderRule[] {
  const immutable = [['Cache-Control', cacheControl.immutable]] as const;
  return [
    {
      pattern: `${pathPrefix}*`,
      headers: [
        // A page says everything else in its own policy; this only a header can say.
        ['Content-Security-Policy', `${sitePolicy(hashes, editorHost)}; frame-ancestors 'none'`],
        ['X-Content-Type-Options', 'nosniff'],
        ['X-Frame-Options', 'DENY'],
        ['Referrer-Policy', 'strict-origin-when-cross-origin'],
        ['Permissions-Policy', unusedFeatures.map((name) => `${name}=()`).join(', ')],
        ['Cross-Origin-Opener-Policy', 'same-origin'],
        // Our pictures may be shown by others: feed readers do.
        ['Cross-Origin-Embedder-Policy', 'require-corp'],
        ['X-Permitted-Cross-Domain-Policies', 'none'],
        ...(isHttps ? ([['Strict-Transport-Security', 'max-age=31536000']] as const) : []),
      ],
    },
    // Their names carry their content's hash.
    { pattern: `${pathPrefix}assets/*`, headers: immutable },
    // Pages of the photo archive lie among the photos.
    ...[...contentTypes.keys()]
      .filter((ending) => cachePolicyOf(`photos/a.${ending}`) === 'immutable')
      .map((ending) => ({ pattern: `${pathPrefix}photos/*.${ending}`, headers: immutable })),
  ];
}

/** As `_headers` says it. */
export function printHeaderRules(rules: readonly HeaderRule[]): string {
  return rules
    .map(({ pattern, headers }) =>
      [pattern, ...headers.map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'),
    )
    .join('\n');
}

/** What a policy is known by in the name of a release, so that a server can tell which pages it belongs to. */
export function policyMark(rules: readonly HeaderRule[]): string {
  return createHash('sha256').update(pagePolicy(rules)).digest('hex').slice(0, 8);
}

/** The policy that goes with every page; empty when the rules have none. */
export function pagePolicy(rules: readonly HeaderRule[]): string {
  const lines = rules.flatMap(({ headers }) => headers);
  return lines.find(([name]) => name === 'Content-Security-Policy')?.[1] ?? '';
}
