/** The part of subset-font that is used here; the package brings no types. */

declare module 'subset-font' {
  export interface SubsetOptions {
    readonly targetFormat: 'woff2' | 'sfnt';
    readonly variationAxes?: Readonly<Record<string, { readonly min: number; readonly max: number }>>;
    readonly noHinting?: boolean;
    /** Changes the format alone; no text is given. */
    readonly keepAllGlyphs?: boolean;
  }
  /** Rejects what is no font. */
  export default function subsetFont(
    font: Buffer,
    text: string | undefined,
    options: SubsetOptions,
  ): Promise<Buffer>;
}
