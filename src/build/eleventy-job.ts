/** Hands one build's pages to Eleventy; `pages-config.ts` fetches them from here. */

import path from 'node:path';

export interface EleventyJob {
  /** Addresses of the pages to render. */
  readonly urls: readonly string[];
  /** Renders the page at an address into the staged output; gives nothing for Eleventy to keep. */
  readonly renderUrl: (url: string) => '';
}

let current: EleventyJob | undefined;

export function currentEleventyJob(): EleventyJob {
  if (current !== undefined) return current;
  throw new Error(
    'This site is built by `npm run build`, which checks the content first and publishes all or nothing.',
  );
}

/**
 * Runs Eleventy over all pages. It writes nothing itself (dry run).
 * @param bundle the compiled generator
 */
export async function runEleventy(job: EleventyJob, bundle: string): Promise<void> {
  const relative = path.relative(process.cwd(), bundle).replaceAll('\\', '/');
  // Eleventy wraps what a page throws in words about templates; a full disk must be reported as a full disk.
  let failure: { readonly error: unknown } | undefined;
  current = {
    ...job,
    renderUrl(url) {
      try {
        return job.renderUrl(url);
      } catch (error) {
        failure ??= { error };
        throw error;
      }
    },
  };
  try {
    const { Eleventy } = await import('@11ty/eleventy');
    const eleventy = new Eleventy(`${relative}/templates/pages`, '_site', {
      configPath: `${relative}/src/build/pages-config.js`,
      dryRun: true,
      quietMode: true,
    });
    eleventy.disableLogger();
    await eleventy.write();
  } catch (error) {
    throw failure === undefined ? error : failure.error;
  } finally {
    current = undefined;
  }
}
