/** Lets the reader choose between light, dark, and as the system is set. `../inline/theme.ts` shows what was chosen. */

const key = 'theme';
const root = document.documentElement;
const label = document.querySelector<HTMLElement>('.theme-switch');
const select = label?.querySelector('select');

if (label !== null && select !== null && select !== undefined) {
  label.dataset.works = '';
  select.value = root.dataset.theme ?? 'system';
  select.addEventListener('change', () => {
    const isChosen = select.value !== 'system';
    if (isChosen) root.dataset.theme = select.value;
    else delete root.dataset.theme;
    try {
      if (isChosen) localStorage.setItem(key, select.value);
      else localStorage.removeItem(key);
    } catch {
      // Storage may be forbidden: the choice then lasts for this page.
    }
  });
}
