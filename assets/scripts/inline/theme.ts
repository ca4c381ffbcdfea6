/**
 * Light, dark, or as the system is set. Stands in the head of every page and runs before anything is drawn, so that
 * no page flashes. The choice is kept on the reader's device alone.
 */

try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be forbidden: then the system decides.
}
