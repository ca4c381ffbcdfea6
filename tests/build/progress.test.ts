/** The progress bar, on a terminal that remembers what was written to it. */

import { WriteStream } from 'node:tty';
import { expect, test, vi } from 'vitest';
import { terminalProgress } from '../../src/build/progress.ts';

function terminal(columns: number) {
  const written: string[] = [];
  const stream: NodeJS.WriteStream = Object.create(WriteStream.prototype);
  Object.assign(stream, { isTTY: true, columns });
  stream.write = vi.fn((text: string | Uint8Array) => {
    written.push(String(text));
    return true;
  });
  let nowMs = 5000;
  const progress = terminalProgress(stream, () => nowMs);
  const wait = (ms: number) => {
    nowMs += ms;
  };
  const lines = () => written.filter((text) => text.includes(' of '));
  return { progress, wait, written, lines };
}

test('says how far the work is and how long it takes still, and goes when it is done', () => {
  const { progress, wait, lines, written } = terminal(80);
  const step = progress.step('Encoding photos');
  step(1, 40);
  expect(written).toEqual([]);
  wait(10_000);
  step(10, 40);
  expect(lines()).toEqual([`Encoding photos ${'━'.repeat(8)}${'─'.repeat(22)} 10 of 40, 30 s left`]);
  wait(10);
  step(11, 40);
  expect(lines()).toHaveLength(1);
  wait(500_000);
  step(20, 40);
  expect(lines().at(-1)).toContain('20 of 40, 9 min left');
  step(40, 40);
  expect(written.at(-1)).toBe('\u001b[2K');
});

test('stays within one line of a narrow terminal, and says nothing of quick work', () => {
  const { progress, wait, lines, written } = terminal(20);
  progress.step('Reading photos')(1, 2);
  progress.clear();
  expect(written).toEqual([]);
  const step = progress.step('Reading photos');
  wait(400);
  step(1, 2);
  for (const line of written) expect(line.length).toBeLessThan(20);
  expect(lines()).toEqual([]);
});
