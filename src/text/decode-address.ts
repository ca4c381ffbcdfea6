/** Addresses of old pages, which may hold a percent sign that means nothing. Pure; never throws. */

/** Every escape becomes its character; as it is when one of them is none. */
export function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Escapes of characters that mean something in an address stay. */
export function decodePath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
