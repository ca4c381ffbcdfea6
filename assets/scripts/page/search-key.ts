/** The key `/` leads to the search, or into its field on the search page. */

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const { target } = event;
  const isTyping =
    target instanceof Element &&
    target.closest('input, textarea, select, dialog, [contenteditable]') !== null;
  if (isTyping) return;
  const field = document.querySelector<HTMLElement>('.search-words');
  const link = document.querySelector<HTMLAnchorElement>('.masthead-search');
  if (field === null && link === null) return;
  event.preventDefault();
  if (field !== null) field.focus();
  else if (link !== null) location.assign(link.href);
});
