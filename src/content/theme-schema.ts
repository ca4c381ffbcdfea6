/** `theme:` of site.yaml: how the newsroom looks. Files it names lie in `content/theme/`. */

import { z } from 'zod';
import { exampleLines } from './schema-fields.ts';
import { shippedTypefaces } from './typefaces.ts';

const hex = z
  .string()
  .regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/iu, 'is no colour: write it in quotes, such as "#0b3d91"')
  .transform(sixDigits);

/** One colour, from which that of the dark look is derived, or both. */
const colour = z.union([
  z.strictObject({ light: hex, dark: hex }),
  hex.transform((light) => ({ light, dark: undefined })),
]);

/** A file of `content/theme/`, by its name alone: nothing outside that folder is ever read. */
const themeFile = (endings: string) =>
  z
    .string()
    .regex(
      new RegExp(`^[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*\\.(?:${endings})$`, 'iu'),
      `is not the name of a file in content/theme/ (${endings.replaceAll('|', ' or ')})`,
    );

const picture = themeFile('svg|png');

/** One picture for both looks, or one for each. */
const logo = z.union([
  z.strictObject({ light: picture, dark: picture.optional() }),
  picture.transform((light) => ({ light, dark: undefined })),
]);

/** A face that ships, by its name, or the newsroom's own files. */
const typeface = z.union([
  z.strictObject({
    family: z
      .string()
      .trim()
      .regex(/^[\p{L}\p{N} _-]{1,60}$/u, 'is not the name of a typeface'),
    file: themeFile('woff2'),
    /** Where the face has no weights of its own in one file. */
    bold: themeFile('woff2').optional(),
    italic: themeFile('woff2').optional(),
  }),
  z.enum(shippedTypefaces),
]);

const cornerStyles = ['square', 'soft', 'round'] as const;
const ruleStyles = ['double', 'single', 'heavy', 'none'] as const;

export const themeSchema = z.strictObject({
  logo: logo.optional().register(exampleLines, { line: 'logo: logo.svg' }),
  /** What browsers show in a tab and phones on a home screen. */
  icon: picture.optional().register(exampleLines, { line: 'icon: icon.svg' }),
  accent: colour.optional().register(exampleLines, { line: 'accent: "#0b3d91"' }),
  ink: colour.optional().register(exampleLines, { line: 'ink: "#17191d"' }),
  paper: colour.optional().register(exampleLines, { line: 'paper: "#ffffff"' }),
  typefaces: z
    .strictObject({
      text: typeface.optional(),
      headings: typeface.optional(),
      interface: typeface.optional(),
    })
    .default({})
    .register(exampleLines, { line: 'typefaces: {text: source-serif, interface: source-sans}' }),
  corners: z.enum(cornerStyles).default('square'),
  rules: z.enum(ruleStyles).default('double'),
});

export type ThemeConfig = Readonly<z.output<typeof themeSchema>>;
export type TypefaceConfig = z.output<typeof typeface>;
export type OwnTypeface = Exclude<TypefaceConfig, string>;

export const defaultTheme: ThemeConfig = themeSchema.parse({});

/** Every file of `content/theme/` that a theme names, with the path of the setting. */
export function themeFiles(
  theme: ThemeConfig,
): readonly { readonly file: string; readonly path: readonly string[] }[] {
  const { logo: logos, icon, typefaces } = theme;
  const faces = (['text', 'headings', 'interface'] as const).flatMap((use) => {
    const face = typefaces[use];
    if (face === undefined || typeof face === 'string') return [];
    return (['file', 'bold', 'italic'] as const).map((key) => ({
      file: face[key],
      path: ['typefaces', use, key],
    }));
  });
  return [
    { file: logos?.light, path: ['logo'] },
    { file: logos?.dark, path: ['logo', 'dark'] },
    { file: icon, path: ['icon'] },
    ...faces,
  ].flatMap(({ file, path }) => (file === undefined ? [] : [{ file: `theme/${file}`, path }]));
}

/** `#abc` as `#aabbcc`. */
function sixDigits(value: string): string {
  const digits = value.slice(1).toLowerCase();
  return digits.length === 6 ? `#${digits}` : `#${[...digits].map((digit) => digit + digit).join('')}`;
}
