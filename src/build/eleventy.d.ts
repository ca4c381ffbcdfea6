/** The parts of Eleventy that are used here; the packages bring no types. */

declare module '@11ty/eleventy' {
  export interface UserConfig {
    readonly ignores: Set<string>;
    addGlobalData(name: string, data: unknown): void;
    addCollection(name: string, make: () => readonly unknown[]): void;
    addTemplateFormats(formats: readonly string[]): void;
    addExtension(endings: readonly string[], options: object): void;
    addTemplate(file: string, content: unknown): void;
    setUseGitIgnore(use: boolean): void;
    setQuietMode(quiet: boolean): void;
  }

  export interface EleventyOptions {
    readonly source?: 'cli' | 'script';
    readonly runMode?: 'build' | 'serve' | 'watch';
    readonly dryRun?: boolean;
    readonly configPath?: string;
    readonly quietMode?: boolean;
    readonly pathPrefix?: string;
    readonly loader?: 'esm';
    readonly config?: (config: UserConfig) => void | Promise<void>;
  }

  export interface WrittenTemplate {
    readonly inputPath: string;
    /** False for a template that writes no file. */
    readonly outputPath: string | false;
  }

  export class Eleventy {
    constructor(input: string, output: string, options?: EleventyOptions);
    disableLogger(): void;
    /** What was copied, and what was rendered. */
    write(): Promise<readonly [unknown, (readonly WrittenTemplate[])?]>;
  }
  export default Eleventy;
}
