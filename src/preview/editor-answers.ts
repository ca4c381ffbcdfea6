/**
 * Answers the editor: its page, its settings, stories and photos, and the page of the story that is being written.
 * Changes are accepted from its own page only (see `EditorGuard`).
 */

import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { z } from 'zod';
import { bundleEditor } from '../build/assets/bundle-editor.ts';
import type { Project } from '../build/project.ts';
import { editorPage } from '../editor/editor-page.ts';
import { settingsOf } from '../editor/editor-settings.ts';
import {
  draftRequest,
  type OpenedStory,
  pasteRequest,
  type RenderedStory,
  saveRequest,
} from '../editor/store-messages.ts';
import { storyList } from '../editor/story-list.ts';
import { isStoryPath } from '../editor/story-path.ts';
import { pasteHtml } from '../imports/html/paste-html.ts';
import { contentTypeOf } from '../output/content-type.ts';
import { defined } from '../text/defined.ts';
import { DraftPages } from './draft-pages.ts';
import { EditorGuard } from './editor-guard.ts';
import { EditorPhotos } from './editor-photos.ts';
import { jsonReply, parseJson, type Reply, readBody, sendReply, textReply } from './editor-reply.ts';
import { EditorTools } from './editor-tools.ts';
import type { PreviewSite } from './preview-site.ts';
import type { SiteSnapshot } from './site-snapshot.ts';
import { SnapshotJson } from './snapshot-json.ts';
import { StoryFiles } from './story-files.ts';

/** Address of the editor's page, below the root of the site. */
export const editorFolder = 'admin';

const maximumRequestBytes = 8_000_000;

export class EditorAnswers {
  readonly #project: Project;
  readonly #preview: PreviewSite;
  readonly #files: StoryFiles;
  readonly #photos: EditorPhotos;
  readonly #tools: EditorTools;
  readonly #guard: EditorGuard;
  readonly #pages = new DraftPages();
  readonly #list = new SnapshotJson(({ content, site }) => storyList(content, site.nowMs));
  readonly #settings: SnapshotJson;
  readonly #changes: Readonly<Record<string, (body: unknown) => Promise<Reply>>>;
  #bundle: Promise<ReadonlyMap<string, Uint8Array>> | undefined;

  /** @param isLocal whether the preview listens on this machine alone: otherwise nothing is saved */
  constructor(project: Project, preview: PreviewSite, isLocal: boolean) {
    this.#project = project;
    this.#preview = preview;
    this.#files = new StoryFiles(project.content);
    this.#photos = new EditorPhotos(project, this.#files);
    this.#tools = new EditorTools(project.content, this.#files);
    this.#guard = new EditorGuard(isLocal);
    const contentName = path.basename(project.content);
    this.#settings = new SnapshotJson(({ content }) => settingsOf(content, contentName));
    this.#changes = {
      draft: (body) => this.#with(draftRequest, body, (draft) => this.#render(draft)),
      save: (body) =>
        this.#with(saveRequest, body, async ({ file, raw, version }) =>
          jsonReply(await this.#files.save(file, raw, version)),
        ),
      branches: () => this.#tools.branches(),
      plan: (body) => this.#tools.plan(body),
      commit: (body) => this.#tools.commit(body),
      push: (body) => this.#tools.push(body),
      paste: (body) => this.#with(pasteRequest, body, async ({ html }) => jsonReply(pasteHtml(html))),
    };
  }

  /** Scripts and styles are bundled again at the next request. */
  forgetBundle(): void {
    this.#bundle = undefined;
  }

  /** @param name the address below the editor's page; empty for the page itself */
  async answer(
    name: string,
    query: URLSearchParams,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { snapshot } = this.#preview;
    if (snapshot === undefined)
      return sendReply(response, textReply(503, 'The site cannot be read yet: see its front page.'));
    if (request.method === 'POST')
      return sendReply(response, await this.#change(name, query, request, snapshot));
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return sendReply(response, textReply(405, 'GET or POST.'));
    if (name === 'thumb')
      return await this.#photos.sendThumbnail(query.get('file') ?? '', snapshot, response);
    sendReply(response, await this.#read(name, query, snapshot, request.headers['if-none-match']));
  }

  async #read(
    name: string,
    query: URLSearchParams,
    snapshot: SiteSnapshot,
    knownTag: string | undefined,
  ): Promise<Reply> {
    this.#bundle ??= bundleEditor(path.join(this.#project.root, 'assets'));
    switch (name) {
      case '': {
        const page = editorPage(snapshot.site.config.name, this.#guard.pageToken);
        return { status: 200, type: contentTypeOf('.html'), body: page };
      }
      case 'settings.json':
        return this.#settings.reply(snapshot, knownTag);
      case 'stories.json':
        return this.#list.reply(snapshot, knownTag);
      case 'story.json':
        return await this.#open(query.get('file') ?? '', snapshot);
    }
    if (name.startsWith('page/')) return this.#pages.reply(name.slice('page/'.length));
    const file = (await this.#bundle).get(name);
    return file === undefined
      ? textReply(404, 'The editor has no such file.')
      : { status: 200, type: contentTypeOf(name), body: file };
  }

  async #change(
    name: string,
    query: URLSearchParams,
    request: IncomingMessage,
    snapshot: SiteSnapshot,
  ): Promise<Reply> {
    const refusal = this.#guard.refusalOf(request);
    if (refusal !== undefined) return textReply(403, refusal);
    if (name === 'photo') return await this.#photos.add(query, request, snapshot);
    if (name === 'import') return await this.#tools.import(query, request, snapshot);
    const change = Object.hasOwn(this.#changes, name) ? this.#changes[name] : undefined;
    if (change === undefined) return textReply(404, 'The editor asks no such thing.');
    const body = await readBody(request, maximumRequestBytes);
    return body === undefined ? textReply(413, 'The story is too large.') : await change(parseJson(body));
  }

  async #with<T>(schema: z.ZodType<T>, body: unknown, answer: (given: T) => Promise<Reply>): Promise<Reply> {
    const given = schema.safeParse(body);
    return given.success ? await answer(given.data) : textReply(400, 'The request cannot be read.');
  }

  async #open(file: string, snapshot: SiteSnapshot): Promise<Reply> {
    const stored = await this.#files.read(file);
    if (stored === undefined) return textReply(404, `${file} is not there, or cannot be read as UTF-8.`);
    const folder = path.posix.dirname(file);
    const beside = (await this.#files.beside(file)).map((name) => `${folder}/${name}`);
    const photos = await this.#photos.photosOf(beside, snapshot);
    const photoNames = new Set(photos.map(({ name }) => name));
    const opened: OpenedStory = {
      ...stored,
      photos: [...photos],
      others: beside
        .map((one) => path.posix.basename(one))
        .filter((name) => !name.endsWith('.md') && !photoNames.has(name)),
      translations: beside.filter((one) => isStoryPath(one) && one !== file),
    };
    return jsonReply(opened);
  }

  async #render(draft: { readonly file: string; readonly text: string }): Promise<Reply> {
    if (!isStoryPath(draft.file)) return textReply(400, `${draft.file} is not the file of a story.`);
    const rendered = await this.#preview.renderDraft(draft);
    if (rendered === undefined) return textReply(503, 'The site cannot be read yet: see its front page.');
    const { diagnostics, views } = rendered;
    const answer: RenderedStory = {
      findings: diagnostics.map(({ fix, ...one }) => ({
        ...one,
        ...defined({ fix: fix?.map((edit) => ({ ...edit })) }),
      })),
      ...defined({ page: views && this.#pages.add(views) }),
    };
    return jsonReply(answer);
  }
}
