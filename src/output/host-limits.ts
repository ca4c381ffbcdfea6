/**
 * Limits of the hosts that take a built site, as their manuals state them, and what of a site comes near. Pure.
 * Limits of time cannot be told from the files: GitHub Pages cuts a deployment off after ten minutes.
 */

export const hostNames = ['github-pages', 'gitlab-pages', 'cloudflare-pages', 'netlify'] as const;

export type HostName = (typeof hostNames)[number];

/** What of a site a host limits. */
type Measure =
  | 'siteBytes'
  | 'files'
  | 'largestFileBytes'
  | 'filesInOneFolder'
  | 'redirects'
  | 'redirectBytes'
  | 'headerRules';

export interface HostLimit {
  readonly measure: Measure;
  readonly limit: number;
  /** What a newsroom can do about it. */
  readonly remedy: string;
  /** The page that states the limit, and the day on which it was read. */
  readonly source: string;
  readonly readOn: string;
}

const fewerBytes =
  'keep photos in an object store (npx news publish s3://…), take fewer photos.widths in site.yaml, or move old years to an archive site';
const fewerRedirects =
  'remove aliases that nothing links to any more; each old address keeps its own page that leads on';

export const hostLimits: Readonly<Record<HostName, readonly HostLimit[]>> = {
  'github-pages': [
    {
      measure: 'siteBytes',
      limit: 1_000_000_000,
      remedy: fewerBytes,
      source: 'https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits',
      readOn: '2026-11-29',
    },
  ],
  'gitlab-pages': [
    {
      measure: 'redirects',
      limit: 1000,
      remedy: fewerRedirects,
      source: 'https://docs.gitlab.com/user/project/pages/redirects',
      readOn: '2026-11-29',
    },
    {
      measure: 'redirectBytes',
      limit: 64_000,
      remedy: fewerRedirects,
      source: 'https://docs.gitlab.com/user/project/pages/redirects',
      readOn: '2026-11-29',
    },
  ],
  'cloudflare-pages': [
    {
      measure: 'files',
      limit: 20_000,
      remedy: `a paid plan takes 100,000; else ${fewerBytes}`,
      source: 'https://developers.cloudflare.com/pages/platform/limits/',
      readOn: '2026-11-29',
    },
    {
      measure: 'largestFileBytes',
      limit: 25 * 2 ** 20,
      remedy: 'make the press kit or the video smaller, or publish it elsewhere and link to it',
      source: 'https://developers.cloudflare.com/pages/platform/limits/',
      readOn: '2026-11-29',
    },
    {
      measure: 'redirects',
      limit: 2000,
      remedy: fewerRedirects,
      source: 'https://developers.cloudflare.com/pages/configuration/redirects/',
      readOn: '2026-11-29',
    },
    {
      measure: 'headerRules',
      limit: 100,
      remedy:
        'each page with a film of another host has a rule: beyond the limit such films open at their own host; link to old films instead',
      source: 'https://developers.cloudflare.com/pages/configuration/headers/',
      readOn: '2026-11-30',
    },
  ],
  netlify: [
    {
      measure: 'filesInOneFolder',
      limit: 54_000,
      remedy: fewerBytes,
      source: 'https://docs.netlify.com/site-deploys/overview',
      readOn: '2026-11-29',
    },
  ],
};

export type SiteMeasures = Readonly<Record<Measure, number>>;

/** @param sizes in bytes, by path in the output @param redirectRules the text of `_redirects` @param headerRules of `_headers` */
export function measureSite(
  sizes: ReadonlyMap<string, number>,
  redirectRules: string,
  headerRules: string,
): SiteMeasures {
  const folders = new Map<string, number>();
  let siteBytes = 0;
  let largestFileBytes = 0;
  for (const [file, size] of sizes) {
    const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')));
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
    siteBytes += size;
    largestFileBytes = Math.max(largestFileBytes, size);
  }
  return {
    siteBytes,
    files: sizes.size,
    largestFileBytes,
    filesInOneFolder: [...folders.values()].reduce((a, b) => Math.max(a, b), 0),
    redirects: redirectRules.split('\n').filter((line) => /^[^\s#]/u.test(line)).length,
    redirectBytes: Buffer.byteLength(redirectRules),
    headerRules: headerRules.split('\n').filter((line) => line.startsWith('/')).length,
  };
}

/** The share of a limit from which a site is warned: an archive grows for years, and a move takes weeks. */
const warnedShare = 0.8;

/** One sentence for each limit that is near or passed, with the numbers and what to do. */
export function limitWarnings(host: HostName, measures: SiteMeasures): readonly string[] {
  return hostLimits[host].flatMap(({ measure, limit, remedy, source }) => {
    const share = measures[measure] / limit;
    if (share < warnedShare) return [];
    const state = share > 1 ? 'more than' : `${Math.round(share * 100)} % of what`;
    return [
      `The site has ${describe(measure, measures[measure])}, ${state} ${host} takes (${describe(measure, limit)}). ` +
        `What to do: ${remedy}. The limit is stated at ${source}`,
    ];
  });
}

function describe(measure: Measure, amount: number): string {
  const megabytes = `${(amount / 1e6).toFixed(0)} MB`;
  const number = amount.toLocaleString('en');
  switch (measure) {
    case 'siteBytes':
      return megabytes;
    case 'largestFileBytes':
      return `a file of ${megabytes}`;
    case 'files':
      return `${number} files`;
    case 'filesInOneFolder':
      return `${number} files in one folder`;
    case 'redirects':
      return `${number} redirects`;
    case 'redirectBytes':
      return `${number} bytes of redirects`;
    case 'headerRules':
      return `${number} rules of headers`;
  }
}

/**
 * The host that a build is for: `NEWS_HOST`, else what the builders of hosts say of themselves.
 * @returns undefined where it is none of these; the wanted name where it is no host that is known
 */
export function hostOf(
  environment: Readonly<Record<string, string | undefined>>,
): HostName | { readonly unknown: string } | undefined {
  const wanted = environment.NEWS_HOST;
  if (wanted !== undefined && wanted !== '')
    return hostNames.find((name) => name === wanted) ?? { unknown: wanted };
  if (environment.CF_PAGES === '1') return 'cloudflare-pages';
  return environment.NETLIFY === 'true' ? 'netlify' : undefined;
}
