/**
 * Teaches the form editor our Markdown dialect: a photo with its description, caption and credit, a gallery, a quote and
 * two kinds of boxes become forms. What a form cannot hold stays text.
 */

interface Component {
  readonly id: string;
  readonly label: string;
  readonly icon: string;
  readonly fields: readonly object[];
  readonly pattern: RegExp;
  readonly fromBlock: (match: RegExpMatchArray) => Values;
  readonly toBlock: (values: Values) => string;
  readonly toPreview: (values: Values) => string;
}

/** What a form holds; the editor gives it as it is, so everything is looked at before use. */
type Values = Readonly<Record<string, unknown>>;

declare const CMS: { readonly registerEditorComponent: (component: Component) => void };

const photoFields = [
  { name: 'src', label: 'Photo', widget: 'image', choose_url: false },
  {
    name: 'alt',
    label: 'Description',
    widget: 'string',
    required: false,
    hint: 'What is to be seen, for readers who cannot see it. Not the caption once more.',
  },
  { name: 'caption', label: 'Caption', widget: 'string', required: false, hint: 'Who does what, where.' },
  { name: 'credit', label: 'Credit', widget: 'string', required: false, hint: 'Who took it: LI Hua' },
];

const photoSource = String.raw`!\[([^\]\n]*)\]\((?:<([^>\n]+)>|([^\s()"]+))(?: +"((?:[^"\\\n]|\\.)*)")?\)(?:\{credit="([^"\n]*)"\})?`;

const components: readonly Omit<Component, 'toPreview'>[] = [
  {
    id: 'figure',
    label: 'Photo',
    icon: 'image',
    fields: photoFields,
    pattern: new RegExp(`^${photoSource}$`, 'mu'),
    fromBlock: readPhoto,
    toBlock: writePhoto,
  },
  {
    id: 'gallery',
    label: 'Gallery',
    icon: 'photo_library',
    fields: [
      { name: 'title', label: 'Title', widget: 'string', required: false },
      { name: 'photos', label: 'Photos', label_singular: 'Photo', widget: 'list', fields: photoFields },
    ],
    pattern: new RegExp(`^:::[ ]gallery(?: "([^"\\n]*)")?\\n((?:${photoSource}\\n)+):::$`, 'mu'),
    fromBlock: ([, title = '', photos = '']) => ({
      title,
      photos: [...photos.matchAll(new RegExp(`^${photoSource}$`, 'gmu'))].map(readPhoto),
    }),
    toBlock: ({ title, photos }) =>
      block('gallery', title, (Array.isArray(photos) ? photos : []).map(writePhoto).join('\n')),
  },
  textBlock('quote', 'Quote', 'format_quote', 'Who said it, and their office'),
  textBlock('note', 'Note', 'sticky_note_2', 'Title'),
  textBlock('facts', 'Facts', 'list_alt', 'Title'),
];

// The preview beside the form shows the Markdown; how it looks on the site is shown by the site's own preview.
for (const component of components)
  CMS.registerEditorComponent({ ...component, toPreview: component.toBlock });

function textBlock(
  id: string,
  label: string,
  icon: string,
  titleLabel: string,
): Omit<Component, 'toPreview'> {
  return {
    id,
    label,
    icon,
    fields: [
      { name: 'title', label: titleLabel, widget: 'string', required: false },
      { name: 'text', label: 'Text', widget: 'text' },
    ],
    pattern: new RegExp(`^:::[ ]${id}(?: "([^"\\n]*)")?\\n((?:(?!:::).*\\n)+?):::$`, 'mu'),
    fromBlock: ([, title = '', text = '']) => ({ title, text: text.trimEnd() }),
    toBlock: ({ title, text }) => block(id, title, line(text, '\n')),
  };
}

function readPhoto([, alt = '', spaced, plain, caption = '', credit = '']: RegExpMatchArray): Values {
  return { src: decode(spaced ?? plain ?? ''), alt, caption: caption.replace(/\\"/gu, '"'), credit };
}

function writePhoto(values: Values): string {
  const src = line(values.src);
  const alt = line(values.alt).replace(/[[\]]/gu, '');
  const caption = line(values.caption).replace(/"/gu, '\\"');
  const credit = line(values.credit).replace(/"/gu, '');
  const address = /[\s()]/u.test(src) ? `<${src}>` : src;
  return `![${alt}](${address}${caption === '' ? '' : ` "${caption}"`})${credit === '' ? '' : `{credit="${credit}"}`}`;
}

function block(name: string, title: unknown, content: string): string {
  const named = line(title).replace(/"/gu, '”');
  return `::: ${name}${named === '' ? '' : ` "${named}"`}\n${content}\n:::`;
}

/** Text of a form, on one line unless `joint` is a line end. */
function line(value: unknown, joint = ' '): string {
  return typeof value === 'string' ? value.trim().replace(/\s*\n\s*/gu, joint) : '';
}

function decode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
