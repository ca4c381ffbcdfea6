/** Paths of a repository, and of files as the site names them: relative to its content folder. */

export interface RepositoryPaths {
  /** @param file relative to the content folder */
  readonly pathOf: (file: string) => string;
  readonly fileOf: (path: string) => string;
}

/** @param contentFolder as the repository names it: `content` */
export function repositoryPaths(contentFolder: string): RepositoryPaths {
  return {
    pathOf: (file) => `${contentFolder}/${file}`,
    fileOf: (path) => path.slice(contentFolder.length + 1),
  };
}

/** `articles/2024/fair` of `articles/2024/fair/index.en.md` */
export function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/'));
}

/** `index.en.md` of `articles/2024/fair/index.en.md` */
export function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
