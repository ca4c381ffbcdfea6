/** HTTP server for browsers of this machine or of its network; it answers to its own names alone. */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { isIPv6 } from 'node:net';
import { isLoopback, mayAsk, ownNames } from './own-host.ts';

export interface LocalServer {
  /** Without a slash at its end. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

export interface ListenOptions {
  readonly host: string;
  /** Another port is taken when this one is in use; 0 takes any. */
  readonly port: number;
}

const portsTried = 20;

/** Throws when no port is free. */
export async function listenLocally(
  { host, port }: ListenOptions,
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<LocalServer> {
  const isPrivate = isLoopback(host);
  const names = ownNames();
  const server = createServer((request, response) => {
    if (!mayAsk(request.headers.host, isPrivate, names)) {
      const whom = isPrivate ? 'localhost alone' : 'names and addresses of its own machine alone';
      return sendText(response, 403, `The preview answers to ${whom}.`);
    }
    answer(request, response).catch((error: unknown) => {
      console.error(error);
      if (response.headersSent) response.destroy();
      else sendText(response, 500, 'The preview has failed at this page; the terminal says why.');
    });
  });
  const listen = (wanted: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(wanted, host, () => {
        server.off('error', reject);
        resolve();
      });
    });
  for (let wanted = port; ; wanted += 1) {
    try {
      await listen(wanted);
      break;
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken || port === 0 || wanted >= port + portsTried)
        throw new Error(`Cannot listen on ${host}, port ${wanted}.`, { cause: error });
    }
  }
  const address = server.address();
  const name = ['127.0.0.1', '::1'].includes(host) ? 'localhost' : isIPv6(host) ? `[${host}]` : host;
  return {
    origin: `http://${name}:${typeof address === 'object' && address !== null ? address.port : port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end(text);
}
