/** What a newsroom's host needs in its folder: workflows that check and publish, or the host's own settings. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Host } from './hosts.ts';

/** Files of the generator that a newsroom gets, by their name in `dist/starter` and their place in the repository. */
const sources = {
  'check.yml': '.github/workflows/check.yml',
  'publish.yml': '.github/workflows/publish.yml',
  'timer.yml': '.github/workflows/timer.yml',
  'gitlab-ci.yml': '.gitlab-ci.yml',
  'CHANGELOG.md': '.github/CHANGELOG.md',
  'handbook.md': 'content/README.md',
  'handbook-extras.md': 'content/README.extras.md',
  'is-due.mjs': 'src/cli/is-due.mjs',
} as const;

/** @param root the generator's own folder */
export function starterFile(root: string, name: keyof typeof sources): string {
  const packed = path.join(root, 'starter', name);
  return readFileSync(existsSync(packed) ? packed : path.join(root, sources[name]), 'utf8');
}

/** By path in the newsroom's folder. */
export function hostFiles(host: Host, root: string): ReadonlyMap<string, string> {
  const workflow = (name: 'check.yml' | 'publish.yml' | 'timer.yml') =>
    [`.github/workflows/${name}`, forNewsroom(starterFile(root, name))] as const;
  switch (host) {
    case 'github':
      return new Map([
        workflow('check.yml'),
        workflow('publish.yml'),
        workflow('timer.yml'),
        ['.github/timer/is-due.mjs', timerScript(root, '.github/timer')],
      ]);
    case 'gitlab':
      return new Map([
        ['.gitlab-ci.yml', forNewsroom(starterFile(root, 'gitlab-ci.yml'), '.gitlab/timer')],
        ['.gitlab/timer/is-due.mjs', timerScript(root, '.gitlab/timer')],
      ]);
    case 'netlify':
      return new Map([workflow('check.yml'), ['netlify.toml', netlify]]);
    case 'cloudflare':
      return new Map([workflow('check.yml'), ['wrangler.toml', cloudflare]]);
    case 'server':
    case 's3':
      return new Map([workflow('check.yml')]);
  }
}

/** The newsroom has no sources of the generator, and lists no parts of it: that is the generator's own. */
function forNewsroom(text: string, timer = '.github/timer'): string {
  const kept = text
    .replace(/\n( *)# A fault that became known overnight.*?(?=\n\n\1[a-z]|$)/su, '')
    .replaceAll(/, (?:'(?:src|templates|assets)\/\*\*'|'\.eleventy\.ts')/gu, '')
    .replaceAll('node src/cli/launch.cjs', 'npx news')
    .replaceAll('src/cli/is-due.mjs', `${timer}/is-due.mjs`)
    .replaceAll(/, see src\/publish\/README\.md/gu, '');
  return `${kept.trimEnd()}\n`;
}

/** Two folders deep, as in the generator: it looks for `content/site.yaml` from there. */
function timerScript(root: string, folder: string): string {
  return starterFile(root, 'is-due.mjs')
    .replaceAll('src/cli/', `${folder}/`)
    .replaceAll('example.edu', 'example.org');
}

const netlify = `# Netlify builds each push: what is committed to the main branch is published, a pull request gets a preview address.
[build]
command = "npx news build"
publish = "_site"

[build.environment]
NODE_VERSION = "22"
`;

const cloudflare = `# Cloudflare Pages builds each push. In its dashboard: build command "npx news build", output folder "_site".
name = "newsroom"
pages_build_output_dir = "_site"
compatibility_date = "2026-01-01"
`;
