/**
 * One photo for the press, from the viewer: its original as the press kit has it, and the caption, credit and terms that
 * go with it as text to copy. Fetched when a reporter asks for it.
 */

import { type KitEntry, kitEntries, kitFile } from './viewer/kit-entries.ts';

export interface PressOffer {
  readonly panel: HTMLDialogElement;
  /** Address of the press kit. */
  readonly kit: string;
  /** The photo's name in the kit: `fair-3.jpg`. */
  readonly file: string;
}

/** Opens the panel for one photo. */
export async function offerForPress({ panel, kit, file }: PressOffer): Promise<void> {
  const text = part(panel, HTMLPreElement, '.press-text');
  const original = part(panel, HTMLButtonElement, '.press-original');
  const copy = part(panel, HTMLButtonElement, '.press-copy');
  const status = part(panel, HTMLElement, '.press-status');
  status.textContent = '';
  text.textContent = '';
  for (const button of [original, copy]) button.hidden = true;
  part(panel, HTMLButtonElement, '.press-close').onclick = () => panel.close();
  panel.showModal();
  const entries = await kitEntries(kit);
  const entry = entries.get(file);
  if (entry === undefined) throw new Error(`${kit} has no ${file}.`);
  const readText = async (name: string) => {
    const found = entries.get(name);
    return found === undefined ? '' : new TextDecoder().decode(await kitFile(kit, found));
  };
  text.textContent = textFor(file, await readText('captions.txt'), await readText('terms.txt'));
  copy.hidden = navigator.clipboard === undefined;
  copy.onclick = () => {
    navigator.clipboard.writeText(text.textContent).then(
      () => say(status, status.dataset.copied ?? ''),
      // A reader who forbids the clipboard has decided so: the text can be marked.
      () => {},
    );
  };
  original.hidden = false;
  part(panel, HTMLElement, '.press-size').textContent = sizeOf(entry);
  original.onclick = () => {
    original.disabled = true;
    download(kit, entry)
      .catch(() => location.assign(kit))
      .finally(() => {
        original.disabled = false;
      });
  };
}

/** What the kit says of one photo, of its story, and on which terms it may be printed. */
export function textFor(file: string, captions: string, terms: string): string {
  const [story = '', ...photos] = captions.trim().split('\n\n');
  const own = photos.find((photo) => photo.split('\n')[0] === file) ?? file;
  return [own, story, terms.trim()].filter((one) => one !== '').join('\n\n');
}

async function download(kit: string, entry: KitEntry): Promise<void> {
  const bytes = await kitFile(kit, entry);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }));
  link.download = entry.name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function sizeOf({ sizeBytes }: KitEntry): string {
  const megabytes = Math.max(0.1, sizeBytes / 1e6).toLocaleString(document.documentElement.lang, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  });
  return `JPEG, ${megabytes}`;
}

/** Emptied first, so that the same words are announced again. */
function say(status: HTMLElement, words: string): void {
  status.textContent = '';
  requestAnimationFrame(() => {
    status.textContent = words;
  });
}

function part<T extends HTMLElement>(panel: HTMLElement, type: new () => T, selector: string): T {
  const found = panel.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The panel has no ${selector}.`);
  return found;
}
