/** Tabs over panels. The first stands beside the others where there is room, and is one of them where there is not. */

import { element } from '../preview-toolbar/element.ts';

export interface TabPart {
  readonly name: string;
  readonly label: string;
  readonly panel: HTMLElement;
  /** A tab on narrow screens alone. */
  readonly isNarrow?: boolean;
  readonly onSelect?: () => void;
}

export interface Tabs {
  readonly elements: readonly HTMLElement[];
  readonly select: (name: string) => void;
  readonly relabel: (name: string, label: string) => void;
}

export function tabs(parts: readonly TabPart[]): Tabs {
  const buttons = new Map<string, HTMLElement>();
  const select = (wanted: string): void => {
    for (const { name, panel, onSelect } of parts) {
      const isChosen = name === wanted;
      if (isChosen) onSelect?.();
      panel.classList.toggle('chosen', isChosen);
      const button = buttons.get(name);
      button?.setAttribute('aria-selected', String(isChosen));
      button?.setAttribute('tabindex', isChosen ? '0' : '-1');
    }
  };
  const list = element('div', { class: 'tabs', role: 'tablist' });
  for (const { name, label, panel, isNarrow } of parts) {
    panel.id ||= `panel-${name}`;
    panel.classList.add('panel', ...(isNarrow === true ? ['beside'] : []));
    // The one that stands beside the others is no tab's where there is room.
    if (isNarrow !== true) {
      panel.setAttribute('role', 'tabpanel');
      panel.setAttribute('aria-labelledby', `tab-${name}`);
      panel.removeAttribute('aria-label');
    }
    const button = element(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${name}`,
        'aria-controls': panel.id,
        'data-tab': name,
        class: isNarrow === true ? 'narrow' : '',
      },
      label,
    );
    button.addEventListener('click', () => select(name));
    buttons.set(name, button);
    list.append(button);
  }
  list.addEventListener('keydown', (event) => {
    const visible = [...buttons.values()].filter((one) => one.offsetParent !== null);
    const at = visible.findIndex((one) => one.matches(':focus'));
    const places = new Map([
      ['ArrowRight', at + 1],
      ['ArrowLeft', at - 1],
      ['Home', 0],
      ['End', -1],
    ]);
    const place = places.get(event.key);
    if (place === undefined) return;
    event.preventDefault();
    const next = visible[(place + visible.length) % visible.length];
    next?.click();
    next?.focus();
  });
  const wide = window.matchMedia('(min-width: 60rem)');
  select(wide.matches ? 'page' : 'text');
  // A tablet that is turned has room for two.
  const onTurn = (): void => {
    if (!list.isConnected) wide.removeEventListener('change', onTurn);
    else if (
      wide.matches &&
      parts.some(({ isNarrow, panel }) => isNarrow === true && panel.classList.contains('chosen'))
    )
      select('page');
  };
  wide.addEventListener('change', onTurn);
  return {
    elements: [list, ...parts.map(({ panel }) => panel)],
    select,
    relabel: (name, label) => {
      const button = buttons.get(name);
      if (button !== undefined) button.textContent = label;
    },
  };
}
