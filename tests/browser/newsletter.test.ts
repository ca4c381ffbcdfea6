/** The form by which readers subscribe, as services take it: sent by browsers under the policies of a real build. */

import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runNewsHere } from '../builds/generator.ts';
import { goodFrontMatter, siteYaml, story, temporaryContent } from '../builds/temporary-content.ts';
import { axeFindings } from './axe-findings.ts';
import { startReader } from './reader.ts';

/** A service that notes what it gets, and another to which it leads. */
const received: { readonly path: string; readonly body: string }[] = [];
async function startService(
  answer: (at: string) => string | undefined,
): Promise<{ origin: string; server: Server }> {
  const server = createServer(async (request, response) => {
    received.push({ path: request.url ?? '', body: await textOf(request) });
    const to = answer(request.url ?? '');
    if (to === undefined) response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>Thank you</p>');
    else response.writeHead(303, { Location: to }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The service has no port.');
  return { origin: `http://127.0.0.1:${address.port}`, server };
}
const thanks = await startService(() => undefined);
const strange = await startService(() => undefined);
const service = await startService((at) =>
  at.startsWith('/leads') ? `${at.includes('strange') ? strange.origin : thanks.origin}/thanks` : undefined,
);

const content = await temporaryContent({
  'site.yaml': `${siteYaml}newsletter:
  form:
    action: ${service.origin}/subscribe/post?u=1a2b&id=3c4d
    email: EMAIL
    name: FNAME
    hidden: {locale: en, l: 12}
    honeypot: b_1a2b_3c4d
    consent: {en: One mail a week., zh: 每周一封。}
    consentField: gdpr[42]
    privacy: privacy
    leadsTo: ["${thanks.origin}"]
`,
  'pages/privacy.md': '---\ntitle: What we keep\n---\n\nLittle.\n',
  'articles/2024/fair/index.md': story(goodFrontMatter, 'A fair.'),
  'articles/2024/fair/index.zh.md': story(goodFrontMatter, '市集。'),
});
const site = path.join(content.folder, '_site');
const build = await runNewsHere([
  'build',
  '--content',
  path.join(content.folder, 'content'),
  '--output',
  site,
]);
if (build.code !== 0) throw new Error(build.stdout + build.stderr);
const reader = await startReader(site);

beforeEach(() => {
  received.length = 0;
});
afterEach(reader.closePages);
afterAll(async () => {
  await reader.close();
  for (const { server } of [thanks, strange, service]) server.close();
  await content.remove();
});

describe('the form for letters', () => {
  test.each([true, false])('is sent as the service takes it (scripts: %s)', async (hasScript) => {
    const { page } = await reader.open('/newsletter/', { hasScript, widthPx: 390 });
    await page.getByLabel('E-mail address').fill('reader@example.org');
    await page.getByLabel('Your name').fill('李华');
    await page.getByLabel('One mail a week.').check();
    await page.getByRole('button', { name: 'Subscribe' }).click();
    await page.getByText('Thank you').waitFor();
    expect(received.map(({ path: at }) => at)).toContain('/subscribe/post?u=1a2b&id=3c4d');
    expect([...new URLSearchParams(received[0]?.body)]).toEqual([
      ['locale', 'en'],
      ['l', '12'],
      ['EMAIL', 'reader@example.org'],
      ['FNAME', '李华'],
      ['b_1a2b_3c4d', ''],
      ['gdpr[42]', 'Y'],
    ]);
  });

  test('keeps what is no address, or not agreed to, and leads to the field', async () => {
    const { page, troubles } = await reader.open('/newsletter/');
    await page.getByLabel('E-mail address').fill('reader');
    await page.getByRole('button', { name: 'Subscribe' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('newsletter-email');
    await page.getByLabel('E-mail address').fill('reader@example.org');
    await page.getByRole('button', { name: 'Subscribe' }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('checkbox');
    expect(received).toEqual([]);
    expect(troubles).toEqual([]);
  });

  test('speaks the language of its page, tells where it goes, and has no faults', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const { page } = await reader.open('/zh/newsletter/', { theme, widthPx: 390 });
      expect(await page.locator('.newsletter').innerText()).toContain('每周一封。');
      expect(await page.locator('.newsletter-about').innerText()).toContain('127.0.0.1');
      const privacy = page.locator('.newsletter-about a');
      expect(await privacy.getAttribute('href')).toBe('/privacy/');
      expect(await privacy.getAttribute('lang')).toBe('en');
      expect(await axeFindings(page)).toEqual([]);
    }
  });

  test.each([
    ['to the service', '/newsletter/', '', true],
    ['to where the service leads', '/newsletter/', 'leads', true],
    ['to no stranger, even if the service leads there', '/newsletter/', 'leads?strange', false],
    ['from no other page', '/', '', false],
  ])('goes %s', async (_, from, to, isSent) => {
    const { page } = await reader.open(from);
    await page.evaluate((address) => {
      const form = document.createElement('form');
      form.method = 'post';
      form.action = address;
      document.body.append(form);
      form.submit();
    }, `${service.origin}/${to}`);
    if (isSent) {
      await page.getByText('Thank you').waitFor();
    } else {
      await page.waitForTimeout(500);
      expect(new URL(page.url()).origin).toBe(reader.origin);
      expect(received.some(({ path: at }) => at === '/thanks')).toBe(false);
    }
  });

  test('is reached from the foot of every page', async () => {
    const { page } = await reader.open('/zh/2024/05/fair/');
    await page.locator('footer a[href="/zh/newsletter/"]').click();
    await page.locator('.newsletter').waitFor();
  });
});
