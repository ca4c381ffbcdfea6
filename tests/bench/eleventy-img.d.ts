/** The one call that the benchmark makes; the package brings no types. */
declare module '@11ty/eleventy-img' {
  export default function Image(
    source: string,
    options: {
      readonly widths: readonly number[];
      readonly formats: readonly string[];
      readonly outputDir: string;
      readonly filenameFormat: (id: string, source: string, width: number, format: string) => string;
    },
  ): Promise<unknown>;
}
