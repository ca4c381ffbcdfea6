/** The parts of Eleventy that are used here; the packages bring no types. */

declare module '@11ty/eleventy' {
  export interface UserConfig {
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

declare module '@11ty/eleventy-dev-server' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface DevServerOptions {
    readonly port?: number;
    readonly showVersion?: boolean;
    readonly liveReload?: boolean;
    readonly domDiff?: boolean;
    readonly pathPrefix?: string;
    readonly portReassignmentRetryCount?: number;
    readonly middleware?: readonly ((
      request: IncomingMessage,
      response: ServerResponse,
      next: () => void,
    ) => unknown)[];
    readonly logger?: {
      readonly info: (...values: readonly unknown[]) => void;
      readonly log: (...values: readonly unknown[]) => void;
      readonly error: (...values: readonly unknown[]) => void;
    };
  }

  export interface ReloadEvent {
    readonly subtype?: 'css';
    readonly files: readonly string[];
    readonly build?: {
      readonly templates: readonly {
        readonly url: string;
        readonly inputPath: string;
        readonly content: string;
      }[];
    };
  }

  export default class EleventyDevServer {
    static getServer(name: string, folder: string, options: DevServerOptions): EleventyDevServer;
    serve(port: number): void;
    ready(): Promise<void>;
    getPort(): Promise<number>;
    reload(event: ReloadEvent): void;
    close(): Promise<void>;
  }
}
