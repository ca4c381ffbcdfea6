/** A value of the site as JSON, made once for each state of it; a browser that has it already is told so. */

import { createHash } from 'node:crypto';
import { contentTypeOf } from '../output/content-type.ts';
import type { Reply } from './editor-reply.ts';
import type { SiteSnapshot } from './site-snapshot.ts';

export class SnapshotJson {
  readonly #makeValue: (snapshot: SiteSnapshot) => unknown;
  #made: { readonly of: SiteSnapshot; readonly json: string; readonly tag: string } | undefined;

  constructor(makeValue: (snapshot: SiteSnapshot) => unknown) {
    this.#makeValue = makeValue;
  }

  /** @param knownTag of what the browser has */
  reply(snapshot: SiteSnapshot, knownTag: string | undefined): Reply {
    if (this.#made?.of !== snapshot) {
      const json = JSON.stringify(this.#makeValue(snapshot));
      const tag = `"${createHash('sha256').update(json).digest('base64url')}"`;
      this.#made = { of: snapshot, json, tag };
    }
    const { json, tag } = this.#made;
    const type = contentTypeOf('.json');
    return tag === knownTag
      ? { status: 304, type, body: '', headers: { ETag: tag } }
      : { status: 200, type, body: json, headers: { ETag: tag } };
  }
}
