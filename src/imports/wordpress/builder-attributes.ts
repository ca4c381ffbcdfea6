/** What the attributes of page builders' shortcodes are called, and how their values are written. Pure. */

export type Attributes = ReadonlyMap<string, string>;

/** In the order in which they are asked. */
export const keys = {
  photo: [
    'src',
    'image',
    'image_url',
    'image_id',
    'img',
    'image_src',
    'portrait_url',
    'picture',
    'photo',
    'logo',
    'id',
  ],
  gallery: ['gallery_ids', 'images', 'ids', 'include', 'image_ids'],
  caption: ['caption', 'caption_text', 'image_caption', 'caption_title'],
  title: ['title', 'heading', 'heading_text', 'headline', 'h2', 'tagline_title'],
  line: ['subhead', 'subheading', 'sub_heading', 'h4', 'subtitle', 'label'],
  text: ['description', 'content', 'body', 'quote', 'text_content', 'content_text'],
  person: ['author', 'name', 'artist_name', 'person'],
  work: ['job_title', 'position', 'company_name', 'company', 'role'],
  link: [
    'button_url',
    'button_link',
    'button_one_url',
    'btn_link',
    'btn_url',
    'url',
    'link',
    'link_url',
    'href',
  ],
  linkText: [
    'button_text',
    'button_one_text',
    'btn_title',
    'btn_text',
    'linktext',
    'link_text',
    'read_more_text',
  ],
  film: ['src', 'link', 'video_url', 'url', 'audio', 'mp4', 'video', 'src_webm', 'id'],
  number: ['number', 'value', 'percent'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const attribute = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))/gu;

export function readAttributes(written: string): Attributes {
  return new Map(
    [...written.matchAll(attribute)].map(([, key = '', double, single, plain]) => [
      key.toLowerCase(),
      plainValue(double ?? single ?? plain ?? ''),
    ]),
  );
}

/** The first that says anything. */
export function firstValue(attributes: Attributes, kind: keyof typeof keys): string {
  for (const key of keys[kind]) {
    const value = (attributes.get(key) ?? '').trim();
    if (value !== '') return value;
  }
  return '';
}

/** Signs that would end a shortcode are written otherwise, by each builder in its way. */
function plainValue(value: string): string {
  return value
    .replaceAll('%91', '[')
    .replaceAll('%93', ']')
    .replaceAll('%22', '"')
    .replaceAll('`{`', '[')
    .replaceAll('`}`', ']')
    .replaceAll('``', '"')
    .replace(/&#0?91;/gu, '[')
    .replace(/&#0?93;/gu, ']')
    .replace(/&quot;|&#0?34;|&#8221;|&#8243;/gu, '"')
    .replaceAll('&amp;', '&');
}

/** The address of a link, also where it is packed with its title: `url:https%3A%2F%2F…|title:…`. */
export function linkAddress(value: string): string {
  const packed = /^url:([^|]*)/u.exec(value)?.[1];
  const address = packed === undefined ? value : decodeOnce(packed);
  return /^(?:https?:|mailto:|tel:|\/)./iu.test(address) ? address : '';
}

export function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
