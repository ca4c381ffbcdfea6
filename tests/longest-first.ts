/**
 * The order of test files: what takes longest begins first, so that no worker is left with it alone at the end. By
 * itself vitest begins with the largest files, where it does not know yet how long each took.
 */

import { existsSync } from 'node:fs';
import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Measured, by processor time and by waiting. */
const longest = [
  'browser/editor.test.ts',
  'faults/faults.test.ts',
  'builds/installed-package.test.ts',
  'browser/accessibility.test.ts',
  'builds/own-code.test.ts',
  'browser/preview.test.ts',
  'browser/remote-editor.test.ts',
  'builds/workflows.test.ts',
  'browser/viewer.test.ts',
  'browser/search.test.ts',
  'builds/exactness.test.ts',
  'faults/network-cut.test.ts',
  'publish/contract.test.ts',
  'assets/stores/store-contract.test.ts',
  'structure/other-content.test.ts',
  'photos/memory-budget.test.ts',
  'cli/compile-generator.test.ts',
  'markdown/hostile-text.test.ts',
  'handbook/examples.test.ts',
  'fuzz/targets.test.ts',
].map((file) => path.join(import.meta.dirname, file));

for (const file of longest)
  if (!existsSync(file)) throw new Error(`${file} is one of the longest test files, and is not there.`);

export class LongestFirst extends BaseSequencer {
  /** Projects stay apart, since a worker belongs to one: those with a browser first, then the many short files. */
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = longest.indexOf(moduleId);
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).sort(
      (a, b) => b.project.name.localeCompare(a.project.name, 'en') || place(a) - place(b),
    );
  }
}
