/** Where a site is published, as settings and the command line name it. Never with a key or a password. Pure. */

import { type BucketAddress, parseBucketAddress } from '../object-store/bucket-address.ts';

export type PublishAddress =
  | { readonly kind: 'file'; readonly folder: string }
  | ({ readonly kind: 's3' } & BucketAddress)
  | { readonly kind: 'rsync'; readonly host: string; readonly folder: string };

export const publishAddressHelp =
  'Write file:/var/www/news, s3://bucket or s3://bucket/prefix, or rsync:user@host:/var/www/news.';

// What follows goes to a shell on another machine: only what needs no quoting, and no word that could be an option.
const RSYNC = /^rsync:((?:[A-Za-z_][\w.-]*@)?[A-Za-z\d][\w.-]*):(\/[\w./-]*\w)\/?$/;

/** Nothing when it is no address. */
export function parsePublishAddress(text: string): PublishAddress | undefined {
  const [, folder] = /^file:(?:\/\/(?=\/))?((?!~)[^\0]+)$/.exec(text) ?? [];
  if (folder !== undefined) return { kind: 'file', folder };
  const bucket = parseBucketAddress(text);
  if (bucket !== undefined) return { kind: 's3', ...bucket };
  const [, host, remote] = RSYNC.exec(text) ?? [];
  if (host !== undefined && remote !== undefined && !remote.split('/').includes('..'))
    return { kind: 'rsync', host, folder: remote };
  return undefined;
}

/** What is wrong with an address that is meant as one; undefined where nothing tells that. */
export function addressFault(text: string): string | undefined {
  const [, host, folder] = /^(?:rsync|ssh|sftp|scp):(?:\/\/)?([^:/]*)[:/]?(.*)$/iu.exec(text) ?? [];
  if (host !== undefined && folder !== undefined) {
    const rest = folder.replace(/^\/+/u, '');
    return /^rsync:[^:/]+:(?!\/)/iu.test(text)
      ? `The folder at the other machine is written whole, from the slash on: rsync:${host}:/${rest}`
      : `Another machine is written so: rsync:${host || 'user@host'}:/${rest || 'var/www/news'}`;
  }
  if (/^(?:file:)?~/u.test(text)) return 'A folder is written whole, without ~: file:/home/me/www';
  if (/^(?:\/|\.{1,2}\/)/u.test(text)) return `A folder is written so: file:${text}`;
  return undefined;
}
