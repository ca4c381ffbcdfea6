/** A preview of a temporary content folder in a process of its own, as an editor starts it. */

import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../builds/run-news.ts';

export interface PreviewProcess {
  /** Without a slash at its end. */
  readonly origin: string;
  /** What it has told in the terminal so far. */
  readonly said: () => string;
  readonly stop: () => Promise<void>;
}

/** @param folder that holds `content` @param port 0 takes any @param launcher of an installed generator */
export async function startPreview(
  folder: string,
  port = 0,
  launcher = path.join(root, 'src/cli/launch.cjs'),
): Promise<PreviewProcess> {
  const server = spawn(
    process.execPath,
    [launcher, 'preview', '--content', 'content', '--port', String(port)],
    { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  const origin = await new Promise<string>((resolve, reject) => {
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const address = /http:\/\/localhost:\d+/u.exec(said)?.[0];
      if (address !== undefined) resolve(address.replace('localhost', '127.0.0.1'));
    });
    server.stderr.on('close', () => reject(new Error(said)));
  });
  return {
    origin,
    said: () => said,
    stop: () =>
      new Promise((resolve) => {
        server.on('exit', () => resolve());
        server.kill('SIGINT');
      }),
  };
}
