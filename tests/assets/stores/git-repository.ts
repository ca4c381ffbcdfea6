/** A bare repository of real git, for test servers of hosts. */

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { GitObjects } from './git-objects.ts';

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

export interface GitCommit {
  readonly branch: string;
  /** Undefined for the first of a repository. */
  readonly base: string | undefined;
  /** Null removes one. */
  readonly files: readonly (readonly [path: string, content: string | Uint8Array | null])[];
  readonly message: string;
  /** Moves the branch wherever it stands. */
  readonly isForced?: boolean;
}

export class GitRepository {
  readonly folder: string;
  readonly #objects: GitObjects;

  private constructor(folder: string) {
    this.folder = folder;
    this.#objects = new GitObjects(folder);
  }

  static async create(files: Readonly<Record<string, string | Uint8Array>>): Promise<GitRepository> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'news-git-'));
    const repository = new GitRepository(folder);
    await repository.git(['init', '--bare', '--quiet', '--template=', '--initial-branch=main', folder]);
    await repository.change('main', files, 'Begin');
    return repository;
  }

  async remove(): Promise<void> {
    await this.#objects.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Commits files to a branch as a colleague does; null removes one. */
  async change(
    branch: string,
    files: Readonly<Record<string, string | Uint8Array | null>>,
    message = 'Change',
  ): Promise<string> {
    const base = await this.head(branch);
    const commit = await this.commit({ branch, base, files: Object.entries(files), message });
    if (commit === undefined) throw new Error(`${branch} has changed meanwhile.`);
    return commit;
  }

  /** In one process of git. @returns undefined where the branch has moved meanwhile, or is there already */
  async commit({ branch, base, files, message, isForced = false }: GitCommit): Promise<string | undefined> {
    const changes = files.map(([file, content]) =>
      content === null ? [`D ${file}\n`] : [`M 100644 inline ${file}\n`, ...dataOf(content)],
    );
    const { code, output } = await this.#import(
      [...headersOf(`refs/heads/${branch}`, message, base), ...changes.flat(), 'get-mark :1\n'],
      isForced ? ['--force'] : [],
    );
    return code === 0 ? output.toString().trim() : undefined;
  }

  #import(commands: readonly (string | Uint8Array)[], flags: readonly string[] = []) {
    // A pack for each: to unpack it is another process.
    const settings = ['-c', 'fastimport.unpackLimit=1'];
    return this.run([...settings, 'fast-import', '--quiet', '--date-format=now', ...flags], {
      input: Buffer.concat(commands.map((command) => Buffer.from(command))),
    });
  }

  /** The text of a file; undefined where it is not. */
  async text(branch: string, file: string): Promise<string | undefined> {
    return (await this.bytes(branch, file))?.toString('utf8');
  }

  async bytes(commit: string, file: string): Promise<Buffer | undefined> {
    return await this.blob(`${commit}:${file}`);
  }

  async blob(name: string): Promise<Buffer | undefined> {
    const object = await this.#objects.read(name);
    return object?.type === 'blob' ? object.bytes : undefined;
  }

  async head(branch: string): Promise<string | undefined> {
    return await this.id(`refs/heads/${branch}^{commit}`);
  }

  /** Of whatever has this name; undefined where nothing has. */
  async id(name: string): Promise<string | undefined> {
    return (await this.#objects.read(name))?.sha;
  }

  async parents(commit: string): Promise<readonly string[]> {
    const [headers = ''] = String((await this.#objects.read(commit))?.bytes).split('\n\n');
    return [...headers.matchAll(/^parent (.+)$/gmu)].map(([, parent = '']) => parent);
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
    const named = await this.#objects.read(tree);
    const object = named?.type === 'commit' ? await this.#objects.read(`${named.sha}^{tree}`) : named;
    return object?.type === 'tree' ? await this.#entriesIn(object.bytes, '', isRecursive) : undefined;
  }

  /** In git's own order: a folder, then what is in it. */
  async #entriesIn(tree: Buffer, before: string, isRecursive: boolean): Promise<readonly GitEntry[]> {
    const entries: GitEntry[] = [];
    for (let at = 0; at < tree.length; ) {
      const nameEnd = tree.indexOf(0, at);
      const [mode = '', ...name] = tree.toString('utf8', at, nameEnd).split(' ');
      const sha = tree.toString('hex', nameEnd + 1, nameEnd + 21);
      const isFolder = mode === '40000';
      const file = `${before}${name.join(' ')}`;
      entries.push({ path: file, mode: mode.padStart(6, '0'), type: isFolder ? 'tree' : 'blob', sha });
      const inside = isFolder && isRecursive ? await this.#objects.read(sha) : undefined;
      if (inside !== undefined) entries.push(...(await this.#entriesIn(inside.bytes, `${file}/`, true)));
      at = nameEnd + 21;
    }
    return entries;
  }

  async writeBlob(content: string | Uint8Array): Promise<string> {
    return await this.git(['hash-object', '-w', '--stdin'], { input: content });
  }

  /** Changes some entries of a tree or a commit's tree; null removes one. */
  async writeTree(base: string | undefined, changes: readonly GitChange[]): Promise<string> {
    const ref = `refs/trees/${randomUUID()}`;
    const whole = base === undefined ? undefined : await this.id(`${base}^{tree}`);
    const lines = changes.map(({ path: file, sha }) =>
      sha === null ? `D ${file}\n` : `M 100644 ${sha} ${file}\n`,
    );
    const from = whole === undefined ? [] : [`M 040000 ${whole} ""\n`];
    const { code, errors } = await this.#import([...headersOf(ref, ''), ...from, ...lines]);
    const tree = code === 0 ? await this.id(`${ref}^{tree}`) : undefined;
    if (tree === undefined) throw new Error(`git fast-import: ${errors}`);
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
    const known = new Set([other]);
    for (const commit of known) {
      if (commit === one) return true;
      for (const parent of await this.parents(commit)) known.add(parent);
    }
    return false;
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

/** How `git fast-import` is told of a commit. */
function headersOf(ref: string, message: string, base?: string): readonly (string | Uint8Array)[] {
  const begin = `commit ${ref}\nmark :1\ncommitter Test <test@example.org> now\n`;
  return [begin, ...dataOf(message), ...(base === undefined ? [] : [`from ${base}\n`])];
}

function dataOf(content: string | Uint8Array): readonly (string | Uint8Array)[] {
  return [`data ${Buffer.byteLength(content)}\n`, content, '\n'];
}
