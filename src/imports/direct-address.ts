/** Takes the address of a page out of that of a service which only leads there, and would count readers. Pure. */

interface Redirector {
  readonly host: RegExp;
  readonly path: RegExp;
  /** Names of the parameter that holds the address, the first of them first. */
  readonly parameters: readonly string[];
}

const redirectors: readonly Redirector[] = [
  { host: /^(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?$/u, path: /^\/url$/u, parameters: ['q', 'url'] },
  { host: /(?:^|\.)safelinks\.protection\.outlook\.com$/u, path: /^\//u, parameters: ['url'] },
  {
    host: /^statics\.teams\.cdn\.office\.net$/u,
    path: /^\/evergreen-assets\/safelinks\//u,
    parameters: ['url'],
  },
  { host: /^lm?\.(?:facebook|instagram)\.com$/u, path: /^\//u, parameters: ['u'] },
  { host: /^(?:www\.)?youtube\.com$/u, path: /^\/redirect$/u, parameters: ['q'] },
  { host: /^(?:www\.)?linkedin\.com$/u, path: /^\/(?:redir\/redirect|safety\/go)\/?$/u, parameters: ['url'] },
  { host: /^(?:www\.)?bing\.com$/u, path: /^\/newtabredir$/u, parameters: ['url'] },
  { host: /^slack-redir\.net$/u, path: /^\/link$/u, parameters: ['url'] },
  { host: /^t\.umblr\.com$/u, path: /^\/redirect$/u, parameters: ['z'] },
  { host: /^link\.zhihu\.com$/u, path: /^\/$/u, parameters: ['target'] },
];

/** One service may lead to another. */
const maximumSteps = 4;

export function directAddress(address: string): string {
  let found = address;
  for (let step = 0; step < maximumSteps; step += 1) {
    const next = nextAddress(found);
    if (next === undefined) break;
    found = next;
  }
  return found;
}

function nextAddress(address: string): string | undefined {
  if (!/^https?:/iu.test(address) || !URL.canParse(address)) return undefined;
  const { hostname, pathname, searchParams } = new URL(address);
  const service = redirectors.find(({ host, path }) => host.test(hostname) && path.test(pathname));
  return service?.parameters
    .map((name) => searchParams.get(name)?.trim() ?? '')
    .find((value) => /^https?:\/\//iu.test(value) && URL.canParse(value));
}
