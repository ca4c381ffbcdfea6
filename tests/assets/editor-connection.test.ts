/** A connection that is lost and comes back: what waits for it is done then, and the editor is told of both. */

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Connection } from '../../assets/scripts/editor/connection.ts';
import { HostError } from '../../assets/scripts/editor/stores/host-client.ts';
import { StoreError } from '../../assets/scripts/editor/stores/story-store.ts';

// The words of the editor are in the language of a browser.
vi.hoisted(() => vi.stubGlobal('navigator', { language: 'en' }));

let isOffline: boolean;
let said: (string | undefined)[];
let retries: number;
let connection: Connection;

const work = async (): Promise<void> => {
  if (isOffline) throw new StoreError('The preview cannot be reached.', true);
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', Object.assign(new EventTarget(), { setTimeout, clearTimeout }));
  isOffline = true;
  said = [];
  retries = 0;
  connection = new Connection({
    say: (message) => said.push(message),
    retry: () => {
      retries += 1;
      void connection.attempt(work);
    },
  });
});

afterEach(() => {
  connection.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test.each([
  ['the browser says so', () => window.dispatchEvent(new Event('online'))],
  ['it is tried again', () => vi.advanceTimersByTime(5000)],
])('is told as lost until %s, and no longer', async (_, comeBack) => {
  expect(await connection.attempt(work)).toBe(false);
  expect(connection.isLost).toBe(true);
  isOffline = false;
  comeBack();
  await vi.advanceTimersByTimeAsync(0);
  expect(retries).toBe(1);
  expect(connection.isLost).toBe(false);
  expect(said.at(-1)).toBeUndefined();
});

test('stays lost while it is, and each thing that waits is done once when it is back', async () => {
  let saves = 0;
  const save = (): void => {
    saves += 1;
    void connection.attempt(work, save);
  };
  save();
  void connection.attempt(work);
  await vi.advanceTimersByTimeAsync(11_000);
  expect(connection.isLost).toBe(true);
  expect(said.at(-1)).toContain('Not connected');
  const [before, tried] = [saves, retries];
  isOffline = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect([saves - before, retries - tried]).toEqual([1, 1]);
  expect(connection.isLost).toBe(false);
});

test('a refusal is told and is no lost connection', async () => {
  const refuse = async (): Promise<void> => {
    throw new StoreError('The story is too large.', false);
  };
  expect(await connection.attempt(refuse)).toBe(false);
  expect(said).toEqual(['The story is too large.']);
  expect(connection.isLost).toBe(false);
});

test('a token that has expired says how to go on', async () => {
  const refuse = (status: number) => connection.attempt(() => Promise.reject(new HostError(status, 'No.')));
  expect(await refuse(401)).toBe(false);
  expect(said.at(-1)).toBe(
    'No. Load this page again to sign in; what you have written is kept in this browser.',
  );
  expect(await refuse(403)).toBe(false);
  expect(said.at(-1)).toBe('No.');
});
