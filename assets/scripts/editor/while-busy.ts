/** A button whose work is under way: it keeps the keyboard, which a disabled one would lose, and does nothing more. */

export async function whileBusy(button: HTMLButtonElement, work: () => Promise<unknown>): Promise<void> {
  if (button.hasAttribute('aria-disabled')) return;
  button.setAttribute('aria-disabled', 'true');
  try {
    await work();
  } finally {
    button.removeAttribute('aria-disabled');
  }
}
