/** A bare repository of real git, for test servers of hosts. */

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

export interface GitEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
}

export interface GitChange {
  readonly path: string;
  /** Null removes it. */
  readonly sha: string | null;
}

export class GitRepository {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async create(files: Readonly<Record<string, string | Uint8Array>>): Promise<GitRepository> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'news-git-'));
    const repository = new GitRepository(folder);
    await repository.git(['init', '--bare', '--quiet', '--template=', '--initial-branch=main', folder]);
    await repository.change('main', files, 'Begin');
    return repository;
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  /** Commits files to a branch as a colleague does; null removes one. */
  async change(
    branch: string,
    files: Readonly<Record<string, string | Uint8Array | null>>,
    message = 'Change',
  ): Promise<string> {
    const head = await this.head(branch);
    const changes = await Promise.all(
      Object.entries(files).map(async ([file, content]) => ({
        path: file,
        sha: content === null ? null : await this.writeBlob(content),
      })),
    );
    const tree = await this.writeTree(head, changes);
    const commit = await this.commitTree(tree, head === undefined ? [] : [head], message);
    await this.git(['update-ref', `refs/heads/${branch}`, commit]);
    return commit;
  }

  /** The text of a file; undefined where it is not. */
  async text(branch: string, file: string): Promise<string | undefined> {
    return (await this.bytes(branch, file))?.toString('utf8');
  }

  async bytes(commit: string, file: string): Promise<Buffer | undefined> {
    const { code, output } = await this.run(['cat-file', 'blob', `${commit}:${file}`]);
    return code === 0 ? output : undefined;
  }

  async blob(id: string): Promise<Buffer | undefined> {
    const { code, output } = await this.run(['cat-file', 'blob', id]);
    return code === 0 ? output : undefined;
  }

  async head(branch: string): Promise<string | undefined> {
    const { code, output } = await this.run([
      'rev-parse',
      '--verify',
      '--quiet',
      `refs/heads/${branch}^{commit}`,
    ]);
    return code === 0 ? output.toString().trim() : undefined;
  }

  async branches(): Promise<readonly { readonly name: string; readonly commit: string }[]> {
    const lines = await this.git([
      'for-each-ref',
      '--format=%(refname:lstrip=2) %(objectname)',
      'refs/heads',
    ]);
    return lines
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => ({
        name: line.slice(0, line.lastIndexOf(' ')),
        commit: line.slice(line.lastIndexOf(' ') + 1),
      }));
  }

  /** @param tree of a tree or commit; undefined where there is none */
  async entries(tree: string, isRecursive: boolean): Promise<readonly GitEntry[] | undefined> {
    const flags = isRecursive ? ['-r', '-t'] : [];
    const { code, output } = await this.run(['ls-tree', '-z', ...flags, tree]);
    if (code !== 0) return undefined;
    return output
      .toString('utf8')
      .split('\0')
      .filter((line) => line !== '')
      .map((line) => {
        const [facts = '', file = ''] = line.split('\t');
        const [mode = '', type = '', sha = ''] = facts.split(' ');
        return { path: file, mode, type, sha };
      });
  }

  async writeBlob(content: string | Uint8Array): Promise<string> {
    return await this.git(['hash-object', '-w', '--stdin'], { input: content });
  }

  async writeTree(base: string | undefined, changes: readonly GitChange[]): Promise<string> {
    const index = path.join(this.folder, `index-${randomUUID()}`);
    const environment = { GIT_INDEX_FILE: index };
    await this.git(base === undefined ? ['read-tree', '--empty'] : ['read-tree', base], { environment });
    const lines = changes.map(({ path: file, sha }) =>
      sha === null ? `0 ${'0'.repeat(40)}\t${file}` : `100644 ${sha}\t${file}`,
    );
    await this.git(['update-index', '--index-info'], { environment, input: `${lines.join('\n')}\n` });
    const tree = await this.git(['write-tree'], { environment });
    await rm(index, { force: true });
    return tree;
  }

  async commitTree(tree: string, parents: readonly string[], message: string): Promise<string> {
    return await this.git(['commit-tree', tree, ...parents.flatMap((one) => ['-p', one])], {
      input: message,
    });
  }

  async mergeBase(one: string, other: string): Promise<string> {
    return await this.git(['merge-base', one, other]);
  }

  async isAncestor(one: string, other: string): Promise<boolean> {
    return (await this.run(['merge-base', '--is-ancestor', one, other])).code === 0;
  }

  async changedPaths(from: string, to: string): Promise<readonly string[]> {
    return (await this.git(['diff', '--name-only', '--no-renames', '-z', from, to]))
      .split('\0')
      .filter((one) => one !== '');
  }

  /** Merges a branch into another as a button of the host does. @returns whether there was no conflict */
  async merge(from: string, into: string): Promise<boolean> {
    const [theirs, own] = [await this.head(from), await this.head(into)];
    if (theirs === undefined || own === undefined) return false;
    const { code, output } = await this.run(['merge-tree', '--write-tree', own, theirs]);
    if (code !== 0) return false;
    const [tree = ''] = output.toString().split('\n');
    const commit = await this.commitTree(tree, [own, theirs], `Merge ${from}`);
    await this.git(['update-ref', `refs/heads/${into}`, commit]);
    return true;
  }

  async git(
    parameters: readonly string[],
    options: {
      readonly input?: string | Uint8Array;
      readonly environment?: Readonly<Record<string, string>>;
    } = {},
  ): Promise<string> {
    const { code, output, errors } = await this.run(parameters, options);
    if (code !== 0) throw new Error(`git ${parameters.join(' ')}: ${errors}`);
    return output.toString('utf8').replace(/\n$/u, '');
  }

  run(
    parameters: readonly string[],
    {
      input,
      environment = {},
    }: { readonly input?: string | Uint8Array; readonly environment?: Readonly<Record<string, string>> } = {},
  ): Promise<{ readonly code: number; readonly output: Buffer; readonly errors: string }> {
    return new Promise((resolve, reject) => {
      const child = spawn('git', parameters, {
        cwd: this.folder,
        env: {
          ...process.env,
          GIT_AUTHOR_NAME: 'Test',
          GIT_AUTHOR_EMAIL: 'test@example.org',
          GIT_COMMITTER_NAME: 'Test',
          GIT_COMMITTER_EMAIL: 'test@example.org',
          GIT_CONFIG_GLOBAL: '/dev/null',
          GIT_CONFIG_NOSYSTEM: '1',
          ...environment,
        },
      });
      const output: Buffer[] = [];
      let errors = '';
      child.stdout.on('data', (part: Buffer) => output.push(part));
      child.stderr.setEncoding('utf8').on('data', (part: string) => {
        errors += part;
      });
      child.on('error', reject);
      child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(output), errors }));
      child.stdin.on('error', () => undefined);
      child.stdin.end(input);
    });
  }
}
