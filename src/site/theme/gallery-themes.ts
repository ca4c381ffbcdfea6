/** Six finished themes, which the preview shows at `themes/`: to be copied into site.yaml as they are, or changed. Pure. */

import type { z } from 'zod';
import { type ThemeConfig, themeSchema } from '../../content/theme-schema.ts';

export interface GalleryTheme {
  /** Part of its address. */
  readonly slug: string;
  readonly name: string;
  readonly about: string;
  /** As `theme:` of site.yaml says it. */
  readonly settings: z.input<typeof themeSchema>;
  readonly theme: ThemeConfig;
}

export const galleryThemes: readonly GalleryTheme[] = [
  galleryTheme('harbour', 'Harbour', 'Deep blue on white, one thin rule: a faculty that publishes reports.', {
    accent: '#0b3d91',
    paper: '#ffffff',
    ink: '#10151f',
    typefaces: { text: 'source-serif', headings: 'source-serif', interface: 'source-sans' },
    rules: 'single',
  }),
  galleryTheme('quad', 'Quad', 'Green on cream, rounded a little: a campus with old trees.', {
    accent: '#1f5c3a',
    paper: '#fbf8ef',
    ink: '#1b211c',
    typefaces: { text: 'literata', headings: 'literata', interface: 'source-sans' },
    corners: 'soft',
  }),
  galleryTheme('laboratory', 'Laboratory', 'Teal, sans serif, no rules: science and technology.', {
    accent: '#00696e',
    paper: '#ffffff',
    ink: '#14191a',
    typefaces: { text: 'source-serif', headings: 'inter', interface: 'inter' },
    corners: 'round',
    rules: 'none',
  }),
  galleryTheme('brick', 'Brick', 'Rust under heavy rules: a newspaper of a school of arts.', {
    accent: '#9a3412',
    paper: '#fdf9f4',
    ink: '#231815',
    rules: 'heavy',
  }),
  galleryTheme('observatory', 'Observatory', 'Violet, and as good by night as by day.', {
    accent: { light: '#5b2a86', dark: '#d0a8f5' },
    paper: { light: '#fdfcff', dark: '#12101a' },
    ink: { light: '#1a1622', dark: '#ece8f4' },
    typefaces: { text: 'source-serif', headings: 'source-serif', interface: 'inter' },
    corners: 'soft',
    rules: 'single',
  }),
  galleryTheme('gazette', 'Gazette', 'Black and white in the reader’s own typefaces: no font is fetched.', {
    accent: '#111111',
    paper: '#ffffff',
    ink: '#111111',
    typefaces: { text: 'system-serif', headings: 'system-serif', interface: 'system-sans' },
    rules: 'heavy',
  }),
];

function galleryTheme(
  slug: string,
  name: string,
  about: string,
  settings: z.input<typeof themeSchema>,
): GalleryTheme {
  return { slug, name, about, settings, theme: themeSchema.parse(settings) };
}
