/**
 * GitLab's REST interface over a real git repository. Requests are judged by its documentation: "Branches", "Commits",
 * "Repositories", "Repository files" and "Merge requests" of the REST API, version 4.
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
const paging = { page: number, per_page: z.number().int().min(1).max(100) };

const action = z
  .strictObject({
    action: z.enum(['create', 'delete', 'move', 'update', 'chmod']),
    file_path: text,
    previous_path: text.optional(),
    content: z.string().optional(),
    encoding: z.enum(['text', 'base64']).optional(),
    last_commit_id: text.optional(),
  })
  .refine((one) => one.action === 'delete' || one.content !== undefined, 'content is required');
const newCommit = z.strictObject({
  branch: text,
  commit_message: text,
  start_branch: text.optional(),
  start_sha: text.optional(),
  actions: z.array(action).min(1),
  force: z.boolean().optional(),
});
const newRequest = z.strictObject({
  source_branch: text,
  target_branch: text,
  title: text,
  remove_source_branch: z.boolean().optional(),
});

const project = '/projects/{id}';
const code = `${project}/repository`;

const operations: readonly Operation[] = [
  operation('GET', '/user'),
  operation('GET', `${code}/branches`, { search: text, ...paging }),
  operation('POST', `${code}/branches`, { branch: text, ref: text }),
  operation('GET', `${code}/branches/{branch}`),
  operation('DELETE', `${code}/branches/{branch}`),
  operation('GET', `${code}/tree`, { ref: text, path: text, recursive: z.boolean(), ...paging }),
  operation('GET', `${code}/blobs/{sha}/raw`),
  operation('GET', `${code}/files/{file_path}`, { ref: text }),
  operation('GET', `${code}/merge_base`, { 'refs[]': text }),
  operation('GET', `${code}/compare`, { from: text, to: text, straight: z.boolean() }),
  operation('POST', `${code}/commits`, {}, newCommit),
  operation('GET', `${project}/merge_requests`, {
    source_branch: text,
    state: z.enum(['all', 'opened', 'closed', 'locked', 'merged']),
    order_by: z.enum(['created_at', 'updated_at', 'title', 'merged_at']),
    sort: z.enum(['asc', 'desc']),
    ...paging,
  }),
  operation('POST', `${project}/merge_requests`, {}, newRequest),
  operation('PUT', `${project}/merge_requests/{merge_request_iid}`, {}, z.strictObject({ title: text })),
];

export function gitlabKind(pages: HostPages): HostKind {
  const { repository } = pages;
  const branch = (name: string, commit: string) => ({ name, merged: false, commit: { id: commit } });
  const request = async (known: KnownRequest) => {
    const { number: iid, title, branch: source_branch, state, isDraft } = known;
    return {
      iid,
      title,
      web_url: `https://gitlab.test/newsroom/site/-/merge_requests/${iid}`,
      state: state === 'open' ? 'opened' : state,
      draft: isDraft,
      source_branch,
      sha: await pages.headOf(known),
      author: { username: 'editor' },
    };
  };
  const isDraft = (title: string): boolean => title.startsWith('Draft: ');
  const page = <T>(all: readonly T[], query: URLSearchParams): readonly T[] => {
    const size = Number(query.get('per_page') ?? 20);
    const at = Number(query.get('page') ?? 1) - 1;
    return all.slice(at * size, (at + 1) * size);
  };
  const lastCommit = (ref: string, path: string): Promise<string> =>
    repository.git(['log', '-1', '--format=%H', ref, '--', path]);
  return {
    prefix: '/api/v4',
    operations,
    tokenOf: ({ headers }) => {
      const token = headers['private-token'];
      return typeof token === 'string' ? token : undefined;
    },
    handlers: {
      'GET /user': async () => ({ json: { username: 'editor' } }),
      [`GET ${code}/branches`]: async ({ query }) => {
        const beginning = query.get('search')?.replace(/^\^/u, '') ?? '';
        const found = (await repository.branches()).filter(({ name }) => name.startsWith(beginning));
        return {
          json: page(
            found.map(({ name, commit }) => branch(name, commit)),
            query,
          ),
        };
      },
      [`POST ${code}/branches`]: async ({ query }) => {
        const [name, ref] = [query.get('branch') ?? '', query.get('ref') ?? ''];
        const made = await repository.run(['update-ref', `refs/heads/${name}`, ref, '0'.repeat(40)]);
        if (made.code !== 0) throw new HostRefusal(400, 'Branch already exists');
        return { json: branch(name, ref) };
      },
      [`GET ${code}/branches/{branch}`]: async ({ parameters: { branch: name = '' } }) => {
        const head = await repository.head(name);
        if (head === undefined) throw new HostRefusal(404, '404 Branch Not Found');
        return { json: branch(name, head) };
      },
      [`DELETE ${code}/branches/{branch}`]: async ({ parameters: { branch: name = '' } }) => {
        await repository.git(['update-ref', '-d', `refs/heads/${name}`]);
        return {};
      },
      [`GET ${code}/tree`]: async ({ query }) => {
        const [ref, path] = [query.get('ref') ?? '', query.get('path') ?? ''];
        const entries = await repository.entries(`${ref}:${path}`, query.get('recursive') === 'true');
        if (entries === undefined) throw new HostRefusal(404, '404 invalid revision or path Not Found');
        const all = entries.map(({ sha, ...entry }) => ({
          id: sha,
          ...entry,
          path: `${path}/${entry.path}`,
        }));
        return { json: page(all, query) };
      },
      [`GET ${code}/blobs/{sha}/raw`]: async ({ parameters: { sha = '' } }) => {
        const bytes = await repository.blob(sha);
        if (bytes === undefined) throw new HostRefusal(404, '404 Blob Not Found');
        return { bytes };
      },
      [`GET ${code}/files/{file_path}`]: async ({ parameters: { file_path = '' }, query }) => {
        const ref = query.get('ref') ?? '';
        const blob_id = await repository.id(`${ref}:${file_path}`);
        if (blob_id === undefined) throw new HostRefusal(404, '404 File Not Found');
        return { json: { file_path, blob_id, last_commit_id: await lastCommit(ref, file_path) } };
      },
      [`GET ${code}/merge_base`]: async ({ query }) => {
        const [one = '', other = ''] = query.getAll('refs[]');
        return { json: { id: await repository.mergeBase(one, other) } };
      },
      [`GET ${code}/compare`]: async ({ query }) => {
        const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
        const paths = await repository.changedPaths(await repository.mergeBase(from, to), to);
        return { json: { diffs: paths.map((one) => ({ old_path: one, new_path: one })) } };
      },
      [`POST ${code}/commits`]: async ({ body }) => {
        const { branch: name, commit_message, actions, start_sha, force = false } = newCommit.parse(body);
        const head = await repository.head(name);
        if (start_sha !== undefined && head !== undefined && !force)
          throw new HostRefusal(400, `A branch called '${name}' already exists.`);
        const base = start_sha ?? head;
        if (base === undefined)
          throw new HostRefusal(400, 'You can only create or edit files when you are on a branch');
        const changes: [string, Buffer | null][] = [];
        for (const { action: what, file_path, content = '', encoding, last_commit_id } of actions) {
          const isThere = (await repository.bytes(base, file_path)) !== undefined;
          if (what === 'create' && isThere)
            throw new HostRefusal(400, 'A file with this name already exists');
          if (what !== 'create' && !isThere)
            throw new HostRefusal(400, "A file with this name doesn't exist");
          if (last_commit_id !== undefined && last_commit_id !== (await lastCommit(base, file_path)))
            throw new HostRefusal(
              400,
              'You are attempting to update a file that has changed since you started editing it.',
            );
          const bytes = Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8');
          changes.push([file_path, what === 'delete' ? null : bytes]);
        }
        const commit = await repository.commit({
          branch: name,
          base,
          files: changes,
          message: commit_message,
          isForced: force,
        });
        if (commit === undefined) throw new HostRefusal(400, 'Could not update the branch');
        return { json: { id: commit } };
      },
      [`GET ${project}/merge_requests`]: async ({ query }) => {
        const state = query.get('state');
        const source = query.get('source_branch');
        const found = (await Promise.all(pages.requests.map(request))).filter(
          (one) =>
            (source === null || one.source_branch === source) && (state === 'all' || one.state === state),
        );
        return { json: page(found.reverse(), query) };
      },
      [`POST ${project}/merge_requests`]: async ({ body }) => {
        const { source_branch, target_branch, title } = newRequest.parse(body);
        if (pages.requests.some((one) => one.branch === source_branch && one.state === 'open'))
          throw new HostRefusal(409, 'Another open merge request already exists for this source branch');
        return { json: await request(pages.add(source_branch, target_branch, title, isDraft(title))) };
      },
      [`PUT ${project}/merge_requests/{merge_request_iid}`]: async ({
        parameters: { merge_request_iid },
        body,
      }) => {
        const known = pages.at(merge_request_iid);
        known.title = z.object({ title: z.string() }).parse(body).title;
        known.isDraft = isDraft(known.title);
        return { json: await request(known) };
      },
    },
  };
}
