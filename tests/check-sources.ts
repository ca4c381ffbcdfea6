/**
 * The linter, the compiler and the search for unused exports side by side, as `npm test` begins: each by its own script
 * of package.json. What one of them says is printed whole, when it has ended.
 */

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '..');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));

const codes = await Promise.all(['lint', 'types', 'unused'].map(run));
process.exitCode = Math.max(...codes);

/** Without npm, which takes a second to start. @returns the exit code */
async function run(name: string): Promise<number> {
  const command = scripts[name];
  if (command === undefined) throw new Error(`package.json has no script "${name}".`);
  const programs = path.join(root, 'node_modules', '.bin');
  const child = spawn(command, {
    cwd: root,
    shell: true,
    env: { ...process.env, PATH: `${programs}${path.delimiter}${process.env.PATH}` },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve(status ?? 1));
  });
  console.log(`> ${command}\n${said}`);
  return code;
}
