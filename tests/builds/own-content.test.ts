/** The content of this repository, whoever writes it, is held to what the check says. */

import { expect, test } from 'vitest';
import { root, runNews } from './run-news.ts';

test('content/ passes its own check', async () => {
  const { code, stdout, stderr } = await runNews(['check', '--content', 'content'], { cwd: root });
  expect(stdout + stderr).not.toMatch(/^\S+:\d+:\d+ error /mu);
  expect(code).toBe(0);
});
