/**
 * The search index as files: what the build writes and the browser reads. Both sides import this file and nothing else
 * of each other.
 *
 * Articles are numbered from the oldest and cut into blocks of fixed sizes, so that a new article changes the last
 * block alone. A block has its words in shards (a query fetches those of its words), its articles in small parts (a
 * list of results fetches those that it shows), and one file of topics, people and months.
 */

/** Increased when files of the same name come to mean something else. */
export const searchFormat = 3;

/** Words that are never required, each list parted by spaces: whole words, folded, and those inside runs of characters. */
export type SkippedWords = readonly [words: string, runs: string];

/** `search/index.json`: fetched anew with each search page, everything else by the version that it names. */
export interface SearchRoot {
  readonly articles: number;
  readonly skipped: SkippedWords;
  readonly blocks: readonly SearchBlockEntry[];
  /** Slug and name, in the order of site.yaml. */
  readonly topics: readonly (readonly [string, string])[];
  /** Newest first. */
  readonly years: readonly number[];
  /** Slug and name, and what the person is where that is known. */
  readonly people: readonly (readonly [string, string, string?])[];
  readonly series: readonly (readonly [string, string])[];
  /** Of the newsroom's pages and of lists, topics without articles among them: address below the edition's, headline. */
  readonly pages: readonly (readonly [string, string])[];
}

/** `search/pages.json`: address, headline and all terms of each of the newsroom's own pages, parted by spaces. */
export type SearchPages = readonly (readonly [path: string, title: string, terms: string])[];

export interface SearchBlockEntry {
  /** The block's folder below `search/`. */
  readonly name: string;
  readonly version: string;
  readonly count: number;
  readonly shards: number;
}

/** By term its articles: of each, the distance to the one before times `levels`, plus how much the term weighs there. */
export type SearchShard = Readonly<Record<string, readonly number[]>>;

/** A term's weight in an article: in the text, several times in it, in summary, captions or credits, in the headline. */
export const levels = 4;

/** Numbers of articles within the block, rising. */
export interface SearchFacets {
  readonly topics: Readonly<Record<string, readonly number[]>>;
  readonly people: Readonly<Record<string, readonly number[]>>;
  /** By `2024-10`. */
  readonly months: Readonly<Record<string, readonly number[]>>;
}

/** What a list of results shows of an article. */
export interface SearchResult {
  /** As it stands in HTML. */
  readonly href: string;
  readonly title: string;
  readonly summary: string;
  /** `2024-01-02`. */
  readonly day: string;
  readonly topic?: string;
  readonly photo?: {
    readonly src: string;
    readonly widthPx: number;
    readonly heightPx: number;
    /** That a machine made or changed it. */
    readonly mark?: string;
  };
}

/** Articles in one part: about as many bytes as one packet, because ten results lie in as many parts of an archive. */
export const resultsPerPart = 16;

/** Sizes of blocks, the largest first: eight of one size become one of the next. */
const blockSizes = [4096, 512];

/** A shard of a full block is then some four kilobytes on the wire: what one word of a query costs. */
const articlesPerShard = 8;
/** Of a block with few articles: each is one packet at most, and there are no more files than they are worth. */
const fewestShards = 16;

export interface BlockRange {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly shards: number;
}

/** How so many articles are cut into blocks, the oldest first. */
export function planBlocks(articles: number): readonly BlockRange[] {
  const blocks: BlockRange[] = [];
  let from = 0;
  for (const size of blockSizes) {
    for (; articles - from >= size; from += size) blocks.push(block(size, from, from + size));
  }
  const [smallest = 1] = blockSizes.slice(-1);
  if (articles > from || articles === 0) blocks.push(block(smallest, from, articles));
  return blocks;
}

function block(size: number, from: number, to: number): BlockRange {
  const wanted = 2 ** Math.ceil(Math.log2(Math.max(fewestShards, to - from)));
  return { name: `${from}-${size}`, from, to, shards: Math.min(wanted, size / articlesPerShard) };
}

/** Terms that begin alike lie in one shard, so that the beginning of a word finds them all. */
export const prefixLetters = 3;

/** Scripts without spaces are searched from their first character on. */
const wide =
  /^[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Hangul}\p{N}]/u;

export function shardOf(term: string, shards: number): number {
  const start = [...term].slice(0, wide.test(term) ? 1 : prefixLetters).join('');
  // FNV-1a, for the same spread on both sides.
  let hash = 0x811c9dc5;
  for (let index = 0; index < start.length; index += 1) {
    hash = Math.imul(hash ^ start.charCodeAt(index), 0x01000193);
  }
  return ((hash ^ (hash >>> 15)) >>> 0) % shards;
}
