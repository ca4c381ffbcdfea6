/** GitHub's REST interface over a real git repository. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import {
  type HostKind,
  type HostPages,
  HostRefusal,
  type KnownRequest,
  type Operation,
} from './host-server.ts';

const jsonSchema = z.custom<Parameters<typeof z.fromJSONSchema>[0]>((value) => typeof value === 'object');
const description = z.object({
  operations: z.array(
    z.object({
      method: z.string(),
      path: z.string(),
      status: z.number(),
      query: z.array(z.tuple([z.string(), jsonSchema])),
      body: jsonSchema.optional(),
      answer: jsonSchema.optional(),
    }),
  ),
});

function operations(): readonly Operation[] {
  const file = path.join(import.meta.dirname, '../../fixtures/hosts/github.json');
  const published = description
    .parse(JSON.parse(readFileSync(file, 'utf8')))
    .operations.map(({ query, body, answer, ...rest }) => ({
      ...rest,
      query: new Map(query.map(([name, schema]) => [name, z.fromJSONSchema(schema)])),
      body: body && z.fromJSONSchema(body),
      answer: answer && z.fromJSONSchema(answer),
    }));
  const graphql = { method: 'POST', path: '/graphql', status: 200, query: new Map<string, z.ZodType>() };
  return [...published, graphql];
}

const treeBody = z.object({
  base_tree: z.string().optional(),
  tree: z.array(z.object({ path: z.string(), sha: z.string().nullable() })),
});

/** @param truncatedAt entries beyond which GitHub cuts a list short */
export function githubKind(pages: HostPages, truncatedAt = 100_000): HostKind {
  const { repository } = pages;
  const repo = '/repos/{owner}/{repo}';
  const reference = (name: string, sha: string) => ({
    ref: `refs/heads/${name}`,
    node_id: 'R',
    url: 'https://github.test',
    object: { sha, type: 'commit', url: 'https://github.test' },
  });
  const branchOf = (ref = ''): string => ref.replace(/^(?:refs\/)?heads\//u, '');
  const pull = async (known: KnownRequest) => {
    const { number, title, branch, main, state, isDraft } = known;
    return {
      number,
      node_id: String(number),
      title,
      html_url: `https://github.test/newsroom/site/pull/${number}`,
      state: state === 'open' ? 'open' : 'closed',
      draft: isDraft,
      merged_at: state === 'merged' ? '2024-05-06T00:00:00Z' : null,
      head: { ref: branch, sha: await pages.headOf(known) },
      base: { ref: main },
      user: { login: 'editor' },
    };
  };
  return {
    prefix: '',
    operations: operations(),
    tokenOf: ({ headers }) => headers.authorization?.replace(/^Bearer /u, ''),
    handlers: {
      'GET /user': async () => ({ json: { login: 'editor' } }),
      [`GET ${repo}/git/trees/{tree_sha}`]: async ({ parameters: { tree_sha = '' }, query }) => {
        const entries = await repository.entries(tree_sha, query.has('recursive'));
        if (entries === undefined) throw new HostRefusal(404, 'Not Found');
        const tree = entries.slice(0, truncatedAt);
        return { json: { sha: tree_sha, url: 'x', truncated: tree.length < entries.length, tree } };
      },
      [`POST ${repo}/git/trees`]: async ({ body }) => {
        const { base_tree, tree } = treeBody.parse(body);
        return {
          json: { sha: await repository.writeTree(base_tree, tree), url: 'x', truncated: false, tree: [] },
        };
      },
      [`GET ${repo}/git/blobs/{file_sha}`]: async ({ parameters: { file_sha = '' } }) => {
        const bytes = await repository.blob(file_sha);
        if (bytes === undefined) throw new HostRefusal(404, 'Not Found');
        // GitHub breaks its lines.
        const content = bytes.toString('base64').replace(/.{60}/gu, '$&\n');
        return {
          json: { content, encoding: 'base64', url: 'x', sha: file_sha, size: bytes.length, node_id: 'B' },
        };
      },
      [`POST ${repo}/git/blobs`]: async ({ body }) => {
        const { content, encoding } = z
          .object({ content: z.string(), encoding: z.literal('base64') })
          .parse(body);
        return { json: { url: 'x', sha: await repository.writeBlob(Buffer.from(content, encoding)) } };
      },
      [`POST ${repo}/git/commits`]: async ({ body }) => {
        const schema = z.object({ message: z.string(), tree: z.string(), parents: z.array(z.string()) });
        const { message, tree, parents } = schema.parse(body);
        return { json: { sha: await repository.commitTree(tree, parents, message), message } };
      },
      [`GET ${repo}/git/ref/{ref}`]: async ({ parameters: { ref } }) => {
        const sha = await repository.head(branchOf(ref));
        if (sha === undefined) throw new HostRefusal(404, 'Not Found');
        return { json: reference(branchOf(ref), sha) };
      },
      [`GET ${repo}/git/matching-refs/{ref}`]: async ({ parameters: { ref } }) => ({
        json: (await repository.branches())
          .filter(({ name }) => name.startsWith(branchOf(ref)))
          .map(({ name, commit }) => reference(name, commit)),
      }),
      [`POST ${repo}/git/refs`]: async ({ body }) => {
        const { ref, sha } = z.object({ ref: z.string(), sha: z.string() }).parse(body);
        const made = await repository.run(['update-ref', ref, sha, '0'.repeat(40)]);
        if (made.code !== 0) throw new HostRefusal(422, 'Reference already exists');
        return { json: reference(branchOf(ref), sha) };
      },
      [`PATCH ${repo}/git/refs/{ref}`]: async ({ parameters: { ref }, body }) => {
        const { sha, force = false } = z
          .object({ sha: z.string(), force: z.boolean().optional() })
          .parse(body);
        const before = await repository.head(branchOf(ref));
        if (before === undefined) throw new HostRefusal(422, 'Reference does not exist');
        if (!force && !(await repository.isAncestor(before, sha)))
          throw new HostRefusal(422, 'Update is not a fast forward');
        const moved = await repository.run(['update-ref', `refs/heads/${branchOf(ref)}`, sha, before]);
        if (moved.code !== 0) throw new HostRefusal(422, 'Update is not a fast forward');
        return { json: reference(branchOf(ref), sha) };
      },
      [`DELETE ${repo}/git/refs/{ref}`]: async ({ parameters: { ref } }) => {
        await repository.git(['update-ref', '-d', `refs/heads/${branchOf(ref)}`]);
        return { status: 204 };
      },
      [`GET ${repo}/compare/{basehead}`]: async ({ parameters: { basehead = '' } }) => {
        const [base = '', head = ''] = basehead.split('...').map((one) => `refs/heads/${one}`);
        const sha = await repository.mergeBase(base, head);
        const files = (await repository.changedPaths(sha, head)).map((filename) => ({
          filename,
          status: 'modified',
        }));
        return { json: { merge_base_commit: { sha }, files } };
      },
      [`GET ${repo}/pulls`]: async ({ query }) => {
        const branch = query.get('head')?.replace(/^newsroom:/u, '');
        const state = query.get('state') ?? 'open';
        const found = pages.requests.filter(
          (one) =>
            (branch === undefined || one.branch === branch) &&
            (state === 'all' || (state === 'open') === (one.state === 'open')),
        );
        return { json: await Promise.all(found.reverse().map(pull)) };
      },
      [`POST ${repo}/pulls`]: async ({ body }) => {
        const schema = z.object({
          title: z.string(),
          head: z.string(),
          base: z.string(),
          draft: z.boolean().optional(),
        });
        const { title, head, base, draft = false } = schema.parse(body);
        if ((await repository.head(head)) === undefined)
          throw new HostRefusal(422, 'Validation Failed: head');
        return { json: await pull(pages.add(head, base, title, draft)) };
      },
      [`GET ${repo}/pulls/{pull_number}`]: async ({ parameters: { pull_number } }) => ({
        json: await pull(pages.at(pull_number)),
      }),
      [`PATCH ${repo}/pulls/{pull_number}`]: async ({ parameters: { pull_number }, body }) => {
        const request = pages.at(pull_number);
        request.title = z.object({ title: z.string() }).parse(body).title;
        return { json: await pull(request) };
      },
      'POST /graphql': async ({ body }) => {
        const schema = z.object({
          query: z.string().includes('markPullRequestReadyForReview'),
          variables: z.object({ id: z.string() }),
        });
        const request = pages.at(schema.parse(body).variables.id);
        request.isDraft = false;
        return { json: { data: { markPullRequestReadyForReview: { pullRequest: { isDraft: false } } } } };
      },
    },
  };
}
