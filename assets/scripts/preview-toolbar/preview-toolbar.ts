/**
 * Toolbar of the preview: a strip at the foot of the window with the findings of the check and how the article looks
 * elsewhere. Reloads the page when it has changed. No published page loads it.
 */

import type { ToolbarReport } from '../../../src/editor/toolbar-report.ts';
import { element } from './element.ts';
import { elsewhereView } from './elsewhere-view.ts';
import { problemList } from './problem-list.ts';

type PanelName = 'problems' | 'elsewhere';

/** Keys of what survives a reload, in this tab. */
const openPanelKey = 'news-toolbar-panel';
const closedKey = 'news-toolbar-closed';

class PreviewToolbar {
  readonly #page: string;
  readonly #root: string;
  readonly #version: string;
  readonly #problems = element('button', { type: 'button', 'aria-controls': 'panel' });
  readonly #elsewhere = element('button', { type: 'button', 'aria-controls': 'panel' }, 'Card and feed');
  readonly #count = element('span', { class: 'count' }, 'Checking…');
  /** Count for screen readers, which do not announce changes inside a button. */
  readonly #live = element('p', { class: 'live', role: 'status' });
  readonly #file = element('span', { class: 'file' });
  readonly #panel = element('section', { id: 'panel', class: 'panel', hidden: '', tabindex: '-1' });
  readonly #strip: HTMLElement;
  readonly #note: HTMLElement;
  #report: ToolbarReport | undefined;
  /** Number of the latest request: the answer to an older one may arrive last. */
  #asked = 0;
  #openPanel: PanelName | undefined;

  constructor(host: HTMLElement) {
    const { page = '/', root = '/', version = '' } = host.dataset;
    this.#page = page;
    this.#root = root;
    this.#version = version;
    const hide = element(
      'button',
      { type: 'button', class: 'hide', 'aria-label': 'Hide the toolbar', title: 'Hide the toolbar' },
      '×',
    );
    const show = element('button', { type: 'button' }, 'Show the toolbar');
    this.#problems.append(this.#count);
    this.#strip = element(
      'section',
      { class: 'strip', 'aria-label': 'Preview toolbar' },
      this.#problems,
      this.#elsewhere,
      this.#file,
      this.#live,
      hide,
    );
    this.#note = element('p', { class: 'note', hidden: '' }, show);
    const shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    shadow.append(this.#note, this.#panel, this.#strip);
    this.#problems.addEventListener('click', () => this.#toggle('problems'));
    this.#elsewhere.addEventListener('click', () => this.#toggle('elsewhere'));
    hide.addEventListener('click', () => this.#close());
    show.addEventListener('click', () => this.#open());
    shadow.addEventListener('keydown', (event) => {
      if (event instanceof KeyboardEvent && event.key === 'Escape') this.#leavePanel();
    });
    const panel = sessionStorage.getItem(openPanelKey);
    this.#openPanel = panel === 'problems' || panel === 'elsewhere' ? panel : undefined;
    this.#draw();
  }

  start(): void {
    const query = new URLSearchParams({ page: this.#page, version: this.#version });
    const changes = new EventSource(`${this.#root}changes?${query}`);
    // The browser keeps the place where the page was scrolled to.
    changes.addEventListener('page', () => location.reload());
    // The first arrives after the subscription, so no change between the two can be missed.
    changes.addEventListener('report', () => void this.#ask());
  }

  async #ask(): Promise<void> {
    this.#asked += 1;
    const question = this.#asked;
    const report = await this.#fetchReport();
    if (question !== this.#asked) return;
    this.#report = report;
    this.#draw();
  }

  async #fetchReport(): Promise<ToolbarReport | undefined> {
    try {
      const answer = await fetch(`${this.#root}report.json?${new URLSearchParams({ page: this.#page })}`);
      return answer.ok ? await answer.json() : undefined;
    } catch {
      return undefined;
    }
  }

  #toggle(panel: PanelName): void {
    this.#openPanel = this.#openPanel === panel ? undefined : panel;
    this.#draw();
    if (this.#openPanel === undefined) sessionStorage.removeItem(openPanelKey);
    else {
      sessionStorage.setItem(openPanelKey, this.#openPanel);
      this.#panel.focus();
    }
  }

  #leavePanel(): void {
    const button = this.#openPanel === 'elsewhere' ? this.#elsewhere : this.#problems;
    if (this.#openPanel === undefined) return;
    this.#toggle(this.#openPanel);
    button.focus();
  }

  /** Hides the toolbar until the findings change. */
  #close(): void {
    sessionStorage.setItem(closedKey, signatureOf(this.#report));
    if (this.#openPanel !== undefined) this.#toggle(this.#openPanel);
    this.#draw();
    this.#note.querySelector('button')?.focus();
  }

  #open(): void {
    sessionStorage.removeItem(closedKey);
    this.#draw();
    this.#problems.focus();
  }

  #draw(): void {
    const report = this.#report;
    const closed = sessionStorage.getItem(closedKey);
    const isClosed = closed !== null && (report === undefined || closed === signatureOf(report));
    this.#strip.hidden = isClosed;
    this.#note.hidden = !isClosed;
    this.#panel.hidden = isClosed || this.#openPanel === undefined;
    // Keeps the end of the page and focused elements clear of the strip.
    document.body.style.paddingBottom = isClosed ? '' : '2.75rem';
    document.documentElement.style.scrollPaddingBottom = isClosed ? '' : '3rem';
    this.#problems.setAttribute('aria-expanded', String(this.#openPanel === 'problems'));
    this.#elsewhere.setAttribute('aria-expanded', String(this.#openPanel === 'elsewhere'));
    if (report === undefined) return;
    const all = [...report.elsewhere, ...report.problems];
    const errors = all.filter(({ severity }) => severity === 'error').length;
    const text = countText(errors, all.length - errors);
    if (this.#count.textContent !== text) {
      this.#count.textContent = text;
      this.#live.textContent = text;
    }
    this.#problems.className = errors > 0 ? 'has-errors' : all.length > 0 ? 'has-warnings' : '';
    this.#elsewhere.hidden = report.article === undefined;
    if (report.article !== undefined) {
      const name = report.article.file.split('/').slice(-2).join('/');
      this.#file.replaceChildren(
        element('a', { href: report.article.open, title: report.article.file }, name),
      );
    }
    if (this.#openPanel === undefined) return;
    const isProblems = this.#openPanel === 'problems';
    this.#panel.setAttribute('aria-label', isProblems ? 'What the check says' : 'How it looks elsewhere');
    this.#panel.replaceChildren(...(isProblems ? problemList(report) : elsewhereView(report.article)));
  }
}

function countText(errors: number, warnings: number): string {
  const parts = [counted(errors, 'error'), counted(warnings, 'warning')].filter((part) => part !== '');
  return parts.length === 0 ? 'No problems' : parts.join(', ');
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Signature of the findings, whatever lines they stand on. */
function signatureOf(report: ToolbarReport | undefined): string {
  const all = [...(report?.elsewhere ?? []), ...(report?.problems ?? [])];
  return all.map(({ code, file, message }) => `${code} ${file} ${message}`).join('\n');
}

const host = document.querySelector<HTMLElement>('news-toolbar');
if (host !== null) new PreviewToolbar(host).start();
