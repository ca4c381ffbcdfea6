/** Where Chromium is on this machine, and how it is started. */

import { existsSync } from 'node:fs';

const places = [
  process.env.CHROMIUM_PATH,
  // The same Chromium without windows, menus and much else that no page sees.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Undefined where there is none: `npm test` installs it before any test runs. */
export function chromiumPath(): string | undefined {
  return places.find((place) => place !== undefined && place !== '' && existsSync(place));
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
