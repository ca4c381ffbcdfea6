/** SVG from a stranger: what draws stays, all else goes. */

import { describe, expect, test } from 'vitest';
import { cleanSvg } from '../../../src/build/theme/clean-svg.ts';

const wrap = (inner: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10" ${attributes}>${inner}</svg>`;
const cleaned = (text: string) => {
  const result = cleanSvg(text);
  return result.ok ? result.svg : result.reason;
};

describe('cleaning an SVG', () => {
  test('keeps a drawing as it is, with its size', () => {
    const drawing =
      '<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs><g fill="url(#g)"><path d="M0 0h20v10z"/><use href="#g"/></g>';
    const result = cleanSvg(wrap(drawing));
    expect(result).toMatchObject({ ok: true, widthPx: 20, heightPx: 10 });
    expect(cleaned(wrap(drawing))).toContain(drawing);
  });

  test.each([
    ['script', '<script>alert(1)</script>'],
    ['a handler', '<path d="M0 0" onclick="alert(1)"/>'],
    ['a handler on the root', '', 'onload="alert(1)"'],
    [
      'HTML inside',
      '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example"/></foreignObject>',
    ],
    ['a picture from elsewhere', '<image href="https://evil.example/x.png"/>'],
    ['a link', '<a href="javascript:alert(1)"><path d="M0 0"/></a>'],
    ['an animation that sets a link', '<set attributeName="href" to="javascript:alert(1)"/>'],
    ['a use from elsewhere', '<use href="https://evil.example/a.svg#x"/>'],
    ['a use with data', '<use xlink:href="data:image/svg+xml,evil"/>'],
    ['a style sheet', '<style>@import url(https://evil.example)</style>'],
    ['a style that loads', '<path style="fill:url(https://evil.example/x)" d="M0 0"/>'],
    ['a style that hides what it loads', '<path style="fill:u\\72l(https://evil.example/x)" d="M0 0"/>'],
    ['a fill that loads', '<path fill="url( &quot;//evil.example/x&quot; )" d="M0 0"/>'],
    ['an instruction', '<?xml-stylesheet href="https://evil.example/x.css"?>'],
    ['a handler in another case', '<path d="M0 0" ONCLICK="alert(1)"/>'],
    [
      'script of another namespace',
      '<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>',
    ],
  ])('takes out %s', (_name, inner, attributes = '') => {
    const result = cleaned(wrap(`<path d="M1 1h2"/>${inner}`, attributes));
    expect(result).toContain('M1 1h2');
    expect(result).not.toMatch(/alert|evil|script|<style|onclick|onload/iu);
  });

  test('expands no entity', () => {
    const bomb = `<!DOCTYPE svg [<!ENTITY a "alert">]>${wrap('<title>&a;&a;</title>')}`;
    expect(cleaned(bomb)).not.toContain('DOCTYPE');
    expect(cleaned(bomb)).not.toMatch(/alert/u);
  });

  test('says why a file cannot be used', () => {
    expect(cleaned('<html></html>')).toContain('<svg>');
    expect(cleaned('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>')).toContain('viewBox');
    expect(cleaned(wrap('x'.repeat(600_000)))).toContain('500 kB');
  });
});
