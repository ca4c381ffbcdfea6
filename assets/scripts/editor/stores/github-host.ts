/** A repository on GitHub or GitHub Enterprise, by its REST interface of version 2022-11-28. */

import { z } from 'zod';
import { fromBase64, toBase64 } from './base64.ts';
import { HostClient, HostError } from './host-client.ts';
import type {
  CommitAnswer,
  FileTree,
  HostAddress,
  HostRequest,
  NewCommit,
  RepositoryHost,
} from './repository-host.ts';

const gitObject = z.object({ sha: z.string() });
const reference = z.object({ ref: z.string(), object: gitObject });
const tree = z.object({
  sha: z.string(),
  truncated: z.boolean(),
  tree: z.array(z.object({ path: z.string(), mode: z.string(), type: z.string(), sha: z.string() })),
});
const pull = z.object({
  number: z.number(),
  node_id: z.string(),
  title: z.string(),
  html_url: z.string(),
  state: z.string(),
  draft: z.boolean().optional(),
  merged_at: z.string().nullish(),
  head: z.object({ ref: z.string(), sha: z.string() }),
  user: z.object({ login: z.string() }).nullable(),
});
const comparison = z.object({
  merge_base_commit: gitObject,
  files: z.array(z.object({ filename: z.string(), previous_filename: z.string().optional() })).optional(),
});

export function githubHost({ api, repository, token }: HostAddress): RepositoryHost {
  const client = new HostClient({
    api,
    headers: {
      Accept: 'application/vnd.github+json',
      Authorization: `Bearer ${token}`,
      'X-GitHub-Api-Version': '2022-11-28',
    },
  });
  const repo = `/repos/${repository}`;
  const owner = repository.split('/')[0] ?? '';
  const encode = (ref: string): string => ref.split('/').map(encodeURIComponent).join('/');

  const treeAt = (id: string, isWhole: boolean) =>
    client.get(`${repo}/git/trees/${id}${isWhole ? '?recursive=1' : ''}`, tree);

  /** GitHub cuts the list of a large folder short: then its folders are listed one by one. */
  const listTree = async (id: string, prefix: string, files: Map<string, string>): Promise<void> => {
    const whole = await treeAt(id, true);
    const part = whole.truncated ? await treeAt(id, false) : whole;
    for (const entry of part.tree) {
      // Neither symbolic links nor other repositories are files of ours.
      if (entry.type === 'blob' && entry.mode !== '120000') files.set(prefix + entry.path, entry.sha);
      else if (entry.type === 'tree' && whole.truncated)
        await listTree(entry.sha, `${prefix}${entry.path}/`, files);
    }
  };

  const files = async (commit: string, folder: string): Promise<FileTree> => {
    const found = new Map<string, string>();
    let id = commit;
    for (const name of folder.split('/')) {
      const entry = (await treeAt(id, false)).tree.find(({ path, type }) => path === name && type === 'tree');
      if (entry === undefined) return found;
      id = entry.sha;
    }
    await listTree(id, `${folder}/`, found);
    return found;
  };

  const commit = async (given: NewCommit): Promise<CommitAnswer> => {
    const { branch, head, main, message, changes, merge } = given;
    const parents = head === undefined ? [main] : merge === undefined ? [head] : [head, main];
    const made = await Promise.all(
      changes.map(async ({ path, bytes }) => {
        const content = { content: toBase64(bytes), encoding: 'base64' };
        const { sha } = await client.send('POST', `${repo}/git/blobs`, content, gitObject);
        return { path, sha };
      }),
    );
    const kept = head === undefined || merge === undefined ? [] : await entriesAt(head, merge);
    const entries = [...new Map([...kept, ...made].map((entry) => [entry.path, entry])).values()];
    const tree = await client.send(
      'POST',
      `${repo}/git/trees`,
      {
        base_tree: merge === undefined ? (head ?? main) : main,
        tree: entries.map((entry) => ({ mode: '100644', type: 'blob', ...entry })),
      },
      gitObject,
    );
    const { sha } = await client.send(
      'POST',
      `${repo}/git/commits`,
      { message, tree: tree.sha, parents },
      gitObject,
    );
    try {
      if (head === undefined)
        await client.send('POST', `${repo}/git/refs`, { ref: `refs/heads/${branch}`, sha }, reference);
      else
        await client.send(
          'PATCH',
          `${repo}/git/refs/heads/${encode(branch)}`,
          { sha, force: false },
          reference,
        );
    } catch (error) {
      // "Update is not a fast forward", "Reference already exists".
      if (error instanceof HostError && (error.status === 422 || error.status === 409))
        return { kind: 'moved' };
      throw error;
    }
    return { kind: 'committed', commit: sha };
  };

  /** Paths as a commit has them; without a blob where it has removed them. */
  const entriesAt = async (commitId: string, paths: readonly string[]) => {
    const folders = new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/'))));
    const trees = await Promise.all(
      [...folders].map((folder) =>
        folder === '' ? listRoot(commitId) : files(commitId, folder).then((found) => [...found]),
      ),
    );
    const all = new Map(trees.flat());
    return paths.map((path) => ({ path, sha: all.get(path) ?? null }));
  };
  const listRoot = async (commitId: string): Promise<readonly (readonly [string, string])[]> =>
    (await treeAt(commitId, false)).tree.map(({ path, sha }) => [path, sha]);

  const pulls = async (query: string): Promise<readonly HostRequest[]> =>
    (await client.all(`${repo}/pulls?${query}&per_page=100`, z.array(pull))).map(requestOf);

  const headOf = async (branch: string): Promise<string | undefined> =>
    (await client.find(`${repo}/git/ref/heads/${encode(branch)}`, reference))?.object.sha;

  const blob = async (id: string): Promise<Uint8Array> => {
    const schema = z.object({ content: z.string(), encoding: z.string() });
    const { content, encoding } = await client.get(`${repo}/git/blobs/${id}`, schema);
    return encoding === 'base64' ? fromBase64(content) : new TextEncoder().encode(content);
  };

  return {
    user: async () => (await client.get('/user', z.object({ login: z.string() }))).login,
    head: headOf,
    branches: async (beginning) =>
      (await client.get(`${repo}/git/matching-refs/heads/${encode(beginning)}`, z.array(reference))).map(
        ({ ref, object }) => ({ name: ref.slice('refs/heads/'.length), commit: object.sha }),
      ),
    files,
    blob,
    attributes: async (commitId) => {
      const id = new Map(await listRoot(commitId)).get('.gitattributes');
      return id === undefined ? '' : new TextDecoder().decode(await blob(id));
    },
    compare: async (base, branch) => {
      const range = `${encodeURIComponent(base)}...${encodeURIComponent(branch)}`;
      const { merge_base_commit, files: changed = [] } = await client.get(
        `${repo}/compare/${range}?per_page=1`,
        comparison,
      );
      const paths = changed.flatMap(({ filename, previous_filename }) => [
        filename,
        ...(previous_filename === undefined ? [] : [previous_filename]),
      ]);
      return { mergeBase: merge_base_commit.sha, paths };
    },
    commit,
    removeBranch: (branch) => client.remove(`${repo}/git/refs/heads/${encode(branch)}`),
    request: async (branch) => {
      const head = encodeURIComponent(`${owner}:${branch}`);
      return newest(await pulls(`state=all&head=${head}&sort=created&direction=desc`));
    },
    openRequests: () => pulls('state=open'),
    send: async ({ branch, main, title, isDraft }) => {
      const open = (draft: boolean, name: string) =>
        client.send('POST', `${repo}/pulls`, { title: name, head: branch, base: main, draft }, pull);
      try {
        return requestOf(await open(isDraft, title));
      } catch (error) {
        // Private repositories of free accounts have no drafts.
        if (!isDraft || !(error instanceof HostError) || error.status !== 422) throw error;
        return requestOf(await open(false, `${draftMark}${title}`));
      }
    },
    finishDraft: async (request) => {
      const path = `${repo}/pulls/${request.id}`;
      const title = request.title.replace(draftMark, '');
      const given =
        title === request.title
          ? await client.get(path, pull)
          : await client.send('PATCH', path, { title }, pull);
      if (given.draft !== true) return requestOf(given);
      // REST has no way to make a draft ready.
      await client.send(
        'POST',
        '/graphql',
        { query: readyQuery, variables: { id: given.node_id } },
        readyAnswer,
      );
      return { ...requestOf(given), isDraft: false };
    },
  };
}

const draftMark = 'Draft: ';
const readyQuery =
  'mutation($id: ID!) { markPullRequestReadyForReview(input: {pullRequestId: $id}) { pullRequest { isDraft } } }';
const readyAnswer = z.object({
  data: z.object({
    markPullRequestReadyForReview: z.object({ pullRequest: z.object({ isDraft: z.literal(false) }) }),
  }),
});

function requestOf(given: z.output<typeof pull>): HostRequest {
  const { number, title, html_url: url, state, draft, merged_at, head, user } = given;
  return {
    id: String(number),
    branch: head.ref,
    head: head.sha,
    title,
    url,
    author: user?.login ?? '',
    isDraft: draft === true || title.startsWith(draftMark),
    state: state === 'open' ? 'open' : merged_at === null || merged_at === undefined ? 'closed' : 'merged',
  };
}

function newest(requests: readonly HostRequest[]): HostRequest | undefined {
  return requests.find(({ state }) => state === 'open') ?? requests[0];
}
