/** Reads the few things of a page that tests ask for. Pages are made by our own templates, so patterns do. */

export interface PageReading {
  /** Every address that the page names. */
  readonly addresses: readonly string[];
  /** Addresses that a browser fetches by itself. */
  readonly loaded: readonly string[];
}

export function readHtml(html: string): PageReading {
  const attribute = (name: string) =>
    [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'gu'))].map((match) =>
      decodeEntities(match[1] ?? ''),
    );
  const sets = attribute('srcset').flatMap((set) =>
    set.split(',').map((entry) => entry.trim().split(/\s+/u)[0] ?? ''),
  );
  const sources = [...attribute('src'), ...attribute('poster'), ...sets];
  const sheets = [
    ...html.matchAll(/<link[^>]*rel="(?:stylesheet|icon|preload|modulepreload|manifest)"[^>]*>/gu),
  ].flatMap((match) => /href="([^"]*)"/u.exec(match[0])?.[1] ?? []);
  return { addresses: [...attribute('href'), ...sources], loaded: [...sources, ...sheets] };
}

/** The text that a reader sees, white space folded. */
export function textOf(html: string): string {
  return decodeEntities(
    html
      .replace(/<(script|style|head)\b.*?<\/\1>/gsu, ' ')
      .replace(/<\/?(?:em|strong|a|b|i|span|sup|abbr|time|q|cite|small)\b[^>]*>/gu, '')
      .replace(/<[^>]*>/gu, ' '),
  )
    .replace(/\s+/gu, ' ')
    .trim();
}

export function decodeEntities(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');
}
