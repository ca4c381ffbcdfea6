/**
 * Forgejo's and Gitea's REST interface over a real git repository. Requests are judged by what their Swagger document
 * (version 1) says of these addresses and of `ChangeFilesOptions`, `CreatePullRequestOption`, `EditPullRequestOption`.
 */

import { z } from 'zod';
import {
  type HostKind,
  type HostPages,
  HostRefusal,
  type KnownRequest,
  type Operation,
  operation,
} from './host-server.ts';

const text = z.string().min(1);
const number = z.number().int().positive();
const paging = { page: number, limit: z.number().int().min(1).max(50) };
const changeFiles = z.strictObject({
  branch: text.optional(),
  new_branch: text.optional(),
  message: z.string().optional(),
  files: z
    .array(
      z.strictObject({
        operation: z.enum(['create', 'update', 'delete']),
        path: text,
        content: z.base64().optional(),
        sha: text.optional(),
        from_path: text.optional(),
      }),
    )
    .min(1),
});
const newPull = z.strictObject({ head: text, base: text, title: text, body: z.string().optional() });

const repo = '/repos/{owner}/{repo}';

const operations: readonly Operation[] = [
  operation('GET', '/user'),
  operation('GET', `${repo}/branches`, paging),
  operation('GET', `${repo}/branches/{branch}`),
  operation('DELETE', `${repo}/branches/{branch}`),
  operation('GET', `${repo}/git/trees/{sha}`, { recursive: z.boolean(), page: number, per_page: number }),
  operation('GET', `${repo}/git/blobs/{sha}`),
  operation('GET', `${repo}/git/commits/{sha}`, {
    stat: z.boolean(),
    verification: z.boolean(),
    files: z.boolean(),
  }),
  operation('GET', `${repo}/compare/{basehead}`),
  operation('POST', `${repo}/contents`, {}, changeFiles),
  operation('GET', `${repo}/pulls`, {
    state: z.enum(['open', 'closed', 'all']),
    sort: z.enum(['oldest', 'recentupdate', 'leastupdate', 'mostcomment', 'leastcomment', 'priority']),
    ...paging,
  }),
  operation('POST', `${repo}/pulls`, {}, newPull),
  operation('POST', `${repo}/pulls/{index}/update`, { style: z.enum(['merge', 'rebase']) }),
  operation('PATCH', `${repo}/pulls/{index}`, {}, z.looseObject({ title: text.optional() })),
];

/** @param entriesPerPage of trees, as a server may be set */
export function forgejoKind(pages: HostPages, entriesPerPage = 2): HostKind {
  const { repository } = pages;
  const branch = (name: string, commit: string) => ({ name, commit: { id: commit } });
  const pull = async (known: KnownRequest) => {
    const { number: index, title, branch: ref, state } = known;
    return {
      number: index,
      title,
      html_url: `https://forgejo.test/newsroom/site/pulls/${index}`,
      state: state === 'open' ? 'open' : 'closed',
      merged: state === 'merged',
      head: { ref, sha: await pages.headOf(known) },
      user: { login: 'editor' },
    };
  };
  const part = <T>(all: readonly T[], query: URLSearchParams, size: number): readonly T[] => {
    const at = Number(query.get('page') ?? 1) - 1;
    return all.slice(at * size, (at + 1) * size);
  };
  const parentsOf = async (sha: string): Promise<readonly { readonly sha: string }[]> =>
    (await repository.parents(sha)).map((parent) => ({ sha: parent }));
  return {
    prefix: '/api/v1',
    operations,
    tokenOf: ({ headers }) => headers.authorization?.replace(/^token /u, ''),
    handlers: {
      'GET /user': async () => ({ json: { login: 'editor' } }),
      [`GET ${repo}/branches`]: async ({ query }) => {
        const all = (await repository.branches()).map(({ name, commit }) => branch(name, commit));
        return { json: part(all, query, Number(query.get('limit') ?? 30)) };
      },
      [`GET ${repo}/branches/{branch}`]: async ({ parameters: { branch: name = '' } }) => {
        const head = await repository.head(name);
        if (head === undefined) throw new HostRefusal(404, "The target couldn't be found.");
        return { json: branch(name, head) };
      },
      [`DELETE ${repo}/branches/{branch}`]: async ({ parameters: { branch: name = '' } }) => {
        await repository.git(['update-ref', '-d', `refs/heads/${name}`]);
        return {};
      },
      [`GET ${repo}/git/trees/{sha}`]: async ({ parameters: { sha = '' }, query }) => {
        const entries = await repository.entries(sha, query.get('recursive') === 'true');
        if (entries === undefined) throw new HostRefusal(400, 'sha not found');
        const size = Math.min(Number(query.get('per_page') ?? 1000), entriesPerPage);
        const page = Number(query.get('page') ?? 1);
        return {
          json: {
            sha,
            tree: part(entries, query, size),
            truncated: page * size < entries.length,
            page,
            total_count: entries.length,
          },
        };
      },
      [`GET ${repo}/git/blobs/{sha}`]: async ({ parameters: { sha = '' } }) => {
        const bytes = await repository.blob(sha);
        if (bytes === undefined) throw new HostRefusal(404, 'Not Found');
        return { json: { content: bytes.toString('base64'), encoding: 'base64', sha, size: bytes.length } };
      },
      [`GET ${repo}/git/commits/{sha}`]: async ({ parameters: { sha = '' } }) => {
        const parents = await parentsOf(sha);
        const files = await repository.changedPaths(`${sha}^`, sha);
        return { json: { sha, parents, files: files.map((filename) => ({ filename, status: 'modified' })) } };
      },
      [`GET ${repo}/compare/{basehead}`]: async ({ parameters: { basehead = '' } }) => {
        const [base = '', head = ''] = basehead.split('...');
        const list = await repository.git(['rev-list', '--topo-order', `${base}..${head}`]);
        const shas = list.split('\n').filter((line) => line !== '');
        const commits = await Promise.all(shas.map(async (sha) => ({ sha, parents: await parentsOf(sha) })));
        return { json: { total_commits: commits.length, commits } };
      },
      [`POST ${repo}/contents`]: async ({ body }) => {
        const { branch: from = 'main', new_branch, message = '', files } = changeFiles.parse(body);
        const base = await repository.head(from);
        const target = new_branch ?? from;
        if (base === undefined) throw new HostRefusal(404, 'The branch does not exist');
        if (new_branch !== undefined && (await repository.head(new_branch)) !== undefined)
          throw new HostRefusal(409, 'branch already exists');
        const changes: [string, Buffer | null][] = [];
        for (const { operation: what, path, content = '', sha } of files) {
          const known = await repository.id(`${base}:${path}`);
          if (what === 'create' && known !== undefined)
            throw new HostRefusal(422, 'repository file already exists');
          if (what !== 'create' && known === undefined)
            throw new HostRefusal(404, 'repository file does not exist');
          if (what !== 'create' && sha !== known) throw new HostRefusal(409, 'sha does not match');
          const bytes = Buffer.from(content, 'base64');
          changes.push([path, what === 'delete' ? null : bytes]);
        }
        const commit = await repository.commit({ branch: target, base, files: changes, message });
        if (commit === undefined) throw new HostRefusal(409, 'The branch has changed meanwhile');
        return { json: { files: [], commit: { sha: commit } } };
      },
      [`GET ${repo}/pulls`]: async ({ query }) => {
        const isOpen = query.get('state') === 'open';
        const found = pages.requests.filter((one) => (one.state === 'open') === isOpen).reverse();
        return { json: part(await Promise.all(found.map(pull)), query, Number(query.get('limit') ?? 30)) };
      },
      [`POST ${repo}/pulls`]: async ({ body }) => {
        const { head, base, title } = newPull.parse(body);
        if ((await repository.head(base)) === undefined)
          throw new HostRefusal(404, 'The base does not exist');
        return { json: await pull(pages.add(head, base, title, title.startsWith('WIP:'))) };
      },
      [`POST ${repo}/pulls/{index}/update`]: async ({ parameters: { index } }) => {
        const request = pages.at(index);
        if (!(await repository.merge(request.main, request.branch)))
          throw new HostRefusal(409, 'merge failed because of conflict');
        return { status: 200 };
      },
      [`PATCH ${repo}/pulls/{index}`]: async ({ parameters: { index }, body }) => {
        const request = pages.at(index);
        request.title = z.object({ title: z.string() }).parse(body).title;
        request.isDraft = request.title.startsWith('WIP:');
        return { json: await pull(request) };
      },
    },
  };
}
