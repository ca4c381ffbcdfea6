/** The parts of Eleventy that are used here; the packages bring no types. */

declare module '@11ty/eleventy' {
  export interface UserConfig {
    readonly ignores: Set<string>;
    addGlobalData(name: string, data: unknown): void;
    setUseGitIgnore(use: boolean): void;
    setQuietMode(quiet: boolean): void;
  }

  export interface EleventyOptions {
    readonly source?: 'cli' | 'script';
    readonly runMode?: 'build' | 'serve' | 'watch';
    readonly dryRun?: boolean;
    readonly configPath?: string;
    readonly quietMode?: boolean;
  }

  export class Eleventy {
    constructor(input: string, output: string, options?: EleventyOptions);
    disableLogger(): void;
    write(): Promise<unknown>;
  }
  export default Eleventy;
}
