/** @param root the generator's folder @returns the folder of the bundle */
export function compileGenerator(root: string): Promise<string>;
/** @param root the generator's folder @returns the folder of a bundle whose command line is that of the sources */
export function findCommandLine(root: string): string | undefined;
/** @param root the generator's folder @param bundle made of the sources as they are */
export function rememberCommandLine(root: string, bundle: string): void;
