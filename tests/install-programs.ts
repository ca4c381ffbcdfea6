/** Installs the programs of the distribution that the tests need and do not find. Needs apt-get and root. */

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromiumPath, lacksChromiumShell } from './browser/chromium-path.ts';

const programs = [
  {
    name: 'Chromium',
    isThere: chromiumPath() !== undefined,
    packages: ['chromium-headless-shell', 'fonts-noto-cjk'],
    else: 'Install it by hand and set CHROMIUM_PATH to its program.',
  },
  {
    name: 'Java',
    isThere: spawnSync('java', ['-version']).status === 0,
    packages: ['default-jre-headless'],
    else: 'Install it by hand: the Nu HTML Checker runs on it.',
  },
  {
    name: 'rsync',
    isThere: spawnSync('rsync', ['--version']).status === 0,
    packages: ['rsync'],
    else: 'Install it by hand: publishing by SSH is tested with it.',
  },
  {
    name: 'OpenSSH',
    isThere: ['/usr/sbin/sshd', '/usr/bin/ssh'].every((program) => existsSync(program)),
    packages: ['openssh-server', 'openssh-client'],
    else: 'Install it by hand: publishing by SSH is tested with it, on loopback.',
  },
  {
    name: 'nginx',
    isThere: ['/usr/sbin/nginx', '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'].every((file) =>
      existsSync(file),
    ),
    packages: ['nginx-light', 'libnginx-mod-http-brotli-static'],
    else: 'Install it by hand: what it sends to readers is tested with it, on loopback.',
  },
  {
    name: 'GoAccess',
    isThere: spawnSync('goaccess', ['--version']).status === 0,
    packages: ['goaccess'],
    else: 'Install it by hand: counts of readers are compared with its own; without it that is passed over.',
  },
  {
    name: 'bubblewrap',
    isThere: spawnSync('bwrap', ['--version']).status === 0,
    packages: ['bubblewrap'],
    else: 'Install it by hand: building a stranger’s change sealed off is tested with it.',
  },
];

const apt = (...args: readonly string[]) => execFileSync('apt-get', args, { stdio: 'inherit' });
const install = (...args: readonly string[]) =>
  apt('install', '-y', '-qq', '--no-install-recommends', ...args);

const missing = programs.filter(({ isThere }) => !isThere);
if (missing.length > 0) {
  console.log(
    `The tests need ${missing.map(({ name }) => name).join(' and ')}; installing from the distribution.`,
  );
  try {
    apt('update', '-qq');
    install(...missing.flatMap(({ packages }) => packages));
  } catch {
    for (const { name, else: advice } of missing) console.error(`${name} could not be installed. ${advice}`);
    process.exitCode = 3;
  }
}

// Where another Chromium is there already, it does.
if (lacksChromiumShell() && chromiumPath() !== undefined && process.getuid?.() === 0) {
  try {
    if (missing.length === 0) apt('update', '-qq');
    install('--no-remove', 'chromium-headless-shell');
  } catch {
    console.log('There is no chromium-headless-shell: tests in a browser take longer without it.');
  }
}
