/** Commits the files of one story to a branch of the repository, after it has said which ones. */

import type { CommitPlan } from '../../../src/editor/preview-messages.ts';
import { element } from '../preview-toolbar/element.ts';
import type { PreviewTools } from './preview-tools.ts';
import { StoreError } from './stores/story-store.ts';
import { whileBusy } from './while-busy.ts';
import { words } from './words.ts';

/** @param title of the story */
export async function openCommitDialog(tools: PreviewTools, file: string, title: string): Promise<void> {
  const plan = await tools.plan(file, title);
  const dialog = element('dialog', { class: 'commit', 'aria-labelledby': 'commit-title' });
  const close = element('button', { type: 'button' }, words('Close'));
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  dialog.append(
    element('h2', { id: 'commit-title' }, words('Commit this story')),
    ...(plan.kind === 'none' ? [element('p', {}, plan.message)] : [form(tools, file, plan)]),
    element('p', { class: 'buttons' }, close),
  );
  document.body.append(dialog);
  dialog.showModal();
}

function form(
  tools: PreviewTools,
  file: string,
  { branch, exists, message, changes }: Extract<CommitPlan, { kind: 'ready' }>,
): HTMLElement {
  const branchField = element('input', { type: 'text', id: 'commit-branch', required: '' });
  branchField.value = branch;
  const messageField = element('input', { type: 'text', id: 'commit-message', required: '' });
  messageField.value = message;
  const status = element('p', { role: 'status' });
  const button = element('button', { class: 'primary' }, words('Commit'));
  const made = element(
    'form',
    {},
    ...(changes.length === 0
      ? [element('p', {}, words('Nothing of this story has changed since its last commit.'))]
      : [
          element('p', {}, words('These files, and no others:')),
          element(
            'ul',
            { class: 'changes' },
            ...changes.map(({ file: name, kind }) =>
              element('li', {}, element('code', {}, name), ` ${words(changeNames[kind])}`),
            ),
          ),
        ]),
    field(words('Branch'), branchField),
    element(
      'p',
      { class: 'help' },
      words(
        exists
          ? 'The branch is there already: the commit follows its last one.'
          : 'The branch is made. What is checked out and all other changes stay as they are.',
      ),
    ),
    field(words('What changes'), messageField),
    button,
    status,
  );
  const push = element('button', { type: 'button' }, words('Send the branch'));
  const attempt = (work: () => Promise<string>): Promise<void> =>
    whileBusy(button, async () => {
      try {
        status.textContent = await work();
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        status.textContent = error.message;
      }
    });
  const commit = async (): Promise<string> => {
    const answer = await tools.commit(file, branchField.value, messageField.value);
    if (answer.kind === 'refused') return answer.message;
    const done = `${words('Committed to')} ${answer.branch} (${answer.commit.slice(0, 7)}).`;
    if (answer.remote === undefined) return done;
    status.after(push);
    push.onclick = () =>
      void attempt(async () => {
        const refusal = await tools.push(answer.branch);
        if (refusal === '') push.remove();
        return refusal === ''
          ? `${words('The branch was sent to')} ${answer.remote}. ${words('Open a pull request for it there.')}`
          : refusal;
      });
    return `${done} ${words('Readers see nothing of it until it is sent and merged.')}`;
  };
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    void attempt(commit);
  });
  return made;
}

const changeNames = { added: 'new', changed: 'changed', removed: 'removed' } as const;

function field(label: string, control: HTMLElement): HTMLElement {
  return element('p', { class: 'field' }, element('label', { for: control.id }, label), control);
}
