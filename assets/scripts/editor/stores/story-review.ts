/** Sending a story's branch for review, as a request to merge it. */

import type { RepositoryHost } from './repository-host.ts';
import { branchOf, isStoryBranch } from './story-branches.ts';
import type { StoryReview } from './story-store.ts';

/** @param main the branch that is published */
export function storyReview(host: RepositoryHost, main: string): StoryReview {
  return {
    of: async (file) => {
      const request = await host.request(branchOf(file));
      return request?.state === 'open' ? request : undefined;
    },
    send: async (file, title, isDraft) => {
      const branch = branchOf(file);
      const request = await host.request(branch);
      if (request?.state !== 'open') return await host.send({ branch, main, title, isDraft });
      return request.isDraft && !isDraft ? await host.finishDraft(request) : request;
    },
    open: async () => (await host.openRequests()).filter(({ branch }) => isStoryBranch(branch)),
  };
}
