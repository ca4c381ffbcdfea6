/** A Hugo site of one page a photo, which is how Hugo keeps all cores busy, that makes every width in WebP and JPEG. */

import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { widths } from './photo-makers/job.ts';

export const hugoPackage = { hugo: '/usr/bin/hugo' };

export function writeHugoSite(folder: string, sources: readonly string[]): void {
  mkdirSync(path.join(folder, 'layouts/_default'), { recursive: true });
  writeFileSync(
    path.join(folder, 'config.toml'),
    'baseURL = "https://news.example.edu/"\ndisableKinds = ["home", "taxonomy", "term", "section", "RSS", "sitemap", "404"]\n',
  );
  writeFileSync(
    path.join(folder, 'layouts/_default/single.html'),
    `{{ range .Resources.ByType "image" }}{{ $photo := . }}{{ range slice ${widths.join(' ')} }}` +
      '<img src="{{ ($photo.Resize (printf "%dx webp" .)).RelPermalink }}"><img src="{{ ($photo.Resize (printf "%dx jpg" .)).RelPermalink }}">' +
      '{{ end }}{{ end }}\n',
  );
  for (const source of sources) {
    const page = path.join(folder, 'content', `p${path.parse(source).name}`);
    mkdirSync(page, { recursive: true });
    writeFileSync(path.join(page, 'index.md'), '---\ntitle: Photo\n---\n');
    cpSync(source, path.join(page, path.basename(source)));
  }
}

/** Hugo's files under the names that all makers use: `SOURCE/WIDTH.FORMAT`. */
export function collectHugoFiles(site: string, output: string): void {
  const built = path.join(site, 'public');
  for (const name of readdirSync(built, { recursive: true, encoding: 'utf8' })) {
    const [, source, width, extension] = /^p(\d+)\/.*_(\d+)x0_resize_.*\.(webp|jpg)$/u.exec(name) ?? [];
    if (source === undefined) continue;
    mkdirSync(path.join(output, source), { recursive: true });
    cpSync(
      path.join(built, name),
      path.join(output, source, `${width}.${extension === 'jpg' ? 'jpeg' : 'webp'}`),
    );
  }
}
