/** Which paths are those of stories. Pure; runs in a browser. */

import { windowsRefusal } from '../content/portable-name.ts';

const storyPath = /^articles\/(\d{4})\/([^/\\]+)\/index(?:\.[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)?\.md$/u;

/** @param file relative to the content folder */
export function isStoryPath(file: string): boolean {
  const name = storyPath.exec(file)?.[2];
  return name !== undefined && !name.startsWith('.') && windowsRefusal(name) === undefined;
}

/** `2024/fair`, the same for all languages of a story; undefined for what is no story. */
export function storyIdOf(file: string): string | undefined {
  if (!isStoryPath(file)) return undefined;
  const [, year = '', name = ''] = storyPath.exec(file) ?? [];
  return `${year}/${name}`;
}
