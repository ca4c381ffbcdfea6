/**
 * Judges an address that an editor wrote. An allow-list: what is not one of these is refused. Browsers drop control
 * characters and white space before they look at a scheme, and read a backslash as a slash: so do we.
 */

import path from 'node:path/posix';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { decodeAddress } from '../text/decode-address.ts';
import type { LinkTarget } from './block.ts';
import { personAddressFault } from './person-address.ts';

export type Judgement =
  /** Printed as it is. */
  | { readonly kind: 'plain' }
  /** A part of this page. */
  | { readonly kind: 'fragment'; readonly id: string }
  /** Resolved once the whole site is known. */
  | { readonly kind: 'target'; readonly target: LinkTarget }
  | {
      readonly kind: 'refused';
      readonly code: DiagnosticCode;
      readonly message: string;
      readonly hint: string;
    };

const allowedSchemes = ['https', 'http', 'mailto', 'tel'];
const invisible = /[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/gu;

/** @param folder of the file that holds the link, relative to `content/` */
export function judgeLink(address: string, folder: string): Judgement {
  const seen = address.replace(invisible, '');
  // An escape that hides a scheme from browsers hides it from readers too: what it would be counts.
  const scheme = schemeOf(seen) ?? schemeOf(readable(address).replace(invisible, ''));
  if (scheme !== undefined) {
    const rest = seen.slice(scheme.length + 1);
    if (schemeOf(seen) === undefined) return refuseScheme(scheme);
    if (allowedSchemes.includes(scheme) && rest.replace(/^\/+/u, '') === '') return refuseEmpty();
    if (/^https?$/u.test(scheme) && !rest.startsWith('//'))
      return {
        kind: 'refused',
        code: 'broken-link',
        message: `Two slashes follow "${scheme}:".`,
        hint: `Write ${scheme}://${rest.replace(/^\/+/u, '')}`,
      };
    const fault =
      scheme === 'mailto' || scheme === 'tel' ? personAddressFault(scheme, decodeAddress(rest)) : undefined;
    if (fault !== undefined) return { kind: 'refused', code: 'broken-link', ...fault };
    // An address with a scheme must look to a reader as it does to a browser; a space is encoded.
    return allowedSchemes.includes(scheme) && seen === address.trim().replaceAll(' ', '')
      ? { kind: 'plain' }
      : refuseScheme(scheme);
  }
  const [, word = '', after = ''] = /^(https?)\/\/+(.*)$/iu.exec(seen) ?? [];
  if (word !== '') {
    return {
      kind: 'refused',
      code: 'broken-link',
      message: `No colon follows "${word}".`,
      hint: `Write ${word.toLowerCase()}://${after}`,
    };
  }
  if (/^[\\/]{2}/u.test(seen) || seen.includes('\\')) {
    return {
      kind: 'refused',
      code: 'unsafe-link',
      message: `The address "${address}" is neither a web address nor a file of the site.`,
      hint: 'Write a web address whole (https://…), and paths with single forward slashes.',
    };
  }
  if (seen.startsWith('#')) return { kind: 'fragment', id: decodeAddress(seen.slice(1)) };
  const [, rawPath = '', rawFragment = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/su.exec(address) ?? [];
  const decoded = decodeAddress(rawPath).normalize('NFC');
  if (decoded.startsWith('/')) return { kind: 'target', target: { kind: 'path', path: readable(address) } };
  const file = path.join(folder, decoded);
  if (file === '..' || file.startsWith('../') || decoded.includes('\0')) {
    return {
      kind: 'refused',
      code: 'unsafe-path',
      message: `The address "${address}" leads out of the content folder.`,
      hint: 'Link to another story by its file, for example ../../2024/its-folder/index.md',
    };
  }
  if (decoded === '') return refuseEmpty();
  if (file.endsWith('.md')) return document(file, rawFragment);
  if (decoded.endsWith('/') || path.extname(file) === '')
    return document(path.join(file, 'index.md'), rawFragment);
  return { kind: 'target', target: { kind: 'attachment', file } };
}

export type PhotoFile =
  | { readonly ok: true; readonly file: string }
  | { readonly ok: false; readonly code: DiagnosticCode; readonly message: string; readonly hint: string };

/** The file of an image, relative to `content/`. */
export function judgePhoto(address: string, folder: string): PhotoFile {
  const judgement = judgeLink(address, folder);
  const name = address.replace(/^.*[\\/]/su, '');
  if (/^(?:[A-Za-z]:[\\/]|file:|~\/|\\\\)/u.test(address.trim())) {
    return {
      ok: false,
      code: 'photo-not-found',
      message: 'The photo is named by its place on one computer, where no reader can fetch it.',
      hint: `Copy ${name} into the folder of the story and write only its file name: ![…](${name})`,
    };
  }
  if (judgement.kind === 'target' && judgement.target.kind === 'attachment') {
    return { ok: true, file: judgement.target.file };
  }
  if (judgement.kind === 'plain') {
    return {
      ok: false,
      code: 'remote-image',
      message: 'The photo would be loaded from another site.',
      hint: `Save the photo in the folder of the story and write only its file name: ![…](${name})`,
    };
  }
  if (judgement.kind === 'refused') return { ok: false, ...judgement };
  return {
    ok: false,
    code: 'photo-not-found',
    message: `"${address}" is not the name of a photo beside the story.`,
    hint: 'Write the name of the file with its ending: ![…](1.jpg)',
  };
}

function document(file: string, fragment: string): Judgement {
  return { kind: 'target', target: { kind: 'document', file, fragment: decodeAddress(fragment) } };
}

function refuseScheme(scheme: string): Judgement {
  const guess = didYouMean(scheme, allowedSchemes);
  return {
    kind: 'refused',
    code: 'unsafe-link',
    message: `Addresses that begin with "${scheme}:" are not allowed.`,
    hint: `${guess === undefined ? '' : `Did you mean ${guess}:? `}Use https:, mailto: or tel:, or the file of another story.`,
  };
}

function refuseEmpty(): Judgement {
  return {
    kind: 'refused',
    code: 'broken-link',
    message: 'The link has no address.',
    hint: 'Write the address between the round brackets: [text](https://…)',
  };
}

function schemeOf(address: string): string | undefined {
  return /^([A-Za-z][A-Za-z0-9+.-]*):/u.exec(address)?.[1]?.toLowerCase();
}

/** The same address with its letters decoded; what separates its parts stays encoded. */
function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
