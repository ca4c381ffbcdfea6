/** Findings of the check in this story, each with its line and, where a machine can do it, its fix. */

import type { Finding } from '../../../src/editor/store-messages.ts';
import { element } from '../preview-toolbar/element.ts';
import { keepFocus } from './keep-focus.ts';
import { words } from './words.ts';

export interface CheckListOptions {
  readonly goTo: (finding: Finding) => void;
  readonly fix: (finding: Finding) => void;
  /** Opens the photo that a finding is about. */
  readonly describe: (finding: Finding) => void;
}

/** Findings whose words are typed in the contact sheet. */
const photoCodes = new Set(['missing-alt', 'missing-caption', 'missing-credit', 'alt-is-caption']);

export class CheckList {
  readonly element = element('section', { class: 'check-list', 'aria-label': words('Check') });
  readonly #options: CheckListOptions;
  #drawn = '';

  constructor(options: CheckListOptions) {
    this.#options = options;
  }

  show(findings: readonly Finding[], isOwn: (finding: Finding) => boolean): void {
    const json = JSON.stringify(findings);
    if (json === this.#drawn) return;
    this.#drawn = json;
    keepFocus(this.element, () => this.#draw(findings, isOwn));
  }

  #draw(findings: readonly Finding[], isOwn: (finding: Finding) => boolean): void {
    const sorted = [...findings].sort(
      (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'),
    );
    this.element.replaceChildren(
      sorted.length === 0
        ? element('p', {}, words('The check finds nothing wrong here.'))
        : element(
            'ul',
            { class: 'problems', role: 'list' },
            ...sorted.map((one) => this.#item(one, isOwn(one))),
          ),
    );
  }

  #item(finding: Finding, isOwn: boolean): HTMLElement {
    const { severity, message, hint, line, file, code } = finding;
    const place = element(
      'button',
      { type: 'button' },
      isOwn ? `${words('Line')} ${line}` : (file.split('/').at(-1) ?? file),
    );
    place.addEventListener('click', () => this.#options.goTo(finding));
    const fix = element('button', { type: 'button' }, words('Fix'));
    fix.addEventListener('click', () => this.#options.fix(finding));
    const describe = element('button', { type: 'button' }, words('Write it in Photos'));
    describe.addEventListener('click', () => this.#options.describe(finding));
    return element(
      'li',
      { class: severity },
      element(
        'p',
        {},
        element('strong', {}, words(severity === 'error' ? 'Error' : 'Warning')),
        ` ${message}`,
      ),
      ...(hint === undefined ? [] : [element('p', { class: 'help' }, hint)]),
      element(
        'p',
        { class: 'buttons' },
        ...(isOwn ? [place] : [element('span', {}, file)]),
        ...(finding.fix === undefined ? [] : [fix]),
        ...(isOwn && photoCodes.has(code) ? [describe] : []),
        element('code', {}, code),
      ),
    );
  }
}
