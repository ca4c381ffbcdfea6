/** A repository on GitLab, by version 4 of its REST interface. Photos for Git LFS it makes into pointers by itself. */

import { z } from 'zod';
import { toBase64 } from './base64.ts';
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

const commit = z.object({ id: z.string() });
const branch = z.object({ name: z.string(), commit });
const treeEntries = z.array(
  z.object({ id: z.string(), path: z.string(), type: z.string(), mode: z.string() }),
);
const comparison = z.object({
  diffs: z.array(z.object({ old_path: z.string(), new_path: z.string() })),
});
const file = z.object({ blob_id: z.string(), last_commit_id: z.string() });
const mergeRequest = z.object({
  iid: z.number(),
  title: z.string(),
  web_url: z.string(),
  state: z.string(),
  draft: z.boolean().optional(),
  source_branch: z.string(),
  sha: z.string().nullish(),
  author: z.object({ username: z.string() }).nullish(),
});

interface Action {
  readonly action: 'create' | 'update' | 'delete';
  readonly file_path: string;
  readonly content?: string;
  readonly encoding?: 'base64';
  readonly last_commit_id?: string;
}

export function gitlabHost({ api, repository, token }: HostAddress): RepositoryHost {
  const client = new HostClient({ api, headers: { 'PRIVATE-TOKEN': token } });
  const project = `/projects/${encodeURIComponent(repository)}`;
  const code = `${project}/repository`;

  const head = async (name: string): Promise<string | undefined> =>
    (await client.find(`${code}/branches/${encodeURIComponent(name)}`, branch))?.commit.id;

  const files = async (ref: string, path: string): Promise<FileTree> => {
    const query = new URLSearchParams({ ref, path, recursive: 'true', per_page: '100' });
    try {
      const entries = await client.all(`${code}/tree?${query}`, treeEntries);
      // Neither symbolic links nor other repositories are files of ours.
      const own = entries.filter(({ type, mode }) => type === 'blob' && mode !== '120000');
      return new Map(own.map((entry) => [entry.path, entry.id]));
    } catch (error) {
      // A folder that is not there.
      if (error instanceof HostError && error.status === 404) return new Map();
      throw error;
    }
  };

  const blob = (id: string): Promise<Uint8Array> => client.bytes(`${code}/blobs/${id}/raw`);

  const removeBranch = (name: string): Promise<void> =>
    client.remove(`${code}/branches/${encodeURIComponent(name)}`);

  /** `last_commit_id` lets GitLab refuse what was changed meanwhile. */
  const actionsOn = async (given: NewCommit): Promise<readonly Action[] | undefined> => {
    const actions = await forEach(
      given.changes,
      async ({ path, bytes, before }): Promise<Action | undefined> => {
        const content = { content: toBase64(bytes), encoding: 'base64' } as const;
        if (before === undefined) return { action: 'create', file_path: path, ...content };
        const query = new URLSearchParams({ ref: given.head ?? given.main });
        const known = await client.find(`${code}/files/${encodeURIComponent(path)}?${query}`, file);
        if (known?.blob_id !== before) return undefined;
        return { action: 'update', file_path: path, ...content, last_commit_id: known.last_commit_id };
      },
    );
    const whole = actions.filter((one) => one !== undefined);
    return whole.length === actions.length ? whole : undefined;
  };

  const send = async (given: NewCommit, more: object, actions: readonly Action[]): Promise<CommitAnswer> => {
    const body = { branch: given.branch, commit_message: given.message, actions, ...more };
    try {
      const { id } = await client.send('POST', `${code}/commits`, body, commit);
      return { kind: 'committed', commit: id };
    } catch (error) {
      if (error instanceof HostError && error.status === 400) return { kind: 'moved' };
      throw error;
    }
  };

  /** On a branch of its own, before there is a commit: GitLab looks for rules of LFS on the branch that it commits to. */
  const begin = async ({ branch: name, main }: NewCommit): Promise<boolean> => {
    try {
      const query = new URLSearchParams({ branch: name, ref: main });
      await client.send('POST', `${code}/branches?${query}`, undefined, branch);
      return true;
    } catch (error) {
      if (error instanceof HostError && error.status === 400) return false;
      throw error;
    }
  };

  /** The branch begins anew at main, with all that it had changed: its request stays the same. */
  const rebuild = async (given: NewCommit, tip: string, kept: readonly string[]): Promise<CommitAnswer> => {
    const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
    const folders = [...new Set([...kept, ...given.changes.map(({ path }) => path)].map(folderOf))];
    const [own, base] = await Promise.all(
      [tip, given.main].map(
        async (ref) => new Map((await forEach(folders, (one) => files(ref, one))).flatMap((one) => [...one])),
      ),
    );
    const contents = new Map<string, Uint8Array | undefined>();
    await forEach(kept, async (path) => {
      const id = own?.get(path);
      contents.set(path, id === undefined ? undefined : await blob(id));
    });
    for (const { path, bytes } of given.changes) contents.set(path, bytes);
    const actions = [...contents].flatMap(([path, bytes]): readonly Action[] => {
      const isThere = base?.has(path) === true;
      if (bytes === undefined) return isThere ? [{ action: 'delete', file_path: path }] : [];
      const action = isThere ? 'update' : 'create';
      return [{ action, file_path: path, content: toBase64(bytes), encoding: 'base64' }];
    });
    return await send(given, { start_sha: given.main, force: true }, actions);
  };

  const requests = async (query: Readonly<Record<string, string>>): Promise<readonly HostRequest[]> => {
    const parameters = new URLSearchParams({ ...query, per_page: '100' });
    return (await client.all(`${project}/merge_requests?${parameters}`, z.array(mergeRequest))).map(
      requestOf,
    );
  };

  return {
    user: async () => (await client.get('/user', z.object({ username: z.string() }))).username,
    head,
    branches: async (beginning) => {
      const query = new URLSearchParams({ search: `^${beginning}`, per_page: '100' });
      const found = await client.all(`${code}/branches?${query}`, z.array(branch));
      return found.map(({ name, commit: { id } }) => ({ name, commit: id }));
    },
    files,
    blob,
    compare: async (base, name) => {
      const refs = new URLSearchParams([
        ['refs[]', base],
        ['refs[]', name],
      ]);
      const [{ id: mergeBase }, { diffs }] = await Promise.all([
        client.get(`${code}/merge_base?${refs}`, commit),
        client.get(`${code}/compare?${new URLSearchParams({ from: base, to: name })}`, comparison),
      ]);
      return {
        mergeBase,
        paths: [...new Set(diffs.flatMap(({ old_path, new_path }) => [old_path, new_path]))],
      };
    },
    commit: async (given) => {
      if (given.head !== undefined && (await head(given.branch)) !== given.head) return { kind: 'moved' };
      if (given.head !== undefined && given.merge !== undefined)
        return await rebuild(given, given.head, given.merge);
      const actions = await actionsOn(given);
      if (actions === undefined) return { kind: 'moved' };
      if (given.head === undefined && !(await begin(given))) return { kind: 'moved' };
      return await send(given, {}, actions);
    },
    removeBranch,
    request: async (name) => {
      const found = await requests({
        source_branch: name,
        state: 'all',
        order_by: 'created_at',
        sort: 'desc',
      });
      return found.find(({ state }) => state === 'open') ?? found[0];
    },
    openRequests: () => requests({ state: 'opened' }),
    send: async ({ branch: name, main, title, isDraft }) => {
      const body = {
        source_branch: name,
        target_branch: main,
        title: isDraft ? `${draftMark}${title}` : title,
        remove_source_branch: true,
      };
      return requestOf(await client.send('POST', `${project}/merge_requests`, body, mergeRequest));
    },
    finishDraft: async ({ id, title }) =>
      requestOf(
        await client.send(
          'PUT',
          `${project}/merge_requests/${id}`,
          { title: title.replace(/^(?:Draft: |\[Draft\] |\(Draft\) )+/u, '') },
          mergeRequest,
        ),
      ),
  };
}

/** GitLab takes a request with it for a draft. */
const draftMark = 'Draft: ';

function requestOf(given: z.output<typeof mergeRequest>): HostRequest {
  const { iid, title, web_url: url, state, draft, source_branch, sha, author } = given;
  return {
    id: String(iid),
    branch: source_branch,
    head: sha ?? '',
    title,
    url,
    author: author?.username ?? '',
    isDraft: draft === true || title.startsWith(draftMark),
    state: state === 'merged' ? 'merged' : state === 'opened' || state === 'locked' ? 'open' : 'closed',
  };
}
