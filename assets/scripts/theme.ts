/**
 * Light, dark, or as the system is set. Runs in the head, before anything is drawn, so that no page flashes.
 * The choice is kept on the reader's device alone.
 */

const key = 'theme';
const root = document.documentElement;

function read(): string {
  try {
    return localStorage.getItem(key) ?? 'system';
  } catch {
    return 'system';
  }
}

function show(theme: string): void {
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  else delete root.dataset.theme;
}

show(read());

document.addEventListener('DOMContentLoaded', () => {
  const label = document.querySelector<HTMLElement>('.theme-switch');
  const select = label?.querySelector('select');
  if (label === null || select === null || select === undefined) return;
  label.hidden = false;
  select.value = read();
  select.addEventListener('change', () => {
    show(select.value);
    try {
      if (select.value === 'system') localStorage.removeItem(key);
      else localStorage.setItem(key, select.value);
    } catch {
      // Storage may be forbidden: the choice then lasts for this page.
    }
  });
});
