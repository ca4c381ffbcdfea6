/** The media library of a WordPress export: finds the files of photos, and their words where a post shows them without. Pure. */

import { decodeAddress } from '../../text/decode-address.ts';
import { cleanText } from '../fold-text.ts';
import type { ImportedBlock, ImportedPhoto, PhotoSource } from '../imported-article.ts';
import { escapeMarkdown } from '../markdown-text.ts';
import type { SourceFiles } from '../source-files.ts';
import { plainText } from './plain-text.ts';
import { metaOf, type WordpressItem } from './wordpress-export.ts';

export interface Attachment {
  readonly url: string;
  /** Below the uploads folder. */
  readonly file: string | undefined;
  readonly alt: string;
  readonly caption: string;
  /** The post that it was uploaded to. */
  readonly parent: string;
}

const scaledCopy = /-\d+x\d+(?=\.\w+$)/u;
const editedCopy = /-e\d{10,}(?=\.\w+$)/u;
const turnedCopy = /(?:-scaled|-rotated)(?=\.\w+$)/u;

export class Attachments {
  readonly byId: ReadonlyMap<string, Attachment>;
  readonly #sourceFiles: SourceFiles;
  readonly #file: string;
  readonly #hosts: readonly string[];
  /** By the name of the file without its size; an archive has a hundred thousand. */
  readonly #byName = new Map<string, Attachment[]>();

  /**
   * @param file the export, relative to the import folder
   * @param hosts names of the old site's own host
   */
  constructor(
    items: readonly WordpressItem[],
    sourceFiles: SourceFiles,
    file: string,
    hosts: readonly string[] = [],
  ) {
    this.#hosts = hosts;
    this.#sourceFiles = sourceFiles;
    this.#file = file;
    this.byId = new Map(
      items
        .filter((item) => item['wp:post_type'] === 'attachment')
        .map((item) => [item['wp:post_id'], attachmentOf(item)]),
    );
  }

  /** Of one post, in the order of the export. */
  uploadedTo(post: string): string[] {
    return [...this.byId].filter(([, { parent }]) => parent === post).map(([id]) => id);
  }

  findPhoto(address: string): PhotoSource {
    // Scaled copies ("-300x200", "-scaled") are the photo of the attachment.
    const attachment = this.#named(address);
    // The service that WordPress.com puts before pictures has their host in its path.
    const own = address.replace(/^(https?:)?\/\/i\d\.wp\.com\//iu, 'https://');
    const whole = own
      .replace(/[?#].*$/u, '')
      .replace(scaledCopy, '')
      .replace(editedCopy, '')
      .replace(turnedCopy, '');
    const names = [attachment?.file, attachment?.url.replace(/^.*\/uploads\//u, ''), whole, own].filter(
      (name) => name !== undefined && name !== '',
    );
    for (const name of names) {
      const found = this.#sourceFiles.find(name ?? '', this.#file, this.#hosts);
      if (found.kind === 'file') return found;
    }
    return { kind: 'missing', name: address };
  }

  photo(attachment: Attachment, line: number): ImportedPhoto {
    return { source: this.findPhoto(attachment.url), alt: attachment.alt, ...captionOf(attachment), line };
  }

  /** Captions and descriptions of the media library, for photos that the text shows without. */
  addWords(blocks: readonly ImportedBlock[]): readonly ImportedBlock[] {
    const byFile = new Map(
      [...this.byId.values()].map((attachment) => {
        const found = this.findPhoto(attachment.url);
        return [
          found.kind === 'file' ? found.file : found.kind === 'missing' ? found.name : '',
          attachment,
        ] as const;
      }),
    );
    return blocks.map((block) =>
      block.kind === 'markdown'
        ? block
        : {
            ...block,
            photos: block.photos.map((photo) => {
              const { source } = photo;
              const attachment =
                source.kind === 'bytes'
                  ? undefined
                  : byFile.get(source.kind === 'file' ? source.file : source.name);
              if (attachment === undefined) return photo;
              return {
                ...captionOf(attachment),
                ...photo,
                alt: photo.alt === '' ? attachment.alt : photo.alt,
              };
            }),
          },
    );
  }

  #named(address: string): Attachment | undefined {
    const wanted = nameKey(address);
    if (this.#byName.size === 0)
      for (const attachment of this.byId.values()) {
        const name = nameKey(attachment.url);
        this.#byName.set(name, [...(this.#byName.get(name) ?? []), attachment]);
      }
    const same = this.#byName.get(wanted) ?? [];
    return (
      same.find(({ url }) => folderOf(url) === folderOf(address)) ?? (same.length === 1 ? same[0] : undefined)
    );
  }
}

function attachmentOf(item: WordpressItem): Attachment {
  return {
    url: item['wp:attachment_url'],
    file: metaOf(item, '_wp_attached_file'),
    alt: cleanText(metaOf(item, '_wp_attachment_image_alt') ?? ''),
    caption: plainText(item['excerpt:encoded']),
    parent: item['wp:post_parent'],
  };
}

function captionOf({ caption }: Attachment): { caption?: string } {
  return caption === '' ? {} : { caption: escapeMarkdown(caption) };
}

function nameKey(address: string): string {
  const name =
    address
      .replace(/[?#].*$/u, '')
      .split('/')
      .at(-1) ?? '';
  return decodeAddress(name)
    .toLowerCase()
    .replace(/(?:-\d+x\d+|-scaled|-rotated)(?=\.\w+$)/u, '')
    .replace(/-e\d{10,}(?=\.\w+$)/u, '');
}

function folderOf(address: string): string {
  return address
    .replace(/[?#].*$/u, '')
    .split('/')
    .slice(-3, -1)
    .join('/');
}
