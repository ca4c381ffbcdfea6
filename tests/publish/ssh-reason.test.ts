/** What ssh and rsync print when they fail, and what whoever publishes is told. */

import { describe, expect, test } from 'vitest';
import { addressFault, parsePublishAddress } from '../../src/output/publish-address.ts';
import { sshReason } from '../../src/publish/ssh-reason.ts';

describe('a failure on another machine', () => {
  test.each([
    [
      'No ED25519 host key is known for [web]:22 and you have requested strict checking.\r\nHost key verification failed.\r\n',
      'ssh me@web true',
    ],
    [
      '@@@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @@@\r\nHost key verification failed.\r\n',
      'ssh-keygen -R me@web',
    ],
    [
      'no such identity: /home/me/key: No such file or directory\r\nme@web: Permission denied (publickey,password).\r\n',
      '~/.ssh/authorized_keys',
    ],
    [
      'ssh: Could not resolve hostname web: Name or service not known\r\n',
      'there is no host of the name me@web',
    ],
    ['ssh: connect to host web port 22: Connection refused\r\n', 'me@web does not answer'],
    [
      'rsync: [receiver] write failed on "/w/x.png": No space left on device (28)\nrsync error: error in file IO',
      'the disk of me@web is full',
    ],
    [
      'bash: line 1: rsync: command not found\nrsync: connection unexpectedly closed',
      'there is no program "rsync"',
    ],
  ])('%j', (said, told) => {
    expect(sshReason(said, 'me@web')).toContain(told);
  });

  test('that is not known is said as it was printed, in one line and without its last full stop', () => {
    expect(
      sshReason("a\r\nb\r\n\r\nmkdir: cannot create directory '/srv': Permission denied\r\nend.\r\n", 'web'),
    ).toBe("b mkdir: cannot create directory '/srv': Permission denied end");
    expect(sshReason('', 'web')).toBe('');
  });
});

test.each([
  ['rsync:web:www/news', 'rsync:web:/www/news'],
  ['ssh://me@web/var/www', 'rsync:me@web:/var/www'],
  ['sftp:me@web', 'rsync:me@web:/var/www/news'],
  ['/var/www/news', 'file:/var/www/news'],
  ['../www', 'file:../www'],
  ['file:~/www', 'without ~'],
  ['~/www', 'without ~'],
])('the address %s is told how it is written', (text, told) => {
  expect(parsePublishAddress(text)).toBeUndefined();
  expect(addressFault(text)).toContain(told);
});

test('a name is no fault of an address', () => {
  expect(addressFault('production')).toBeUndefined();
});
