/** Fields that hold one paragraph: as tall as it is, but the Enter key begins no line in them, nor does what is pasted. */

/** @param control that may still hold lines where it was given some */
export function keepOneParagraph(control: HTMLTextAreaElement): void {
  if (control.value.includes('\n')) return;
  control.addEventListener('keydown', (event) => {
    // The same key takes what an input method offers.
    if (event.key === 'Enter' && !event.isComposing) event.preventDefault();
  });
  control.addEventListener('input', (event) => {
    if (event instanceof InputEvent && event.isComposing) return;
    if (control.value.includes('\n')) control.value = control.value.replace(/\s*\n\s*/gu, ' ');
  });
}
