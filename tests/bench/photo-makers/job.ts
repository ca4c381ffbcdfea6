/** What every maker of renditions is told, as its only argument, and how it says where the results are. */

export const widths = [320, 640, 960, 1280, 1920] as const;

export interface Job {
  readonly sources: readonly string[];
  readonly outputFolder: string;
  readonly formats: readonly ('avif' | 'webp' | 'jpeg')[];
  readonly effort: 'fast' | 'small';
  readonly quality: Readonly<Partial<Record<'avif' | 'webp' | 'jpeg', number>>>;
}

export function readJob(): Job {
  const job: Job = JSON.parse(process.argv[2] ?? '');
  return job;
}
