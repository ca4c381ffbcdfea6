/** Lists the branches that change stories and are not merged yet: who is working on what. */

import type { OpenBranch } from '../editor/preview-messages.ts';
import { storyIdOf } from '../editor/story-path.ts';
import { runGit } from './git-command.ts';

/** The newest; an old repository has thousands. */
const maximumBranches = 40;
const field = '%00';

/** @param contentFolder absolute @returns nothing where the content is in no repository */
export async function listOpenBranches(contentFolder: string): Promise<readonly OpenBranch[]> {
  const base = await mainBranch(contentFolder);
  if (base === undefined) return [];
  const format = ['%(refname)', '%(authorname)', '%(committerdate:iso-strict)'].join(field);
  const refs = await runGit(contentFolder, [
    ...['for-each-ref', '--sort=-committerdate', `--count=${maximumBranches}`, `--no-merged=${base}`],
    `--format=${format}`,
    ...['refs/heads', 'refs/remotes'],
  ]);
  if (!refs.ok) return [];
  const known = new Set<string>();
  const branches: OpenBranch[] = [];
  for (const line of refs.text.split('\n').filter((one) => one !== '')) {
    const [ref = '', author = '', at = ''] = line.split('\0');
    const branch = ref.replace(/^refs\/(?:heads|remotes\/[^/]+)\//u, '');
    if (known.has(branch) || branch === 'HEAD') continue;
    known.add(branch);
    const changed = await runGit(contentFolder, [
      'diff',
      '--name-only',
      '--relative',
      '-z',
      `${base}...${ref}`,
    ]);
    const ids = changed.ok ? changed.text.split('\0').map(storyOfFile) : [];
    const stories = [...new Set(ids.filter((id) => id !== ''))];
    if (stories.length > 0) branches.push({ branch, author, at, stories });
  }
  return branches;
}

/** The branch that is published, as far as the repository tells; else what is checked out. */
async function mainBranch(folder: string): Promise<string | undefined> {
  for (const name of ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master', 'HEAD']) {
    const found = await runGit(folder, ['rev-parse', '-q', '--verify', `${name}^{commit}`]);
    if (found.ok) return found.text.trim();
  }
  return undefined;
}

/** `2024/fair` of any file in a story's folder; empty for others. */
function storyOfFile(file: string): string {
  const [first = '', year = '', name = ''] = file.split('/');
  return storyIdOf(`${first}/${year}/${name}/index.md`) ?? '';
}
