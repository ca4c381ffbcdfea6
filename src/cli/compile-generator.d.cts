/** @param root the generator's folder @returns the folder of the bundle */
export function compileGenerator(root: string): Promise<string>;
