/** Where the editor of a published site saves: the part of `site.yaml` that its page carries. Pure; runs in a browser. */

import { z } from 'zod';

export const remoteSettings = z.strictObject({
  siteName: z.string(),
  host: z.enum(['github', 'gitlab', 'forgejo']),
  /** Address of its interface, without a slash at its end. */
  api: z.string(),
  repository: z.string(),
  branch: z.string(),
  /** The content folder, as the repository names it. */
  folder: z.string(),
  signIn: z.string().optional(),
  siteWorker: z.string(),
  pasteWorker: z.string(),
});

export type RemoteSettings = Readonly<z.output<typeof remoteSettings>>;

export const hostNames: Readonly<Record<RemoteSettings['host'], string>> = {
  github: 'GitHub',
  gitlab: 'GitLab',
  forgejo: 'Forgejo',
};
