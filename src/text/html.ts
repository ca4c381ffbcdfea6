/** Text in HTML. Pure. */

/** Safe in element content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const marks: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** The text of HTML that the Markdown dialect made, which knows four entities and no comments. */
export function textOfHtml(html: string): string {
  return html
    .replaceAll(/<\/(?:p|li|h\d)>|<br>/gu, ' ')
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll(/&(?:amp|lt|gt|quot);/gu, (entity) => marks[entity] ?? entity)
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
