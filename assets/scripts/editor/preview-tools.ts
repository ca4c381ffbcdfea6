/** What only a preview on the editor's own computer can do: making stories of dropped files, and git. */

import {
  type CommitAnswer,
  type CommitPlan,
  commitAnswer,
  commitPlan,
  type ImportAnswer,
  importAnswer,
  type OpenBranch,
  openBranches,
  pushAnswer,
} from '../../../src/editor/preview-messages.ts';
import { previewRequests } from './preview-requests.ts';

/** With its folder, where it was dropped with one. */
export interface NamedFile {
  readonly name: string;
  readonly file: File;
}

export interface PreviewTools {
  /** @param into the story that takes their text; without it each becomes a story of its own */
  readonly importFiles: (files: readonly NamedFile[], into?: string) => Promise<ImportAnswer>;
  readonly plan: (file: string, title: string) => Promise<CommitPlan>;
  readonly commit: (file: string, branch: string, message: string) => Promise<CommitAnswer>;
  /** @returns why the branch was not sent; empty when it was */
  readonly push: (branch: string) => Promise<string>;
  readonly branches: () => Promise<readonly OpenBranch[]>;
}

export function previewTools(token: string): PreviewTools {
  const { post } = previewRequests(token);
  return {
    importFiles: (files, into) => {
      const form = new FormData();
      for (const { name, file } of files) form.append(name, file, file.name);
      return post(
        `import${into === undefined ? '' : `?${new URLSearchParams({ into })}`}`,
        form,
        importAnswer,
      );
    },
    plan: (file, title) => post('plan', JSON.stringify({ file, title }), commitPlan),
    commit: (file, branch, message) =>
      post('commit', JSON.stringify({ file, branch, message }), commitAnswer),
    push: async (branch) => (await post('push', JSON.stringify({ branch }), pushAnswer)).message,
    branches: () => post('branches', '', openBranches),
  };
}
