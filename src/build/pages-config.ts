/**
 * Configures Eleventy for the generator's own pages. Eleventy's input is `templates/pages`, never `content/`: nothing
 * that an editor commits is ever a template, a data file or code. Eleventy is given addresses, and asks for the page at
 * each: pages are rendered from the site that the build has assembled, and the build publishes all of them or none.
 */

import type { UserConfig } from '@11ty/eleventy';
import { currentEleventyJob } from './eleventy-job.ts';

export default function configurePages(config: UserConfig): void {
  const job = currentEleventyJob();
  // The bundle's folder is in .gitignore.
  config.setUseGitIgnore(false);
  // An installed generator lies there, its templates with it.
  config.ignores.delete('**/node_modules/**');
  config.setQuietMode(true);
  config.addGlobalData('allUrls', job.urls);
  config.addGlobalData('renderUrl', () => job.renderUrl);
}
