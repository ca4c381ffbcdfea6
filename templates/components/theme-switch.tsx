/** Light, dark, or as the system is set. Invisible until its script is there: without it there is nothing to switch. */

import type { Messages } from '../../src/site/messages/messages.ts';

interface ThemeSwitchProps {
  readonly messages: Messages;
}

export function ThemeSwitch({ messages }: ThemeSwitchProps) {
  return (
    <label class="theme-switch">
      <span class="visually-hidden">{messages.theme}</span>
      <select name="theme" autocomplete="off">
        <option value="system">{messages.themeSystem}</option>
        <option value="light">{messages.themeLight}</option>
        <option value="dark">{messages.themeDark}</option>
      </select>
    </label>
  );
}
