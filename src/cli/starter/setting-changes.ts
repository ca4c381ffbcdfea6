/**
 * Keys of site.yaml that have another name or place since a version. An upgrade moves them with their comments and leaves
 * everything else as it stands, byte for byte. Pure.
 */

import { isMap, isScalar, parseDocument } from 'yaml';
import { compareVersions } from './changelog.ts';

export interface SettingChange {
  /** The first version that knows the new name. */
  readonly since: string;
  /** Keys from the top of the file: `['social']`. */
  readonly path: readonly string[];
  readonly name: string;
}

/** Add a line here with each release that renames a key. No release has yet: 0.2.0 only adds keys. */
const settingChanges: readonly SettingChange[] = [];

/** @returns the text as it was where nothing has to change */
export function applySettingChanges(
  text: string,
  from: string,
  to: string,
  changes: readonly SettingChange[] = settingChanges,
): string {
  const due = changes.filter(
    ({ since }) => compareVersions(since, from) > 0 && compareVersions(since, to) <= 0,
  );
  return due.reduce(rename, text);
}

function rename(text: string, { path, name }: SettingChange): string {
  const document = parseDocument(text);
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent) || parent.has(name)) return text;
  const pair = parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
  const range = pair !== undefined && isScalar(pair.key) ? pair.key.range : undefined;
  return range === undefined || range === null ? text : text.slice(0, range[0]) + name + text.slice(range[1]);
}
