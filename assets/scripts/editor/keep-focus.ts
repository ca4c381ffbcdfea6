/** Draws a part of the page anew without taking the keyboard away from who works in it. */

const reachable = 'a[href], button, input, select, textarea, summary';

/** @param root what is drawn anew: the keyboard stays on the same control, or where it stood when that has gone */
export function keepFocus(root: HTMLElement, draw: () => void): void {
  const focused = document.activeElement;
  if (focused === null || !root.contains(focused)) {
    draw();
    return;
  }
  const at = [...root.querySelectorAll(reachable)].indexOf(focused);
  draw();
  if (root.contains(document.activeElement)) return;
  const same = focused.id === '' ? null : document.getElementById(focused.id);
  const others = [...root.querySelectorAll<HTMLElement>(reachable)];
  const place = same ?? others[Math.min(at, others.length - 1)];
  if (place === undefined) root.tabIndex = -1;
  (place ?? root).focus();
}
