/** The open pages, told of every change: those that look different load again, others ask what is wrong with them. */

import type { ServerResponse } from 'node:http';
import { versionOf } from './desk.ts';
import type { PreviewSite } from './preview-site.ts';

interface Listener {
  readonly url: string;
  readonly response: ServerResponse;
  version: string;
}

export class Listeners {
  readonly #preview: PreviewSite;
  readonly #all = new Set<Listener>();

  constructor(preview: PreviewSite) {
    this.#preview = preview;
  }

  /** @param version of the page as the browser has it */
  add(response: ServerResponse, url: string, version: string): void {
    const listener: Listener = { url, response, version };
    response.setHeader('Content-Type', 'text/event-stream');
    response.write('retry: 500\n\n');
    this.#all.add(listener);
    response.on('close', () => this.#all.delete(listener));
    // What has changed between the page and this question nobody has told it.
    this.#tell(listener);
  }

  tellAll(): void {
    for (const listener of this.#all) this.#tell(listener);
  }

  close(): void {
    for (const { response } of this.#all) response.end();
  }

  #tell(listener: Listener): void {
    const version = this.#versionAt(listener.url);
    const isSame = version === listener.version;
    listener.version = version;
    listener.response.write(`event: ${isSame ? 'report' : 'page'}\ndata: ${version}\n\n`);
  }

  #versionAt(url: string): string {
    return versionOf(this.#preview.pageAt(url) ?? this.#preview.missingPage);
  }
}
