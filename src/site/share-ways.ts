/** Where readers pass a story on, as plain links: nothing of these services is on the page. Pure. */

import type { ShareService } from '../content/site-config.ts';

interface SharedStory {
  readonly title: string;
  /** Whole. */
  readonly address: string;
}

interface LinkedService {
  readonly name: string;
  readonly addressOf: (story: SharedStory) => string;
}

const inQuery = encodeURIComponent;

/** WeChat has no address for this: its readers scan a code. */
export const linkedServices: Readonly<Record<Exclude<ShareService, 'wechat'>, LinkedService>> = {
  linkedin: {
    name: 'LinkedIn',
    addressOf: ({ address }) => `https://www.linkedin.com/sharing/share-offsite/?url=${inQuery(address)}`,
  },
  // Asks for the reader's own server, and keeps that to their browser.
  mastodon: {
    name: 'Mastodon',
    addressOf: ({ title, address }) =>
      `https://share.joinmastodon.org/#text=${inQuery(`${title}\n${address}`)}`,
  },
  bluesky: {
    name: 'Bluesky',
    addressOf: ({ title, address }) =>
      `https://bsky.app/intent/compose?text=${inQuery(`${title}\n${address}`)}`,
  },
};

/** The drawing of the code that leads to a story. */
export function shareCodeUrl(storyUrl: string): string {
  return `${storyUrl}code.svg`;
}
