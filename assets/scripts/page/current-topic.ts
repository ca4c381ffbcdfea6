/** On a phone topics and languages scroll sideways: the one that the reader is in comes into view. */

for (const current of document.querySelectorAll('.masthead ul [aria-current]')) {
  const list = current.closest('ul');
  if (list && list.scrollWidth > list.clientWidth) {
    const [own, all] = [current.getBoundingClientRect(), list.getBoundingClientRect()];
    list.scrollLeft += own.left + own.width / 2 - all.left - all.width / 2;
  }
}
