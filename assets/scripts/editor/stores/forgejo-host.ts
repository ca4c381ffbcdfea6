/** A repository on Forgejo or Gitea, by version 1 of their REST interface. Photos for Git LFS they make into pointers. */

import { z } from 'zod';
import { fromBase64, toBase64 } from './base64.ts';
import { HostClient, HostError } from './host-client.ts';
import { forEach } from './limited.ts';
import type {
  CommitAnswer,
  FileTree,
  HostAddress,
  HostRequest,
  NewCommit,
  RepositoryHost,
} from './repository-host.ts';

const gitCommit = z.object({ sha: z.string() });
const branch = z.object({ name: z.string(), commit: z.object({ id: z.string() }) });
const tree = z.object({
  truncated: z.boolean().nullish(),
  tree: z
    .array(z.object({ path: z.string(), mode: z.string(), type: z.string(), sha: z.string() }))
    .nullable()
    .transform((entries) => entries ?? []),
});
const parts = z.object({
  sha: z.string(),
  parents: z.array(gitCommit),
  files: z.array(z.object({ filename: z.string() })).nullish(),
});
const comparison = z.object({ commits: z.array(parts) });
const filesAnswer = z.object({ commit: gitCommit });
const pull = z.object({
  number: z.number(),
  title: z.string(),
  html_url: z.string(),
  state: z.string(),
  merged: z.boolean(),
  head: z.object({ ref: z.string(), sha: z.string() }),
  user: z.object({ login: z.string() }).nullable(),
});

interface Operation {
  readonly operation: 'create' | 'update';
  readonly path: string;
  readonly content: string;
  readonly sha?: string;
}

/** Lists of Forgejo have at most so many entries on a page. */
const perPage = 50;
/** Pages of closed requests that are looked through for that of a branch. */
const maximumClosedPages = 5;

export function forgejoHost({ api, repository, token }: HostAddress): RepositoryHost {
  const client = new HostClient({
    api,
    headers: { Accept: 'application/json', Authorization: `token ${token}` },
  });
  const repo = `/repos/${repository}`;
  const encode = (name: string): string => name.split('/').map(encodeURIComponent).join('/');

  const head = async (name: string): Promise<string | undefined> =>
    (await client.find(`${repo}/branches/${encode(name)}`, branch))?.commit.id;

  /** In pages, however deep. */
  const treeAt = async (id: string, isRecursive: boolean) => {
    const entries: z.output<typeof tree>['tree'] = [];
    for (let page = 1; ; page += 1) {
      const query = new URLSearchParams({
        recursive: String(isRecursive),
        page: String(page),
        per_page: '1000',
      });
      const part = await client.get(`${repo}/git/trees/${id}?${query}`, tree);
      entries.push(...part.tree);
      if (part.truncated !== true || part.tree.length === 0) return entries;
    }
  };

  const files = async (commit: string, folder: string): Promise<FileTree> => {
    let id = commit;
    for (const name of folder.split('/')) {
      const entry = (await treeAt(id, false)).find(({ path, type }) => path === name && type === 'tree');
      if (entry === undefined) return new Map();
      id = entry.sha;
    }
    // Neither symbolic links nor other repositories are files of ours.
    const own = (await treeAt(id, true)).filter(({ type, mode }) => type === 'blob' && mode !== '120000');
    return new Map(own.map(({ path, sha }) => [`${folder}/${path}`, sha]));
  };

  const blob = async (id: string): Promise<Uint8Array> => {
    const schema = z.object({ content: z.string().nullable(), size: z.number() });
    const { content, size } = await client.get(`${repo}/git/blobs/${id}`, schema);
    // It leaves the content of large files away.
    if ((content === null || content === '') && size > 0)
      throw new HostError(413, 'The host does not hand out files of this size.');
    return fromBase64(content ?? '');
  };

  const change = async (given: NewCommit, operations: readonly Operation[]): Promise<CommitAnswer> => {
    const isNew = given.head === undefined;
    const body = {
      branch: isNew ? given.mainBranch : given.branch,
      ...(isNew ? { new_branch: given.branch } : {}),
      message: given.message,
      files: operations,
    };
    try {
      const { commit } = await client.send('POST', `${repo}/contents`, body, filesAnswer);
      return { kind: 'committed', commit: commit.sha };
    } catch (error) {
      // Another text stands there, a file or a branch of the name is there already.
      if (error instanceof HostError && (error.status === 409 || error.status === 422))
        return { kind: 'moved' };
      throw error;
    }
  };

  const operationsOf = (changes: NewCommit['changes']): readonly Operation[] =>
    changes.map(({ path, bytes, before }) => ({
      operation: before === undefined ? 'create' : 'update',
      path,
      content: toBase64(bytes),
      ...(before === undefined ? {} : { sha: before }),
    }));

  /**
   * The branch takes over main's version of the text, so that git can merge main into it without a conflict; then comes the
   * version that its editor has made of both.
   */
  const mergeMain = async (given: NewCommit): Promise<CommitAnswer> => {
    const taken: Operation[] = [];
    for (const { path, before } of given.changes) {
      const folder = path.slice(0, path.lastIndexOf('/'));
      const theirs = (await files(given.main, folder)).get(path);
      if (before === undefined || theirs === undefined || theirs === before) continue;
      taken.push({ operation: 'update', path, content: toBase64(await blob(theirs)), sha: before });
    }
    if (taken.length > 0) {
      const answer = await change({ ...given, message: 'Take over what was published meanwhile' }, taken);
      if (answer.kind !== 'committed') return answer;
    }
    const open = (await requestsOf('open')).find((one) => one.branch === given.branch);
    const request =
      open ??
      (await sendRequest({
        branch: given.branch,
        main: given.mainBranch,
        title: given.message,
        isDraft: true,
      }));
    await client.call('POST', `${repo}/pulls/${request.id}/update?style=merge`);
    const last = await Promise.all(
      given.changes.map(async (one) => {
        const { before: _, ...rest } = one;
        const folder = one.path.slice(0, one.path.lastIndexOf('/'));
        const now = (await files(given.branch, folder)).get(one.path);
        return now === undefined ? { ...rest, before: undefined } : { ...rest, before: now };
      }),
    );
    return await change(given, operationsOf(last));
  };

  const requestsOf = async (state: 'open' | 'closed', most = Number.POSITIVE_INFINITY) => {
    const found: HostRequest[] = [];
    for (let page = 1; page <= most; page += 1) {
      const query = new URLSearchParams({
        state,
        sort: 'recentupdate',
        limit: String(perPage),
        page: String(page),
      });
      const part = await client.get(`${repo}/pulls?${query}`, z.array(pull));
      found.push(...part.map(requestOf));
      if (part.length < perPage) break;
    }
    return found;
  };

  const sendRequest: RepositoryHost['send'] = async ({ branch: name, main, title, isDraft }) => {
    const body = { head: name, base: main, title: isDraft ? `${draftMark}${title}` : title };
    return requestOf(await client.send('POST', `${repo}/pulls`, body, pull));
  };

  return {
    user: async () => (await client.get('/user', z.object({ login: z.string() }))).login,
    head,
    branches: async (beginning) => {
      const found = await client.all(`${repo}/branches?limit=${perPage}`, z.array(branch), perPage);
      return found
        .filter(({ name }) => name.startsWith(beginning))
        .map(({ name, commit: { id } }) => ({ name, commit: id }));
    },
    files,
    blob,
    compare: async (base, name) => {
      const { commits } = await client.get(
        `${repo}/compare/${encodeURIComponent(base)}...${encodeURIComponent(name)}`,
        comparison,
      );
      const own = new Set(commits.map(({ sha }) => sha));
      // The newest commit of main that the branch has: it left there, or took it in there.
      const outside = commits.flatMap(({ parents }) => parents.filter(({ sha }) => !own.has(sha)));
      const mergeBase = outside[0]?.sha ?? (await head(base)) ?? '';
      const single = commits.filter(({ parents }) => parents.length === 1);
      const changed = await forEach(single, async ({ sha }) => {
        const query = 'stat=false&verification=false&files=true';
        return (await client.get(`${repo}/git/commits/${sha}?${query}`, parts)).files ?? [];
      });
      return { mergeBase, paths: [...new Set(changed.flat().map(({ filename }) => filename))] };
    },
    commit: async (given) => {
      if (given.head !== undefined && (await head(given.branch)) !== given.head) return { kind: 'moved' };
      return given.merge === undefined
        ? await change(given, operationsOf(given.changes))
        : await mergeMain(given);
    },
    removeBranch: (name) => client.remove(`${repo}/branches/${encode(name)}`),
    request: async (name) => {
      const isOurs = (one: HostRequest): boolean => one.branch === name;
      return (
        (await requestsOf('open')).find(isOurs) ??
        (await requestsOf('closed', maximumClosedPages)).find(isOurs)
      );
    },
    openRequests: () => requestsOf('open'),
    send: sendRequest,
    finishDraft: async ({ id, title }) =>
      requestOf(
        await client.send(
          'PATCH',
          `${repo}/pulls/${id}`,
          { title: title.replace(/^(?:WIP: ?|\[WIP\] ?)+/iu, '') },
          pull,
        ),
      ),
  };
}

/** A request with it cannot be merged. */
const draftMark = 'WIP: ';

function requestOf({
  number,
  title,
  html_url: url,
  state,
  merged,
  head,
  user,
}: z.output<typeof pull>): HostRequest {
  return {
    id: String(number),
    branch: head.ref,
    head: head.sha,
    title,
    url,
    author: user?.login ?? '',
    isDraft: /^(?:WIP:|\[WIP\])/iu.test(title),
    state: merged ? 'merged' : state === 'open' ? 'open' : 'closed',
  };
}
