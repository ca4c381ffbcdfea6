/** Reads the values of options. Throws commander's InvalidArgumentError, which says what to write. */

import { InvalidArgumentError } from 'commander';
import { parseShard, type Shard } from '../photos/shard.ts';

export function readShard(text: string): Shard {
  const shard = parseShard(text);
  if (shard !== undefined) return shard;
  throw new InvalidArgumentError('A part is written as 3/8: the third of eight.');
}

export function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new InvalidArgumentError('A port is a number below 65536, such as 8080.');
}

export function readMinutes(text: string): number {
  const minutes = Number(text);
  if (Number.isFinite(minutes) && minutes >= 0) return minutes;
  throw new InvalidArgumentError('Write how many minutes, such as 15.');
}

export function readCount(text: string): number {
  const number = Number(text);
  if (/^\d{1,6}$/u.test(text)) return number;
  throw new InvalidArgumentError('Write a whole number, such as 5.');
}
