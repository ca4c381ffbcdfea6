/**
 * Requests to one host, with the editor's token. The token goes to that origin alone: never along with a redirect, never
 * to an address that an answer names.
 */

import type { z } from 'zod';
import { requestLimit } from './request-limit.ts';
import { StoreError } from './story-store.ts';

/** The host has answered with a refusal. */
export class HostError extends StoreError {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message, false);
    this.status = status;
  }
}

export interface HostClientOptions {
  /** Address that paths of requests are added to, without a slash at its end. */
  readonly api: string;
  readonly headers: Readonly<Record<string, string>>;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export class HostClient {
  readonly #options: HostClientOptions;
  readonly #origin: string;

  constructor(options: HostClientOptions) {
    this.#options = options;
    this.#origin = new URL(options.api).origin;
  }

  async get<T>(path: string, schema: z.ZodType<T>): Promise<T> {
    return await this.#read(await this.#request('GET', path), schema);
  }

  /** @returns undefined where there is no such thing */
  async find<T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> {
    try {
      return await this.get(path, schema);
    } catch (error) {
      if (error instanceof HostError && error.status === 404) return undefined;
      throw error;
    }
  }

  async send<T>(method: Method, path: string, body: unknown, schema: z.ZodType<T>): Promise<T> {
    return await this.#read(await this.#request(method, path, body), schema);
  }

  async bytes(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Uint8Array> {
    const response = await this.#request('GET', path, undefined, headers);
    return new Uint8Array(await response.arrayBuffer());
  }

  /** For what is answered by nothing. */
  async call(method: Method, path: string): Promise<void> {
    await this.#request(method, path);
  }

  async remove(path: string): Promise<void> {
    await this.#request('DELETE', path);
  }

  /**
   * All pages of a list, by number: a host's own links to the next page are not followed.
   * @param path with a question mark in it
   */
  async all<T>(path: string, schema: z.ZodType<readonly T[]>, perPage = 100): Promise<readonly T[]> {
    const all: T[] = [];
    for (let page = 1; page <= maximumPages; page += 1) {
      const part = await this.get(`${path}&page=${page}`, schema);
      all.push(...part);
      if (part.length < perPage) break;
    }
    return all;
  }

  async #read<T>(response: Response, schema: z.ZodType<T>): Promise<T> {
    const read = schema.safeParse(await response.json().catch(() => undefined));
    if (!read.success) throw new StoreError('The host answers with something that cannot be read.', false);
    return read.data;
  }

  async #request(
    method: Method,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const { api, headers: own } = this.#options;
    const url = new URL(api + path);
    if (url.origin !== this.#origin) throw new StoreError('The host has no such address.', false);
    const sent = body === undefined ? undefined : JSON.stringify(body);
    let response: Response;
    try {
      response = await fetch(url, {
        method,
        signal: requestLimit(sent?.length),
        headers: {
          ...own,
          ...headers,
          ...(sent === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(sent === undefined ? {} : { body: sent }),
        credentials: 'omit',
        redirect: 'error',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      });
    } catch {
      throw new StoreError('The host cannot be reached.', true);
    }
    if (!response.ok) throw await failureOf(response);
    return response;
  }
}

/** A repository of ten thousand branches or requests has bigger worries. */
const maximumPages = 100;

async function failureOf(response: Response): Promise<StoreError> {
  const { status, headers } = response;
  if (status >= 500) return new StoreError('The host is out of order. Try again in a minute.', true);
  if (status === 401)
    return new HostError(status, 'The host does not take this token: it is wrong, or has expired.');
  if (status === 429 || (status === 403 && headers.get('x-ratelimit-remaining') === '0'))
    return new HostError(status, 'The host takes no more requests for now. Try again in an hour.');
  if (status === 403)
    return new HostError(status, 'This token may not do that: it needs to read and write the repository.');
  const text = await response.text().catch(() => '');
  return new HostError(status, `The host refuses: ${sentenceOf(text)}`);
}

/** What a host says of its refusal. */
function sentenceOf(text: string): string {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer === 'object' && answer !== null && 'message' in answer) return String(answer.message);
  } catch {
    // No JSON: its text is what there is to show.
  }
  return text.slice(0, 200);
}
