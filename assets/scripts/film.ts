/**
 * Plays films that lie with others, on pages that have some. Nothing of the host is loaded before the reader asks for it:
 * then its player stands in the place of the picture, locked into a frame. Without this script the picture leads to the
 * film's own page, and so it does where the player may not be shown.
 */

/** What a player needs to play; it may neither lead the page elsewhere nor ask for anything but these. */
const permissions = [
  'allow-scripts',
  'allow-same-origin',
  'allow-presentation',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
];
const features = ['autoplay', 'encrypted-media', 'fullscreen', 'picture-in-picture'];

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-player]')) {
  // It no longer leads anywhere: it plays.
  link.setAttribute('role', 'button');
  link.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    play(link);
  });
  link.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    play(link);
  });
}

function play(link: HTMLAnchorElement): void {
  const address = new URL(link.dataset.player ?? '');
  address.searchParams.set('autoplay', '1');
  const frame = document.createElement('iframe');
  frame.className = 'film-frame';
  frame.title = link.querySelector('.film-title')?.lastChild?.textContent ?? '';
  frame.setAttribute('sandbox', permissions.join(' '));
  frame.allow = features.join('; ');
  // The host learns which site the reader is on, without which some do not play, and not which page.
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    const isOurs = effectiveDirective === 'frame-src' && blockedURI.startsWith(address.origin);
    if (isOurs) location.assign(link.href);
  });
  frame.src = address.href;
  link.replaceWith(frame);
  frame.focus();
}
