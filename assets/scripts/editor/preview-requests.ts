/** Requests of the editor's page to its preview; those that change something carry the token of the page. */

import type { z } from 'zod';
import { requestLimit } from './stores/request-limit.ts';
import { StoreError } from './stores/story-store.ts';

export type Ask = (address: string, options?: RequestInit) => Promise<Response>;

export interface PreviewRequests {
  readonly request: Ask;
  readonly get: <T>(address: string, schema: z.ZodType<T>) => Promise<T>;
  readonly post: <T>(address: string, body: BodyInit, schema: z.ZodType<T>) => Promise<T>;
}

/** @param ask how its page asks the preview */
export function previewRequests(token: string, ask: typeof fetch = fetch): PreviewRequests {
  const request = requests(ask);
  return {
    request,
    get: async (address, schema) => schema.parse(await (await request(address)).json()),
    post: async (address, body, schema) => {
      const headers = { 'X-News-Token': token };
      return schema.parse(await (await request(address, { method: 'POST', body, headers })).json());
    },
  };
}

function requests(ask: typeof fetch): Ask {
  return async (address, options) => {
    let response: Response;
    try {
      response = await ask(address, { signal: requestLimit(bytesOf(options?.body)), ...options });
    } catch {
      throw new StoreError('The preview cannot be reached.', true);
    }
    if (!response.ok && response.status !== 304) throw new StoreError(await response.text(), false);
    return response;
  };
}

function bytesOf(body: BodyInit | null | undefined): number {
  if (body instanceof Blob) return body.size;
  return typeof body === 'string' ? body.length : 0;
}
