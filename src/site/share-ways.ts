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

/** Letters that a post may have; Mastodon counts 23 for any address, Bluesky all of them. */
const mastodonLetters = 500 - 24;
const blueskyLetters = 300;
/** Shorter headlines say nothing: a service that has no room for this much says so itself. */
const fewestLetters = 40;

/** A headline that fits beside the address, cut between letters. */
function fitting(title: string, most: number): string {
  const letters = [...title];
  const room = Math.max(fewestLetters, most);
  return letters.length <= room
    ? title
    : `${letters
        .slice(0, room - 1)
        .join('')
        .trimEnd()}…`;
}

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
      `https://share.joinmastodon.org/#text=${inQuery(`${fitting(title, mastodonLetters)}\n${address}`)}`,
  },
  bluesky: {
    name: 'Bluesky',
    addressOf: ({ title, address }) =>
      `https://bsky.app/intent/compose?text=${inQuery(`${fitting(title, blueskyLetters - address.length - 1)}\n${address}`)}`,
  },
};

/** The drawing of the code that leads to a story. */
export function shareCodeUrl(storyUrl: string): string {
  return `${storyUrl}code.svg`;
}
