/** Answers what only a preview can do for the editor: reading dropped files, and git. */

import type { IncomingMessage } from 'node:http';
import { dayAt } from '../content/local-time.ts';
import { commitRequest, planRequest, pushRequest } from '../editor/preview-messages.ts';
import { jsonReply, type Reply, readBody, textReply } from './editor-reply.ts';
import { type DroppedFile, importDropped } from './import-dropped.ts';
import { listOpenBranches } from './open-branches.ts';
import type { SiteSnapshot } from './site-snapshot.ts';
import { StoryCommits } from './story-commits.ts';
import type { StoryFiles } from './story-files.ts';

/** A Word file with the photos of a long story. */
const maximumDropBytes = 400_000_000;

export class EditorTools {
  readonly #content: string;
  readonly #files: StoryFiles;
  readonly #commits: StoryCommits;

  constructor(contentFolder: string, files: StoryFiles) {
    this.#content = contentFolder;
    this.#files = files;
    this.#commits = new StoryCommits(contentFolder);
  }

  async branches(): Promise<Reply> {
    return jsonReply(await listOpenBranches(this.#content));
  }

  async plan(body: unknown): Promise<Reply> {
    const given = planRequest.safeParse(body);
    return given.success
      ? jsonReply(await this.#commits.plan(given.data.file, given.data.title))
      : textReply(400, 'The request cannot be read.');
  }

  async commit(body: unknown): Promise<Reply> {
    const given = commitRequest.safeParse(body);
    if (!given.success) return textReply(400, 'The request cannot be read.');
    const { file, branch, message } = given.data;
    return jsonReply(await this.#commits.commit(file, branch, message));
  }

  async push(body: unknown): Promise<Reply> {
    const given = pushRequest.safeParse(body);
    return given.success
      ? jsonReply({ message: await this.#commits.push(given.data.branch) })
      : textReply(400, 'The request cannot be read.');
  }

  /** Makes stories of the files in a form. */
  async import(query: URLSearchParams, request: IncomingMessage, { site }: SiteSnapshot): Promise<Reply> {
    const body = await readBody(request, maximumDropBytes);
    if (body === undefined)
      return textReply(413, `Files of ${maximumDropBytes / 1e6} MB can be dropped at once.`);
    const dropped = await formFiles(body, request.headers['content-type'] ?? '');
    if (dropped === undefined) return textReply(400, 'The request cannot be read.');
    const into = query.get('into');
    const answer = await importDropped({
      dropped,
      config: site.config,
      today: dayAt(site.nowMs, site.config.timeZone),
      files: this.#files,
      ...(into === null ? {} : { into }),
    });
    return jsonReply(answer);
  }
}

async function formFiles(body: Buffer, type: string): Promise<readonly DroppedFile[] | undefined> {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'Content-Type': type } }).formData();
    const files: DroppedFile[] = [];
    for (const [name, value] of form)
      if (typeof value !== 'string') files.push({ name, bytes: new Uint8Array(await value.arrayBuffer()) });
    return files;
  } catch {
    return undefined;
  }
}
