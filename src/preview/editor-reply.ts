/** Replies of the editor's server, and the bodies of its requests. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { contentTypeOf } from '../output/content-type.ts';

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export function jsonReply(value: unknown): Reply {
  return { status: 200, type: contentTypeOf('.json'), body: JSON.stringify(value) };
}

export function textReply(status: number, body: string): Reply {
  return { status, type: 'text/plain; charset=utf-8', body };
}

export function sendReply(response: ServerResponse, { status, type, body, headers }: Reply): void {
  response.statusCode = status;
  response.setHeader('Content-Type', type);
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
  response.end(body);
}

/** Undefined when it is larger. */
export async function readBody(request: IncomingMessage, maximumBytes: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) continue;
    bytes += part.length;
    if (bytes > maximumBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
