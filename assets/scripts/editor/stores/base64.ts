/** Base64 as hosts send and take files. Pure. */

/** Bytes that are turned at once: more arguments than a call can take would fail. */
const chunkBytes = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += chunkBytes)
    text += String.fromCharCode(...bytes.subarray(at, at + chunkBytes));
  return btoa(text);
}

/** @param text with or without line ends */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replace(/\s+/gu, '')), (letter) => letter.charCodeAt(0));
}
