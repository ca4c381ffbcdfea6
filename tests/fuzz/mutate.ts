/** Makes texts out of texts: what a fuzzer does between two runs. Random only by the numbers that it is given. */

export type Random = () => number;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(random: Random, from: readonly T[]): T {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new Error('Nothing to pick from.');
  return found;
}

/** Longer texts come from `swell` alone. */
const maximumLength = 20_000;

export function mutate(
  text: string,
  { random, pieces, others }: { random: Random; pieces: readonly string[]; others: readonly string[] },
): string {
  let made = text;
  const rounds = 1 + Math.floor(random() ** 2 * 8);
  for (let round = 0; round < rounds; round += 1) {
    const at = Math.floor(random() * (made.length + 1));
    const length = Math.floor(random() ** 3 * Math.min(200, made.length - at)) + 1;
    const slice = made.slice(at, at + length);
    const rest = made.slice(at);
    switch (Math.floor(random() * 8)) {
      case 0:
        made = made.slice(0, at) + made.slice(at + length);
        break;
      case 1:
        made = made.slice(0, at) + slice.repeat(1 + Math.floor(random() ** 4 * 30)) + rest;
        break;
      case 2: {
        const other = pick(random, others);
        const from = Math.floor(random() * other.length);
        made = made.slice(0, at) + other.slice(from, from + Math.floor(random() * 300)) + rest;
        break;
      }
      case 3:
        made =
          made.slice(0, at) + String.fromCharCode(Math.floor(random() ** 4 * 65_536)) + made.slice(at + 1);
        break;
      case 4:
        made = made.slice(0, at) + pick(random, pieces) + made.slice(at + length);
        break;
      default:
        made = made.slice(0, at) + pick(random, pieces) + rest;
    }
  }
  return made.slice(0, maximumLength);
}

/** A text of a million characters: some of it again and again, which is what slow patterns stumble over. */
export function swell(text: string, random: Random, pieces: readonly string[]): string {
  const at = Math.floor(random() * text.length);
  const unit =
    random() < 0.5 ? pick(random, pieces) : text.slice(at, at + 1 + Math.floor(random() ** 2 * 60));
  const filler = (unit === '' ? 'a' : unit).repeat(Math.floor(1_000_000 / Math.max(1, unit.length)));
  return (text.slice(0, at) + filler + text.slice(at)).slice(0, 1_000_000);
}

/** The shortest text found, by taking pieces away, that is still wrong in the same way. */
export async function shrink(text: string, isWrong: (text: string) => Promise<boolean>): Promise<string> {
  let shortest = text;
  for (
    let length = Math.ceil(text.length / 2);
    length >= 1;
    length = length === 1 ? 0 : Math.ceil(length / 2)
  ) {
    for (let at = 0; at < shortest.length; ) {
      const shorter = shortest.slice(0, at) + shortest.slice(at + length);
      if (await isWrong(shorter)) shortest = shorter;
      else at += length;
    }
  }
  return shortest;
}
