import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longest-first.ts';

const root = `${import.meta.dirname}/..`;
const [major = ''] = process.versions.node.split('.');
/** As src/cli/launch.mjs has it, for the same reason: of tests without a browser it saves an eighth of the processor time. */
const v8Flags = major === '20' ? ['--interrupt-budget=1000000'] : [];

export default defineConfig({
  root,
  test: {
    // Two cores is what CI has. Tests wait for processes and browsers a third of their time: one more worker fills it. A fourth costs what it saves: each loads all modules.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        root,
        test: {
          name: 'parts',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/{builds,browser,faults}/**'],
          setupFiles: 'tests/fixed-seed.ts',
          // To load the same modules for each file anew took as long as the tests.
          isolate: false,
          execArgv: v8Flags,
          // A busy machine is slow; no test is about time.
          testTimeout: 30_000,
        },
      },
      {
        root,
        // What readers get: the demonstration site is built once for all of these.
        test: {
          name: 'readers',
          include: ['tests/{builds,browser,faults}/**/*.test.ts'],
          globalSetup: 'tests/builds/build-demo.ts',
          // The compiled generator runs as it is: Eleventy loads parts of the same bundle by itself.
          server: { deps: { external: [/\.cache\/bundle\//u] } },
          // One generator and one Chromium for all files of a process.
          isolate: false,
          testTimeout: 180_000,
          // A busy machine is slow: what is waited for comes, or the test's own time is over.
          expect: { poll: { timeout: 20_000 } },
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
