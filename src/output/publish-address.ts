/** Where a site is published, as settings and the command line name it. Never with a key or a password. Pure. */

export type PublishAddress =
  | { readonly kind: 'file'; readonly folder: string }
  | { readonly kind: 's3'; readonly bucket: string; readonly prefix: string }
  | { readonly kind: 'rsync'; readonly host: string; readonly folder: string };

export const publishAddressHelp =
  'Write file:/var/www/news, s3://bucket or s3://bucket/prefix, or rsync:user@host:/var/www/news.';

const S3 = /^s3:\/\/([a-z\d][a-z\d.-]{1,61}[a-z\d])(?:\/((?:[\w.-]+\/)*[\w.-]+))?\/?$/;
// What follows goes to a shell on another machine: only what needs no quoting, and no word that could be an option.
const RSYNC = /^rsync:((?:[A-Za-z_][\w.-]*@)?[A-Za-z\d][\w.-]*):(\/[\w./-]*\w)\/?$/;

/** Nothing when it is no address. */
export function parsePublishAddress(text: string): PublishAddress | undefined {
  const [, folder] = /^file:(?:\/\/(?=\/))?([^\0]+)$/.exec(text) ?? [];
  if (folder !== undefined) return { kind: 'file', folder };
  const [, bucket, prefix = ''] = S3.exec(text) ?? [];
  if (bucket !== undefined) return { kind: 's3', bucket, prefix };
  const [, host, remote] = RSYNC.exec(text) ?? [];
  if (host !== undefined && remote !== undefined && !remote.split('/').includes('..'))
    return { kind: 'rsync', host, folder: remote };
  return undefined;
}
