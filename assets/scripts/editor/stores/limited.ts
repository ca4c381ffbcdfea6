/** Runs a request for each item, only some of them at once: hosts refuse a browser that asks for hundreds together. */

const maximumAtOnce = 8;

export async function forEach<Item, Result>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const list = [...items];
  const results = new Array<Result>(list.length);
  let next = 0;
  const run = async (): Promise<void> => {
    for (;;) {
      const index = next;
      next += 1;
      const item = list[index];
      if (index >= list.length || item === undefined) return;
      results[index] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(maximumAtOnce, list.length) }, run));
  return results;
}
