/** Installs the distribution's Chromium where no Chromium is to be found. Needs apt-get and root. */

import { execFileSync } from 'node:child_process';
import { chromiumPath } from './chromium-path.ts';

if (chromiumPath() === undefined) {
  const run = (command: string, args: readonly string[]) => execFileSync(command, args, { stdio: 'inherit' });
  console.log('Browser tests need Chromium; installing the package of the distribution.');
  try {
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']);
  } catch {
    console.error(
      'Chromium could not be installed. Install it by hand and set CHROMIUM_PATH to its program.',
    );
    process.exitCode = 3;
  }
}
