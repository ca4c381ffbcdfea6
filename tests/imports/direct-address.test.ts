/** Addresses of services that only lead to a page, and the page's own. */

import { expect, test } from 'vitest';
import { directAddress } from '../../src/imports/direct-address.ts';

const page = 'https://example.org/liste?a=1&b=2#c';
const encoded = encodeURIComponent(page);

test.each([
  `https://www.google.com/url?q=${encoded}&sa=D&source=docs`,
  `https://www.google.co.uk/url?sa=t&url=${encoded}`,
  `https://eur02.safelinks.protection.outlook.com/?url=${encoded}&data=05%7C01&reserved=0`,
  `https://l.facebook.com/l.php?u=${encoded}&h=AT0`,
  `https://www.google.com/url?q=${encodeURIComponent(`https://eur02.safelinks.protection.outlook.com/?url=${encoded}`)}`,
])('%s is unwrapped', (address) => {
  expect(directAddress(address)).toBe(page);
});

test.each([
  page,
  'https://www.google.com/search?q=https://example.org/',
  'https://www.google.com/url?q=javascript:alert(1)',
  'https://www.google.com/url',
  'https://google.com.example.net/url?q=https://example.org/',
  'mailto:press@example.org',
  '/url?q=https://example.org/',
])('%s stays', (address) => {
  expect(directAddress(address)).toBe(address);
});
