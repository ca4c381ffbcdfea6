/** Whom the preview listens for, and by which names it may be asked. */

import { request } from 'node:http';
import os from 'node:os';
import { expect, test } from 'vitest';
import { listenLocally } from '../../src/preview/local-server.ts';
import { isOwnHost, mayAsk, type OwnNames, ownNames } from '../../src/preview/own-host.ts';

const own: OwnNames = {
  names: new Set(['localhost', '127.0.0.1', '::1', '192.168.1.20', 'fe80::1', 'desk', 'desk.local']),
};

test.each([
  '127.0.0.1',
  'localhost',
  '0.0.0.0',
  '::',
  '::1',
  '192.168.1.20',
  'Desk',
  'news.localhost',
  'fe80::1%eth0',
])('listens on %s, which is this machine', (host) => expect(isOwnHost(host, own)).toBe(true));

test.each(['news.example.edu', '192.0.2.1', '8.8.8.8', '', 'localhost.example', 'desk.example'])(
  'does not listen on %j, which is another',
  (host) => expect(isOwnHost(host, own)).toBe(false),
);

test('answers to its own names alone: a foreign name that leads here is a page that wants to read drafts', () => {
  for (const header of ['localhost:8080', '127.0.0.1:8080', '[::1]:8080', 'news.localhost']) {
    expect(mayAsk(header, true, own)).toBe(true);
    expect(mayAsk(header, false, own)).toBe(true);
  }
  for (const header of ['192.168.1.20:8080', '[fe80::1]:8080', 'DESK:8080', 'desk.local']) {
    expect(mayAsk(header, true, own), header).toBe(false);
    expect(mayAsk(header, false, own), header).toBe(true);
  }
  for (const header of [
    undefined,
    '',
    'evil.example',
    'evil.example:8080',
    '192.168.1.21:8080',
    'localhost.evil.example',
  ])
    for (const isPrivate of [true, false]) expect(mayAsk(header, isPrivate, own), header).toBe(false);
});

test('knows the names of the machine that it runs on', () => {
  expect(isOwnHost(os.hostname(), ownNames())).toBe(true);
});

test.each(['127.0.0.1', '0.0.0.0'])('refuses a foreign name over the wire, listening on %s', async (host) => {
  const server = await listenLocally({ host, port: 0 }, async (_, response) => void response.end('a draft'));
  const { port } = new URL(server.origin);
  const ask = (name: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      request({ host: '127.0.0.1', port, headers: { host: name } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });
  expect(await ask(`127.0.0.1:${port}`)).toBe(200);
  expect(await ask('evil.example')).toBe(403);
  await server.close();
});
