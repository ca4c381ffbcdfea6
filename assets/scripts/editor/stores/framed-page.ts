/**
 * A page of the site as the editor shows it in a frame: without scripts, and under the policy of the editor's own page,
 * which a frame of its making has. Pure.
 */

/** @param root address that links of the page begin at, where it is known */
export function framedPage(html: string, root: string = globalThis.location?.origin ?? ''): string {
  const quiet = html
    .replace(/<script\b[^>]*>.*?<\/script>/gsu, '')
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/u, '');
  return root === '' ? quiet : quiet.replace('<head>', `<head><base href="${root}/">`);
}
