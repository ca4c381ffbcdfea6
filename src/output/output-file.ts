/** Where a url is written: `/2024/01/fair/` to `2024/01/fair/index.html`. */
export function outputFileOf(url: string): string {
  return (url.endsWith('/') ? `${url}index.html` : url).slice(1);
}
