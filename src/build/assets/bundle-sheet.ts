/** One style sheet with all that it imports, made small. */

/** Browsers of the last three years: newer than all features that the styles rely on. */
const browsers = ['chrome 111', 'firefox 115', 'safari 16.4'];

/** @param fontHref the address of a font by its name, undefined where there is none */
export async function bundleSheet(
  file: string,
  fontHref: (name: string) => string | undefined,
): Promise<string> {
  // Loaded only when a sheet is made: most starts find them made.
  const { browserslistToTargets, bundleAsync } = await import('lightningcss');
  const { code } = await bundleAsync({
    filename: file,
    minify: true,
    targets: browserslistToTargets(browsers),
    visitor: {
      Url: (url) => {
        if (url.url.startsWith('data:')) return url;
        const name = /\/fonts\/([\w-]+)\.woff2$/u.exec(url.url)?.[1] ?? '';
        const href = fontHref(name);
        if (href === undefined)
          throw new Error(`The style sheet names ${url.url}, which is not in assets/fonts.`);
        return { ...url, url: href };
      },
    },
  });
  return Buffer.from(code).toString();
}
