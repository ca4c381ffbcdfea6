/** Footnotes of WordPress posts, of its own block and of the usual plugins, as the reader of HTML knows them. Pure. */

import { z } from 'zod';
import { escapeXml } from '../../text/xml.ts';

const notesSchema = z.array(z.object({ id: z.string(), content: z.string() }));

/** Of the block: `<sup data-fn="ID"><a href="#ID">1</a></sup>`, and the words in a field of the post. */
const call = /<sup\b[^>]*\bdata-fn="([^"]+)"[^>]*>[\s\S]*?<\/sup>/giu;
/** Of plugins: the words stand where they are called. */
const shortcode = /\[(efn_note|footnote|mfn|modern_footnote|ref)\]((?:(?!\[\/?\1\])[\s\S])*?)\[\/\1\]/giu;

/** @param field JSON of the post's notes */
export function withFootnotes(html: string, field: string | undefined): string {
  const notes: string[] = [];
  const mark = (words: string): string => {
    const number = notes.push(words);
    return `<sup data-footnote="${number}">${number}</sup>`;
  };
  const kept = readNotes(field);
  const numbers = new Map<string, string>();
  const called = html
    .replace(call, (whole, id: string) => {
      const words = kept.get(id);
      if (words === undefined) return whole;
      const known = numbers.get(id) ?? mark(words);
      numbers.set(id, known);
      return known;
    })
    .replace(shortcode, (_whole, _name: string, words: string) => mark(words.trim()));
  if (notes.length === 0) return html;
  const list = notes.map((words, index) => `<p data-footnote="${escapeXml(String(index + 1))}">${words}</p>`);
  return `${called}\n\n${list.join('\n\n')}`;
}

function readNotes(field: string | undefined): ReadonlyMap<string, string> {
  if (field === undefined) return new Map();
  try {
    const parsed = notesSchema.safeParse(JSON.parse(field));
    return new Map(parsed.success ? parsed.data.map(({ id, content }) => [id, content]) : []);
  } catch {
    return new Map();
  }
}
