/**
 * What a server block of nginx needs to send a published site as its manifest says: headers, types, compression, the
 * page for what is not there. nginx reads it when it is started or reloaded, and goes on with it through later
 * releases: so each answer asks which release it comes from. Pure.
 */

import { cacheControl } from './cache-policy.ts';
import { contentTypes } from './content-type.ts';
import {
  embedderHeader,
  type HeaderRule,
  openEmbedder,
  pagePolicy,
  policyMark,
  policyWithPlayers,
} from './security-headers.ts';

/** @param players origins whose films any page may show, now or in a later release */
export function nginxServer(
  rules: readonly HeaderRule[],
  pathPrefix: string,
  players: readonly string[] = [],
): string {
  const everywhere = rules.flatMap(({ pattern, headers }) => (pattern === `${pathPrefix}*` ? headers : []));
  const policy = pagePolicy(rules);
  const frames = /frame-ancestors [^;]*/u.exec(policy)?.[0] ?? '';
  const immutable = rules.filter(({ headers }) =>
    headers.some(([name, value]) => name === 'Cache-Control' && value === cacheControl.immutable),
  );
  return [
    '# For a server block of its own, whose root is the link "current" of a published site:',
    '#   server { listen 443 ssl; root /var/www/news/current; include /var/www/news/current/_nginx.conf; }',
    ...(pathPrefix === '/' ? [] : besideOthers(pathPrefix)),
    '# Where nginx has the Brotli module (Debian: libnginx-mod-http-brotli-static), add: brotli_static on;',
    'server_tokens off;',
    'absolute_redirect off;',
    'gzip_static on;',
    'gzip_vary on;',
    '# One answer comes from one release, whatever is published meanwhile.',
    'set $news_release $realpath_root;',
    '# The policy names styles and scripts by their hash. Pages of other releases bring their own.',
    `set $news_policy ${quoted(frames)};`,
    `if ($news_release ~ "-${policyMark(rules)}$") { set $news_policy ${quoted(policy)}; }`,
    ...playerLines(rules, pathPrefix, players),
    `set $news_cache ${quoted(cacheControl.short)};`,
    ...immutable.map(
      ({ pattern }) =>
        `if ($uri ~ ${quoted(regexOf(pattern))}) { set $news_cache ${quoted(cacheControl.immutable)}; }`,
    ),
    // Not on errors: what is missing now may be there in a moment.
    'add_header Cache-Control $news_cache;',
    'add_header Content-Security-Policy $news_policy always;',
    ...everywhere
      .filter(([name]) => name !== 'Content-Security-Policy')
      .map(
        ([name, value]) =>
          `add_header ${name} ${name === embedderHeader ? '$news_embedder' : quoted(value)} always;`,
      ),
    `error_page 404 ${pathPrefix}404.html;`,
    pathPrefix === '/'
      ? 'location / { root $news_release; }'
      : // In the block of another site it would show that one's pages at our addresses.
        `location ${pathPrefix} { if (!-f $news_release/_nginx.conf) { return 503; } alias $news_release/; }`,
    ...(pathPrefix === '/' ? [] : [`location = ${pathPrefix.slice(0, -1)} { return 301 ${pathPrefix}; }`]),
    ...typeLines(),
    '',
  ].join('\n');
}

/** How a site that has the host already hands over a path of it; version 1.1 of HTTP, or nothing comes compressed. */
function besideOthers(pathPrefix: string): readonly string[] {
  return [
    '# Where the host has another site already, that block listens on an address of this machine alone,',
    '#   server { listen 127.0.0.1:8081; root ...; include ...; }',
    '# and the block of the other site hands over what is ours:',
    `#   location ${pathPrefix} { proxy_pass http://127.0.0.1:8081; proxy_http_version 1.1; }`,
    `#   location = ${pathPrefix.slice(0, -1)} { return 301 ${pathPrefix}; }`,
  ];
}

/** The file that stands beside a page which plays films of an origin: `_player-player.vimeo.com.txt`. */
export function playerMarkName(origin: string): string {
  return `_player-${new URL(origin).host}.txt`;
}

/** Pages with films are known by the files beside them, so that those of later releases are known too. */
function playerLines(
  rules: readonly HeaderRule[],
  pathPrefix: string,
  players: readonly string[],
): readonly string[] {
  const embedder = rules[0]?.headers.find(([name]) => name === embedderHeader)?.[1] ?? openEmbedder;
  return [
    '# Pages with films of others may show their players, and no others.',
    'set $news_page "";',
    `if ($uri ~ "^${pathPrefix.replaceAll('.', '\\.')}(.*/)?(?:index\\.html)?$") { set $news_page "$news_release/$1"; }`,
    'set $news_players "";',
    ...players.map(
      (origin) =>
        `if (-f "\${news_page}${playerMarkName(origin)}") { set $news_players "$news_players ${origin}"; }`,
    ),
    `set $news_embedder ${quoted(embedder)};`,
    'set $news_player_policy "";',
    `if ($news_players) { set $news_embedder ${quoted(openEmbedder)}; }`,
    // The list begins with a space.
    `if ($news_players) { set $news_player_policy ${quoted(policyWithPlayers(pagePolicy(rules), '$news_players').replace(' $', '$'))}; }`,
    `if ($news_release !~ "-${policyMark(rules)}$") { set $news_player_policy ""; }`,
    'if ($news_player_policy) { set $news_policy $news_player_policy; }',
  ];
}

function typeLines(): readonly string[] {
  const plain = [...contentTypes].map(([ending, type]) => [ending, type.split(';')[0] ?? type] as const);
  const text = [...contentTypes.values()].filter((type) => type.endsWith('; charset=utf-8'));
  const names = new Set(text.map((type) => type.split(';')[0]));
  // nginx counts HTML in by itself, and warns of what is named twice.
  names.delete('text/html');
  return [
    `types { ${plain.map(([ending, type]) => `${type} ${ending};`).join(' ')} }`,
    'default_type application/octet-stream;',
    'charset utf-8;',
    `charset_types ${[...names].join(' ')};`,
  ];
}

/** `/photos/*.avif` as a regular expression. */
function regexOf(pattern: string): string {
  return `^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`;
}

/** As one word of nginx's: our values have no "$", no quotation mark and no backslash but those of `regexOf`. */
function quoted(value: string): string {
  return `"${value}"`;
}
