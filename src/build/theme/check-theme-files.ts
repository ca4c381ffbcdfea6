/** Finds logos, icons and fonts of `content/theme/` that cannot be used, before anything is made of them. */

import type { Content } from '../../content/load-content.ts';
import { themeFiles } from '../../content/theme-schema.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Project } from '../project.ts';
import { readThemeFont } from './theme-fonts.ts';
import { readThemePicture } from './theme-picture.ts';

/** Files that are not there are reported by the theme's own check. */
export async function checkThemeFiles(
  { content: contentFolder }: Pick<Project, 'content'>,
  { config: { theme }, files, placeOfSetting }: Pick<Content, 'config' | 'files' | 'placeOfSetting'>,
): Promise<readonly Diagnostic[]> {
  const found = await Promise.all(
    themeFiles(theme)
      .filter(({ file }) => files.has(file))
      .map(async ({ file, path }): Promise<readonly Diagnostic[]> => {
        const name = file.slice('theme/'.length);
        const isFont = path[0] === 'typefaces';
        const reading = isFont
          ? await readThemeFont(contentFolder, name)
          : await readThemePicture(contentFolder, name);
        if (reading.ok) return [];
        return [
          {
            code: 'wrong-value',
            severity: 'error',
            ...placeOfSetting(['theme', ...path]),
            message: `${name} cannot be used: ${reading.reason}.`,
            hint:
              reading.hint ??
              (isFont
                ? 'Save the face as WOFF2, in one file for each weight or with all weights in one.'
                : 'Save it as plain SVG with a viewBox, or as PNG.'),
          },
        ];
      }),
  );
  return found.flat();
}
