/** What the process tells the program that started it. */

export const exitCode = {
  good: 0,
  /** The content has errors; they have been printed. */
  content: 1,
  /** The command was called wrongly. */
  usage: 2,
  /** The disk, the memory or a library failed: nothing that an editor could fix. */
  machine: 3,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
