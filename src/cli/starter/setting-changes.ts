/**
 * Keys of site.yaml that have another name since a version, or none. An upgrade renames or removes them with their comments and leaves
 * everything else as it stands, byte for byte. Pure.
 */

import { isMap, isScalar, parseDocument } from 'yaml';
import { compareVersions } from './changelog.ts';

export interface SettingChange {
  /** The first version that knows the new name. */
  readonly since: string;
  /** Keys from the top of the file: `['social']`. */
  readonly path: readonly string[];
  /** Undefined for a key that nothing reads any more. */
  readonly name?: string;
}

/** Add a line here with each release that renames or drops a key. */
const settingChanges: readonly SettingChange[] = [
  { since: '0.2.0', path: ['editor', 'reviews'] },
  { since: '0.2.0', path: ['editor', 'publish'] },
];

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
  return due.reduce(apply, text);
}

function apply(text: string, { path, name }: SettingChange): string {
  const document = parseDocument(text);
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent) || (name !== undefined && parent.has(name))) return text;
  const pair = parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
  if (pair === undefined || !isScalar(pair.key) || !pair.key.range) return text;
  const [start, end] = pair.key.range;
  if (name !== undefined) return text.slice(0, start) + name + text.slice(end);
  const valueEnd = isScalar(pair.value) && pair.value.range ? pair.value.range[1] : undefined;
  // What holds more than a word is looked at by its owner.
  if (valueEnd === undefined || parent.items.length === 1) return text;
  return parent.flow === true ? withoutEntry(text, start, valueEnd) : withoutLine(text, start, valueEnd);
}

/** With one of the commas that stood beside it. */
function withoutEntry(text: string, start: number, end: number): string {
  const after = /^\s*,[^\S\n]*/u.exec(text.slice(end))?.[0];
  if (after !== undefined) return text.slice(0, start) + text.slice(end + after.length);
  return text.slice(0, start).replace(/,\s*$/u, '') + text.slice(end);
}

/** With the note at its end. */
function withoutLine(text: string, start: number, end: number): string {
  const lineEnd = text.indexOf('\n', end);
  return text.slice(0, text.lastIndexOf('\n', start) + 1) + (lineEnd < 0 ? '' : text.slice(lineEnd + 1));
}
