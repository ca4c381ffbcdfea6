/** The table of commands: what the help says, and that each command's program is loaded when it is called, not before. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { commandLine } from '../../src/cli/command-table.ts';
import { exitCode } from '../../src/cli/exit-code.ts';
import { runCommandLine } from '../../src/cli/main.ts';

const cli = path.resolve(import.meta.dirname, '../../src/cli');
const root = path.resolve(cli, '../..');
const launch = { root, home: root, bundle: '/nowhere' };

afterEach(() => vi.restoreAllMocks());

async function say(...args: readonly string[]) {
  let said = '';
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
  const code = await runCommandLine(args, async () => launch);
  vi.restoreAllMocks();
  return { code, said };
}

function allCommands() {
  const { commands } = commandLine(async () => undefined);
  return commands.flatMap((command) =>
    command.commands.length === 0
      ? [command.name()]
      : command.commands.map((inner) => `${command.name()} ${inner.name()}`),
  );
}

describe('the command line', () => {
  test.each(allCommands())('%s has a help with an example of itself', async (name) => {
    const { code, said } = await say(...name.split(' '), '--help');
    expect(code).toBe(exitCode.good);
    expect(said).toMatch(/^Usage: news /u);
    expect(said).toMatch(new RegExp(`Examples?:\\n(?:.*\\n)*  npx news ${name}\\b`, 'u'));
  });

  test('the help of the whole lists every command under its heading', async () => {
    const { said } = await say('--help');
    for (const heading of ['Writing:', 'Publishing:', 'Upkeep:']) expect(said).toContain(`\n${heading}\n`);
    for (const name of allCommands()) expect(said).toContain(`\n  ${name.split(' ')[0]} `);
  });

  test('a value that cannot be read is a wrong call, and the message says what to write', async () => {
    const { code, said } = await say('preview', '--port', '70000');
    expect(code).toBe(exitCode.usage);
    expect(said).toContain('A port is a number below 65536');
  });

  test('one value that is given twice is a wrong call: the first would be lost', async () => {
    const { code, said } = await say('init', 'x', '--topics', 'Research', '--topics', 'People');
    expect(code).toBe(exitCode.usage);
    expect(said).toContain("option '--topics <names>' is given twice, and takes one value");
    const several = await say('new', '--topic', 'A', '--topic', 'B', '--help');
    expect(several.said).not.toContain('twice');
  });

  test('a word that is no command is a wrong call', async () => {
    expect((await say('publsh')).code).toBe(exitCode.usage);
  });

  test('the table names the programs of commands as types alone: none is loaded before it is called', () => {
    const eager = readdirSync(cli)
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [
        ...readFileSync(path.join(cli, file), 'utf8').matchAll(/^import (?!type).*commands\/.*$/gmu),
      ])
      .map(([line]) => line);
    expect(eager).toEqual([]);
  });
});
