/** Where Chromium is on this machine, and how it is started. */

import { existsSync } from 'node:fs';

/** Chromium without windows, menus and much else that no page sees: tests take a third less processor time with it. */
const shell = '/usr/bin/chromium-headless-shell';
const places = [
  process.env.CHROMIUM_PATH,
  shell,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Undefined where there is none: `npm test` installs it before any test runs. */
export function chromiumPath(): string | undefined {
  return places.find((place) => place !== undefined && place !== '' && existsSync(place));
}

/** Whether tests would run with another Chromium than the frugal one, and nobody has chosen that. */
export function lacksChromiumShell(): boolean {
  return (process.env.CHROMIUM_PATH ?? '') === '' && !existsSync(shell);
}

export const chromiumFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // No page may reach another host, and no test may depend on one.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];
