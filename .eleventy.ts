/**
 * The web team's door: plugins, filters, global data and passthrough copies for pages of its own under `templates/`, as
 * .github/WEB-TEAM.md shows. Without a parameter this function configures nothing, and costs builds nothing:
 *
 *     import type { EleventyConfig } from './src/build/extension/eleventy-config.ts';
 *
 *     export default function configureEleventy(config: EleventyConfig): void {
 *       config.addPassthroughCopy({ downloads: 'downloads' });
 *     }
 *
 * The generator's own pages are configured by src/build/pages-config.ts.
 */
export default function configureEleventy(): void {}
