/** Where Chromium is on this machine. */

import { existsSync } from 'node:fs';

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Undefined where there is none: `npm test` installs it before any test runs. */
export function chromiumPath(): string | undefined {
  return places.find((place) => place !== undefined && place !== '' && existsSync(place));
}
