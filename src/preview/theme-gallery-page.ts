/** The page of all finished themes: the home page in each, and the lines of site.yaml that make it so. */

import { stringify } from 'yaml';
import type { SiteFrame } from '../site/site.ts';
import { type GalleryTheme, galleryThemes } from '../site/theme/gallery-themes.ts';
import { escapeHtml } from '../text/html.ts';

const styles = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
html { background: Canvas; color: CanvasText; } h2 a { color: inherit; }
body { max-width: 90rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { margin: 0; } .intro { max-width: 42rem; }
.themes { display: grid; gap: 3rem 2rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr)); }
h2 { margin: 1rem 0 0; font-size: 1.25rem; } p { margin: 0.25rem 0 0.75rem; }
.window { position: relative; aspect-ratio: 4 / 3; overflow: hidden; border: 1px solid #8888; }
iframe { position: absolute; inset: 0 auto auto 0; width: 300%; height: 300%; border: 0; transform-origin: 0 0;
  transform: scale(calc(1 / 3)); pointer-events: none; }
pre { overflow: auto; padding: 0.75rem 1rem; border: 1px solid #8888; font-size: 0.875rem; }
`;

export function themeGalleryPage({ href }: Pick<SiteFrame, 'href'>): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Themes</title>
<style>${styles}</style>
<body>
<main>
<h1>Themes</h1>
<p class="intro">This site in six finished themes. Open one and walk through it; to take it, copy its lines into
<code>content/site.yaml</code> in place of <code>theme:</code>, and change what you like: every colour is checked for its
contrast. Your logo and icon stay.</p>
<div class="themes">
${galleryThemes.map((theme) => themeSection(theme, href(`/themes/${theme.slug}/`))).join('\n')}
</div>
</main>
</body>
</html>
`;
}

function themeSection({ name, about, settings }: GalleryTheme, address: string): string {
  return `<section>
<div class="window"><iframe src="${escapeHtml(address)}" title="${escapeHtml(name)}" loading="lazy" inert aria-hidden="true"></iframe></div>
<h2><a href="${escapeHtml(address)}">${escapeHtml(name)}</a></h2>
<p>${escapeHtml(about)}</p>
<pre tabindex="0" aria-label="Lines of site.yaml">${escapeHtml(stringify({ theme: settings }).trimEnd())}</pre>
</section>`;
}
