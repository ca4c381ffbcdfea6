/** Where a newsroom can be published, as `news init` names it. */

export const hosts = ['github', 'gitlab', 'server', 's3', 'netlify', 'cloudflare'] as const;
export type Host = (typeof hosts)[number];
