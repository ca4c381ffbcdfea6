/**
 * A test server of a host: a real git repository behind the host's REST interface. Requests that its published
 * description does not know, or whose query or body does not fit it, are faults of ours.
 */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { GitRepository } from './git-repository.ts';

export const token = 'secret-token';

/** An operation of a published description. */
export interface Operation {
  readonly method: string;
  /** `/repos/{owner}/{repo}/git/ref/{ref}` */
  readonly path: string;
  readonly status: number;
  readonly query: ReadonlyMap<string, z.ZodType>;
  readonly body?: z.ZodType | undefined;
  readonly answer?: z.ZodType | undefined;
}

/** An operation that is answered as both GitLab and Forgejo answer its method. */
export function operation(
  method: string,
  path: string,
  query: Readonly<Record<string, z.ZodType>> = {},
  body?: z.ZodType,
): Operation {
  const status = method === 'POST' ? 201 : method === 'DELETE' ? 204 : 200;
  return { method, path, status, query: new Map(Object.entries(query)), body };
}

interface HostRequestParts {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

type Handler = (request: HostRequestParts) => Promise<HostAnswer>;

interface HostAnswer {
  readonly status?: number;
  readonly json?: unknown;
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface HostKind {
  /** What stands before the paths of the description. */
  readonly prefix: string;
  readonly operations: readonly Operation[];
  /** By method and path of the description. */
  readonly handlers: Readonly<Record<string, Handler>>;
  /** The token, as a request brings it. */
  readonly tokenOf: (request: IncomingMessage) => string | undefined;
}

export interface HostServer {
  /** Without a slash at its end. */
  readonly api: string;
  /** What requests did wrong by the description. */
  readonly faults: string[];
  readonly requests: string[];
  /** Answers nothing any more, as a lost connection. */
  isGone: boolean;
  readonly close: () => Promise<void>;
}

export class HostRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export async function startHost(kind: HostKind): Promise<HostServer> {
  const faults: string[] = [];
  const requests: string[] = [];
  const state = { isGone: false };
  const server = createServer((request, response) => {
    if (state.isGone) return void request.socket.destroy();
    answer(kind, request, faults, requests)
      .catch((error: unknown): HostAnswer => {
        if (error instanceof HostRefusal) return { status: error.status, json: { message: error.message } };
        faults.push(String(error));
        return { status: 500, json: { message: String(error) } };
      })
      .then((given) => send(response, given));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port }: AddressInfo = z.custom<AddressInfo>().parse(server.address());
  return {
    api: `http://127.0.0.1:${port}${kind.prefix}`,
    faults,
    requests,
    get isGone() {
      return state.isGone;
    },
    set isGone(value) {
      state.isGone = value;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** What hosts allow to pages of other origins, and what they let them read. */
const crossOrigin = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, Accept, PRIVATE-TOKEN, X-GitHub-Api-Version',
  'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE',
};

async function answer(
  { prefix, operations, handlers, tokenOf }: HostKind,
  request: IncomingMessage,
  faults: string[],
  requests: string[],
): Promise<HostAnswer> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const method = request.method ?? 'GET';
  if (method === 'OPTIONS') return { status: 204 };
  requests.push(`${method} ${request.url}`);
  if (request.headers.cookie !== undefined || request.headers.referer !== undefined)
    faults.push('A cookie or an address of the page was sent along.');
  if (tokenOf(request) !== token) throw new HostRefusal(401, 'Bad credentials');
  const body = await readJson(request);
  const path = pathname.slice(prefix.length);
  for (const operation of operations) {
    const parameters = operation.method === method ? matchPath(operation.path, path) : undefined;
    if (parameters === undefined) continue;
    const name = `${method} ${operation.path}`;
    for (const [key, value] of searchParams) {
      const schema = operation.query.get(key);
      if (schema === undefined) faults.push(`${name}: there is no ?${key}`);
      else if (![value, Number(value), value === 'true'].some((one) => schema.safeParse(one).success))
        faults.push(`${name}: ?${key}=${value} is not allowed`);
    }
    const read = operation.body?.safeParse(body);
    if (read?.success === false) faults.push(`${name}: ${z.prettifyError(read.error)}`);
    const handler = handlers[name];
    if (handler === undefined) throw new Error(`The test server does not answer ${name}`);
    const given = await handler({ parameters, query: searchParams, body });
    const answered = operation.answer?.safeParse(given.json);
    if ((given.status ?? operation.status) < 300 && answered?.success === false)
      faults.push(`The test server's own answer to ${name}: ${z.prettifyError(answered.error)}`);
    return { ...given, status: given.status ?? operation.status };
  }
  faults.push(`${method} ${path} is not in the description`);
  throw new HostRefusal(404, 'Not Found');
}

/** The last parameter may hold slashes, as names of branches do. */
function matchPath(template: string, path: string): Readonly<Record<string, string>> | undefined {
  const names = [...template.matchAll(/\{([^}]+)\}/gu)].map(([, name = '']) => name);
  const pattern = template.replace(/\{[^}]+\}(?=$)/u, '(.+)').replace(/\{[^}]+\}/gu, '([^/]+)');
  const match = new RegExp(`^${pattern}$`, 'u').exec(path);
  if (match === null) return undefined;
  return Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]));
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) if (Buffer.isBuffer(part)) parts.push(part);
  const text = Buffer.concat(parts).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}

function send(response: ServerResponse, { status = 200, json, bytes, headers = {} }: HostAnswer): void {
  const exposed = Object.keys(headers).join(', ');
  response.writeHead(status, {
    ...crossOrigin,
    ...headers,
    'Access-Control-Expose-Headers': exposed,
    'Content-Type': bytes === undefined ? 'application/json' : 'application/octet-stream',
  });
  response.end(bytes ?? (json === undefined ? '' : JSON.stringify(json)));
}

/** A request to merge, as all hosts know it. */
export interface KnownRequest {
  readonly number: number;
  readonly branch: string;
  readonly main: string;
  title: string;
  isDraft: boolean;
  state: 'open' | 'closed' | 'merged';
  /** Of its branch, when it was merged. */
  mergedHead?: string;
}

/** What a test does on the host's own pages, as a colleague would. */
export class HostPages {
  readonly repository: GitRepository;
  readonly requests: KnownRequest[] = [];

  constructor(repository: GitRepository) {
    this.repository = repository;
  }

  add(branch: string, main: string, title: string, isDraft: boolean): KnownRequest {
    if (this.requests.some((one) => one.branch === branch && one.state === 'open'))
      throw new HostRefusal(422, 'A request is open for this branch already');
    const request: KnownRequest = {
      number: this.requests.length + 1,
      branch,
      main,
      title,
      isDraft,
      state: 'open',
    };
    this.requests.push(request);
    return request;
  }

  async headOf({ branch, mergedHead }: KnownRequest): Promise<string> {
    return mergedHead ?? (await this.repository.head(branch)) ?? '';
  }

  at(number: string | undefined): KnownRequest {
    const request = this.requests.find((one) => String(one.number) === number);
    if (request === undefined) throw new HostRefusal(404, 'Not Found');
    return request;
  }

  /** Merges the open request of a branch. @returns whether git had no conflict */
  async merge(branch: string): Promise<boolean> {
    const request = this.requests.find((one) => one.branch === branch && one.state === 'open');
    const head = await this.repository.head(branch);
    if (request === undefined || head === undefined) return false;
    if (!(await this.repository.merge(branch, request.main))) return false;
    request.state = 'merged';
    request.mergedHead = head;
    return true;
  }
}
