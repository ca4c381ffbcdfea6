/**
 * What the site tells browsers to allow: the one source of its security headers. Pages carry the policy themselves
 * too, so that it holds on hosts that know no headers; `_headers` is read by Netlify, Cloudflare Pages and others,
 * `_nginx.conf` by nginx.
 */

import { createHash } from 'node:crypto';
import { cacheControl, cachePolicyOf } from './cache-policy.ts';
import { contentTypes } from './content-type.ts';

/** Scripts that stand in pages and are allowed by their hashes (`sha256-…`). */
interface InlineHashes {
  readonly scripts: readonly string[];
}

interface PageAllowance extends InlineHashes {
  /** Origins whose players the page may put into a frame. */
  readonly players?: readonly string[];
  /** Origins to which its forms may be sent, besides the site’s own. */
  readonly formTargets?: readonly string[];
}

/** Everything comes from the site's own host; nothing runs but its own files and what the hashes name. */
export function contentSecurityPolicy({ scripts, players = [], formTargets = [] }: PageAllowance): string {
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...scripts.map((hash) => `'${hash}'`)].join(' ')}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    ["form-action 'self'", ...formTargets].join(' '),
    "base-uri 'none'",
    // No script may make a text into HTML or into script; none of ours does.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    ...(players.length === 0 ? [] : [framesOf(players)]),
  ].join('; ');
}

function framesOf(players: readonly string[]): string {
  return `frame-src ${players.join(' ')}`;
}

/**
 * The policy that goes with every answer. One header covers the editor's page too: it allows what any page of the site
 * may do, and each page's own policy, which holds as well, only what that page does.
 */
function sitePolicy(allowance: PageAllowance, editorHost: string | undefined): string {
  const policy = contentSecurityPolicy(allowance);
  if (editorHost === undefined) return policy;
  return policy
    .replace("img-src 'self' data:", "img-src 'self' data: blob:")
    .replace("connect-src 'self'", `connect-src 'self' blob: ${editorHost}`)
    .replace("base-uri 'none'", "base-uri 'self'")
    .replace("trusted-types 'none'", 'trusted-types news-worker')
    .concat(editorFrames);
}

/** The editor shows the page beside its text. */
const editorFrames = '; frame-src blob:';

/** @param policy of all pages @param players as they stand in a policy, or a variable of a server for them */
export function policyWithPlayers(policy: string, players: string): string {
  return `${policy.replace(editorFrames, '')}; frame-src ${players}`;
}

/** What keeps a page from showing a player, and is not said of pages that have one. */
export const embedderHeader = 'Cross-Origin-Embedder-Policy';
/** As if nothing were said: hosts that join rules or take the last one need a value. */
export const openEmbedder = 'unsafe-none';

const policyHeader = 'Content-Security-Policy';

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
  /** Origins to which forms of any page may be sent. */
  readonly formTargets?: readonly string[];
  /** Pages with films of others: their paths on the host, and the origins of their players. */
  readonly playerPages?: readonly { readonly path: string; readonly origins: readonly string[] }[];
}

/**
 * Patterns that cover one address never set one header twice, because some hosts join both values: but for pages with films,
 * whose rules take back what the first one says (`! Name`). Where a host joins nevertheless, the stricter of both policies
 * holds, and the film opens at its own host.
 */
export function headerRules({
  pathPrefix,
  isHttps,
  editorHost,
  formTargets = [],
  playerPages = [],
  ...hashes
}: HeaderOptions): readonly HeaderRule[] {
  const immutable = [['Cache-Control', cacheControl.immutable]] as const;
  // A page says everything else in its own policy; this only a header can say.
  const policy = `${sitePolicy({ ...hashes, formTargets }, editorHost)}; frame-ancestors 'none'`;
  return [
    {
      pattern: `${pathPrefix}*`,
      headers: [
        [policyHeader, policy],
        ['X-Content-Type-Options', 'nosniff'],
        ['X-Frame-Options', 'DENY'],
        ['Referrer-Policy', 'strict-origin-when-cross-origin'],
        ['Permissions-Policy', unusedFeatures.map((name) => `${name}=()`).join(', ')],
        ['Cross-Origin-Opener-Policy', 'same-origin'],
        // Our pictures may be shown by others: feed readers do.
        [embedderHeader, 'require-corp'],
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
    ...playerPages.map(({ path, origins }) => ({
      pattern: path,
      headers: [
        [policyHeader, policyWithPlayers(policy, origins.join(' '))],
        [embedderHeader, openEmbedder],
      ] as const,
    })),
  ];
}

/** As `_headers` says it: what an earlier rule has said of the same addresses is taken back first. */
export function printHeaderRules(rules: readonly HeaderRule[]): string {
  const said = new Set(rules[0]?.headers.map(([name]) => name));
  return rules
    .map(({ pattern, headers }, index) =>
      [
        pattern,
        ...(index === 0 ? [] : headers.flatMap(([name]) => (said.has(name) ? [`  ! ${name}`] : []))),
        ...headers.map(([name, value]) => `  ${name}: ${value}`),
        '',
      ].join('\n'),
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
  return lines.find(([name]) => name === policyHeader)?.[1] ?? '';
}
