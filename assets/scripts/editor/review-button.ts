/** Sends a story for review: saves it, opens its request on the host, and leads there. With errors it goes as a draft. */

import { element } from '../preview-toolbar/element.ts';
import type { ReviewRequest, StoryReview } from './stores/story-store.ts';
import { whileBusy } from './while-busy.ts';
import { words } from './words.ts';

export interface ReviewButtonOptions {
  readonly review: StoryReview;
  readonly file: string;
  readonly title: () => string;
  /** @returns whether all that is written is saved */
  readonly save: () => Promise<boolean>;
  /** Says a failure to the editor. */
  readonly attempt: (work: () => Promise<void>) => Promise<unknown>;
}

export interface ReviewButton {
  readonly elements: readonly HTMLElement[];
  /** @param errors that the check finds */
  readonly show: (errors: number) => void;
}

export function reviewButton({ review, file, title, save, attempt }: ReviewButtonOptions): ReviewButton {
  const button = element('button', { type: 'button', class: 'send' }, words('Send for review'));
  const link = element('a', { target: '_blank', rel: 'noopener noreferrer', hidden: '' });
  let errorCount = 0;
  let request: ReviewRequest | undefined;
  const draw = (): void => {
    const isReady = request !== undefined && !request.isDraft;
    button.hidden = isReady || (request !== undefined && errorCount > 0);
    button.textContent = words(errorCount > 0 ? 'Send as a draft' : 'Send for review');
    link.hidden = request === undefined;
    if (request === undefined) return;
    link.href = request.url;
    link.textContent = words(request.isDraft ? 'Sent as a draft' : 'Sent for review');
  };
  button.addEventListener('click', () => {
    void whileBusy(button, () =>
      attempt(async () => {
        if (await save()) request = await review.send(file, title(), errorCount > 0);
        draw();
      }),
    );
  });
  void attempt(async () => {
    request = await review.of(file);
    draw();
  });
  draw();
  return {
    elements: [button, link],
    show: (errors) => {
      errorCount = errors;
      draw();
    },
  };
}
