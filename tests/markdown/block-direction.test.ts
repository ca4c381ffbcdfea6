/** Blocks that run against their text have a direction of their own, all others none. */

import { expect, test } from 'vitest';
import { dialect } from '../../src/markdown/dialect.ts';
import { DialectState } from '../../src/markdown/dialect-state.ts';

const render = (source: string) => dialect.render(source, new DialectState());
const english = 'The fair opened on Monday, and it rained all day long.';
const arabic = 'افتتح المعرض يوم الاثنين وهطل المطر طوال اليوم.';

test.each([
  [`${english}\n\n> الكتاب خير جليس!`, '<blockquote dir="rtl">\n<p dir="rtl">'],
  [`${english}\n\nשלום עולם!`, '<p dir="rtl">שלום'],
  [`${english}\n\n- شاي\n- قهوة`, '<ul dir="rtl">\n<li dir="rtl">شاي'],
  [`${english}\n\n| A | شاي |\n|---|---|\n| B | قهوة |`, '<td dir="rtl">قهوة</td>'],
  [`${arabic}\n\n> Hello, world!`, '<blockquote dir="ltr">\n<p dir="ltr">'],
  [`${arabic}\n\n## News (2026)`, 'dir="ltr">News'],
])('%j', (source, html) => {
  expect(render(source)).toContain(html);
});

test.each([
  english,
  arabic,
  `${english}\n\nHe said “مرحبا بالعالم” and left the hall at once.`,
  `${english}\n\n30 %\n\n> 2026!`,
])('%j has none', (source) => {
  expect(render(source)).not.toContain('dir=');
});

test('a list of two directions has that of its text', () => {
  expect(render(`${arabic}\n\n- BBC\n- شاي وقهوة`)).toContain('<ul>\n<li dir="ltr">BBC');
});
