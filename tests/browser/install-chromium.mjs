// Installs Debian's Chromium where no Chromium is to be found. Runs before the tests; needs apt-get and root.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

if (!places.some((place) => place !== undefined && existsSync(place))) {
  const run = (command, args) => execFileSync(command, args, { stdio: 'inherit' });
  console.log('Browser tests need Chromium; installing the package of the distribution.');
  try {
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']);
  } catch {
    console.error(
      'Chromium could not be installed. Install it by hand and set CHROMIUM_PATH to its program.',
    );
    process.exit(3);
  }
}
