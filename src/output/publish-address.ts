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
  const [, folder] = /^file:(?:\/\/(?=\/))?([^\0]+)$/.exec(text) ?? [];
  if (folder !== undefined) return { kind: 'file', folder };
  const bucket = parseBucketAddress(text);
  if (bucket !== undefined) return { kind: 's3', ...bucket };
  const [, host, remote] = RSYNC.exec(text) ?? [];
  if (host !== undefined && remote !== undefined && !remote.split('/').includes('..'))
    return { kind: 'rsync', host, folder: remote };
  return undefined;
}
