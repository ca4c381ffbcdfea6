/** Notifies open pages of every change: those that look different reload, others request their report again. */

import type { ServerResponse } from 'node:http';
import type { PreviewSite } from './preview-site.ts';
import { versionOf } from './preview-toolbar.ts';

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
    // The page may have changed between its request and this one.
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
