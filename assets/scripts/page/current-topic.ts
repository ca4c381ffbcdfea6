/** On a phone the topics scroll sideways: the one that the reader is in comes into view. */

const current = document.querySelector('.masthead-topics [aria-current]');
const list = current?.closest('ul');
if (current && list && list.scrollWidth > list.clientWidth) {
  const [own, all] = [current.getBoundingClientRect(), list.getBoundingClientRect()];
  list.scrollLeft += own.left + own.width / 2 - all.left - all.width / 2;
}
