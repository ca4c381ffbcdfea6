/**
 * The values of a generator's front matter by their keys in small letters, each with its line. What was never asked
 * for is reported at the end. Pure.
 */

import type { IssueList } from '../import-issue.ts';
import type { Sourced } from '../imported-article.ts';
import { type GeneratorFile, textOfValue } from './generator-front-matter.ts';
import { silentKeys } from './generator-keys.ts';

export class GeneratorValues {
  readonly #file: GeneratorFile;
  readonly #values: ReadonlyMap<string, { readonly key: string; readonly value: unknown }>;
  readonly #used = new Set<string>();
  readonly #own: ReadonlySet<string>;

  /**
   * Hugo's `params` are keys like the others.
   * @param defaults what the settings of the site give to files that do not say it themselves
   */
  constructor(file: GeneratorFile, defaults: ReadonlyMap<string, unknown> = new Map()) {
    this.#file = file;
    const params = file.values.get('params');
    const nested =
      typeof params === 'object' && params !== null && !Array.isArray(params) ? Object.entries(params) : [];
    this.#values = new Map(
      [...defaults, ...nested, ...file.values].map(([key, value]) => [key.toLowerCase(), { key, value }]),
    );
    this.#own = new Set([...nested, ...file.values].map(([key]) => key.toLowerCase()));
    if (nested.length > 0) this.#used.add('params');
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** Whether the file says it itself, and not the settings of the site. */
  isOwn(name: string): boolean {
    return this.#own.has(name);
  }

  /** The value, which counts as read. */
  take(name: string): unknown {
    this.#used.add(name);
    return this.peek(name);
  }

  peek(name: string): unknown {
    return this.#values.get(name)?.value;
  }

  names(): IterableIterator<string> {
    return this.#values.keys();
  }

  line(name: string): number {
    return this.#file.lineOf(this.#values.get(name)?.key ?? name);
  }

  /** The first text under one of several names. */
  text(names: readonly string[]): Sourced<string> | undefined {
    for (const name of names) {
      const value = this.has(name) ? textOfValue(this.take(name)) : undefined;
      if (value !== undefined) return { value, line: this.line(name) };
    }
    return undefined;
  }

  reportRest(issues: IssueList): void {
    for (const [name, { key, value }] of this.#values) {
      if (
        this.#used.has(name) ||
        silentKeys.has(name) ||
        value === null ||
        value === '' ||
        value === undefined
      )
        continue;
      // Of several names for one thing the first was taken.
      issues.add(
        'dropped',
        this.line(name),
        `Nothing here reads the key "${key}".`,
        `${key}: ${textOfValue(value) ?? JSON.stringify(value)}`,
      );
    }
  }
}
