/**
 * Commits one story to a branch: the files of its folder and nothing else. What is checked out, what is staged and every
 * other change stay as they are, because the commit is made from an index of its own.
 */

import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { CommitAnswer, CommitPlan, StoryChange } from '../editor/preview-messages.ts';
import { isStoryPath, storyIdOf } from '../editor/story-path.ts';
import { defined } from '../text/defined.ts';
import { type GitResult, runGit } from './git-command.ts';

interface Draft {
  /** The commit that the new one follows. */
  readonly parent: string;
  readonly exists: boolean;
  readonly tree: string;
  readonly changes: readonly StoryChange[];
}

class GitFailure extends Error {}

export class StoryCommits {
  readonly #content: string;
  /** One commit at a time. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(contentFolder: string) {
    this.#content = contentFolder;
  }

  /** What would be committed, and where. @param title of the story */
  async plan(file: string, title: string): Promise<CommitPlan> {
    const storyId = storyIdOf(file);
    if (storyId === undefined) return { kind: 'none', message: `${file} is not the file of a story.` };
    return await this.#saying<CommitPlan>(
      async () => {
        await this.#git(['rev-parse', '--show-toplevel']);
        const branch = `story/${storyId.replace('/', '-')}`;
        const { exists, changes } = await this.#draft(file, branch);
        return { kind: 'ready', branch, exists, message: title, changes: [...changes] };
      },
      (message) => ({ kind: 'none', message }),
    );
  }

  commit(file: string, branch: string, message: string): Promise<CommitAnswer> {
    const done = this.#last.then(() =>
      this.#saying<CommitAnswer>(
        () => this.#commit(file, branch.trim(), message.trim()),
        (refusal) => ({ kind: 'refused', message: refusal }),
      ),
    );
    this.#last = done;
    return done;
  }

  /**
   * Sends a branch of stories to the first repository elsewhere. Never by force, and nothing is asked: who may send is
   * known to git already, or it fails.
   * @returns why it was not sent; empty when it was
   */
  async push(branch: string): Promise<string> {
    return await this.#saying(
      async () => {
        const [remote = ''] = (await this.#git(['remote'])).split('\n');
        if (remote === '') return 'This repository has no other to send the branch to.';
        await this.#git(['rev-parse', '-q', '--verify', `refs/heads/${branch}^{commit}`]);
        const target = `refs/heads/${branch}:refs/heads/${branch}`;
        await this.#git(['push', '--quiet', remote, target], { GIT_SSH_COMMAND: 'ssh -oBatchMode=yes' });
        return '';
      },
      (message) => message,
    );
  }

  async #commit(file: string, branch: string, message: string): Promise<CommitAnswer> {
    const refused = (why: string): CommitAnswer => ({ kind: 'refused', message: why });
    if (!isStoryPath(file)) return refused(`${file} is not the file of a story.`);
    if (message === '') return refused('Say in a few words what changes.');
    if (!(await runGit(this.#content, ['check-ref-format', '--branch', branch])).ok)
      return refused(`"${branch}" cannot be the name of a branch. Take letters, digits and hyphens.`);
    const { parent, exists, tree, changes } = await this.#draft(file, branch);
    if (changes.length === 0) return refused(`The branch ${branch} has this story already, as it is here.`);
    const commit = await this.#git(['commit-tree', tree, '-p', parent, '-m', message]);
    // Refused by git where the branch has moved meanwhile.
    await this.#git([
      'update-ref',
      `refs/heads/${branch}`,
      commit,
      exists ? parent : '0'.repeat(parent.length),
    ]);
    const current = await runGit(this.#content, ['symbolic-ref', '--short', '-q', 'HEAD']);
    // On the branch itself the index has to know its files.
    if (current.ok && current.text.trim() === branch)
      await this.#git(['reset', '-q', '--', path.posix.dirname(file)]);
    const remotes = await runGit(this.#content, ['remote']);
    const [remote] = remotes.ok ? remotes.text.split('\n').filter((name) => name !== '') : [];
    return { kind: 'done', branch, commit, ...defined({ remote }) };
  }

  /** The tree of the branch with the story as it is on the disk. */
  async #draft(file: string, branch: string): Promise<Draft> {
    const own = await runGit(this.#content, ['rev-parse', '-q', '--verify', `refs/heads/${branch}^{commit}`]);
    const parent = own.ok ? own.text.trim() : await this.#git(['rev-parse', '--verify', 'HEAD^{commit}']);
    const folder = path.posix.dirname(file);
    const scratch = await mkdtemp(path.join(os.tmpdir(), 'news-index-'));
    try {
      const index = { GIT_INDEX_FILE: path.join(scratch, 'index') };
      await this.#git(['read-tree', parent], index);
      await this.#git(['add', '--all', '--', folder], index);
      const tree = await this.#git(['write-tree'], index);
      const names = await this.#git(['diff-tree', '-r', '-z', '--no-renames', '--name-status', parent, tree]);
      return { parent, exists: own.ok, tree, changes: changesOf(names) };
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  }

  async #git(args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<string> {
    const result: GitResult = await runGit(this.#content, args, environment);
    if (!result.ok) throw new GitFailure(result.message);
    return result.text.trim();
  }

  async #saying<T>(work: () => Promise<T>, say: (message: string) => T): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof GitFailure)) throw error;
      return say(plainly(error.message));
    }
  }
}

/** Git's own words, where an editor would not know what to do. */
function plainly(message: string): string {
  if (/not a git repository/u.test(message)) return 'The content is in no git repository.';
  if (/Please tell me who you are|empty ident name|unable to auto-detect email/u.test(message))
    return 'Git does not know who you are. In a terminal: git config --global user.name "Your Name", and git config --global user.email you@example.org';
  if (/Needed a single revision/u.test(message))
    return 'The repository has no commit yet. Make the first one in a terminal.';
  if (
    /could not read Username|Permission denied|Authentication failed|terminal prompts disabled/u.test(message)
  )
    return `The other repository does not know you. Push once in a terminal or in Visual Studio Code, which ask for your password. Git says: ${message}`;
  if (/\(fetch first\)|\(non-fast-forward\)/u.test(message))
    return 'The branch has commits there that are not here. Take another name for the branch, or pull it in a terminal first.';
  if (/cannot lock ref/u.test(message))
    return `The branch has changed meanwhile, or its name stands in the way of another branch. Git says: ${message}`;
  return `Git says: ${message}`;
}

const kinds: Readonly<Record<string, StoryChange['kind']>> = { A: 'added', D: 'removed' };

/** @param text of `--name-status -z`: a letter and a name by turns */
function changesOf(text: string): readonly StoryChange[] {
  const parts = text.split('\0').filter((part) => part !== '');
  return parts.flatMap((letter, at) =>
    at % 2 === 0 ? [{ kind: kinds[letter] ?? 'changed', file: parts[at + 1] ?? '' }] : [],
  );
}
