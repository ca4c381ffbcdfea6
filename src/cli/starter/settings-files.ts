/** Files of a newsroom that the generator keeps current until they are edited: workflows, settings, papers. */

import type { SiteConfig } from '../../content/site-config.ts';
import { editorFiles } from '../commands/schema.ts';
import { hostFiles, starterFile } from './host-files.ts';
import type { Host } from './hosts.ts';

/**
 * @param root the generator's own folder
 * @param config undefined while site.yaml cannot be read
 * @param editorSettings what stands in `.vscode/settings.json`; keys that are not ours stay
 */
export function settingsFiles(
  host: Host | undefined,
  root: string,
  config: SiteConfig | undefined,
  editorSettings: Readonly<Record<string, unknown>> = {},
): ReadonlyMap<string, string> {
  return new Map([
    ...(host === undefined ? [] : hostFiles(host, root)),
    ['.gitattributes', gitAttributes],
    ['.gitignore', gitIgnore],
    ['.editorconfig', editorConfig],
    ['.npmrc', npmSettings],
    ['README.md', readme],
    ['content/README.md', handbook(starterFile(root, 'handbook.md'))],
    ['content/README.extras.md', handbook(starterFile(root, 'handbook-extras.md'))],
    ...(config === undefined ? [] : editorFiles(config, 'content', editorSettings)),
  ]);
}

/** Which host the files of a newsroom were written for. */
export function hostOf(files: readonly string[]): Host | undefined {
  const has = (file: string) => files.includes(file);
  if (has('.gitlab-ci.yml')) return 'gitlab';
  if (has('netlify.toml')) return 'netlify';
  if (has('wrangler.toml')) return 'cloudflare';
  if (has('.github/workflows/publish.yml')) return 'github';
  return has('.github/workflows/check.yml') ? 'server' : undefined;
}

/** Made anew from site.yaml whenever it changes, by `news schema` too: they hold nothing written by hand. */
export function isDerived(file: string): boolean {
  return file.startsWith('content/.schema/') || file === '.vscode/settings.json';
}

/** Without its pictures, and without the names of the demonstration. */
function handbook(text: string): string {
  return text
    .replaceAll(/^!\[[^\]]*\]\(\.handbook\/[^)]*\)\n\n?/gmu, '')
    .replaceAll('https://en.ustb.edu.cn', 'https://www.example.org')
    .replaceAll('example.edu', 'example.org');
}

const gitAttributes = `* text=auto eol=lf
*.jpg binary
*.jpeg binary
*.png binary
*.webp binary
*.woff2 binary
`;

const gitIgnore = `node_modules/
_site/
_portable/
.*.staged-*/
.cache/
*.log
.DS_Store
Thumbs.db
`;

const editorConfig = `root = true

[*]
charset = utf-8
end_of_line = lf
indent_style = space
indent_size = 2
insert_final_newline = true
`;

const npmSettings = `# Nothing that is installed runs code of its own.
ignore-scripts=true
`;

const readme = `# The newsroom

| command | what it does |
|---|---|
| \`npm install\` | once, and after an upgrade |
| \`npm start\` | shows the site at http://localhost:8080/ while you write |
| \`npx news new\` | makes the folder of a new story |
| \`npm run check\` | finds what is wrong, with the line and what to type |
| \`npm run build\` | builds the site into \`_site/\` |
| \`npx news publish TARGET\` | shows the built site to readers |
| \`npx news upgrade\` | brings workflows and settings to the version of the generator that was installed, such as by \`npm install ./newsroom-0.3.0.tgz\` |

Stories are in \`content/articles/\`, settings in \`content/site.yaml\`, and how to write is told in \`content/README.md\`.
`;
