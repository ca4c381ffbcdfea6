/**
 * Whether a file can lie on every colleague's disk. What Windows cannot hold stops its owner at `git clone`; what is one
 * name to Windows and macOS loses one of two files there. Pure: judges names alone.
 */

const reserved = /^(?:con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])(?:\.|$)/iu;

/** Why Windows cannot have a file or folder of this name, in words; undefined when it can. */
export function windowsRefusal(name: string): string | undefined {
  const character = /[<>:"|?*\\\u0000-\u001f]/u.exec(name)?.[0];
  if (character !== undefined) return `no name may hold ${JSON.stringify(character)}`;
  if (/[. ]$/u.test(name)) return 'no name may end with a full stop or a space';
  return reserved.test(name) ? 'the name is that of a device' : undefined;
}

/** Two names of one folder that are the same here are one file on Windows and macOS. */
export function nameOnOtherDisks(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
