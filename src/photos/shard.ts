/** One part of a first encoding that several machines share: `3/8` is the third of eight. Pure. */

export interface Shard {
  /** From 1 to `count`. */
  readonly number: number;
  readonly count: number;
}

/** Nothing when it is not written as `3/8`. */
export function parseShard(text: string): Shard | undefined {
  const match = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text);
  const [number, count] = [Number(match?.[1]), Number(match?.[2])];
  return number <= count ? { number, count } : undefined;
}

/** The files of one part. Every machine finds the same: each file is in exactly one part, whatever their order. */
export function filesOfShard(files: Iterable<string>, { number, count }: Shard): string[] {
  return [...new Set(files)].sort().filter((_, index) => index % count === number - 1);
}
