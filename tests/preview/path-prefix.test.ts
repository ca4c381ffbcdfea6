/** A preview of a site that stands in a folder of its host: addresses without the folder lead to those with it. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PreviewProcess, startPreview } from '../browser/preview-process.ts';
import {
  goodFrontMatter,
  siteYaml,
  story,
  type TemporaryContent,
  temporaryContent,
} from '../builds/temporary-content.ts';

let content: TemporaryContent;
let preview: PreviewProcess;

beforeAll(async () => {
  content = await temporaryContent({
    'site.yaml': `${siteYaml}pathPrefix: /aktuell/\n`,
    'articles/2024/fair/index.md': story(goodFrontMatter, 'The end.'),
  });
  preview = await startPreview(content.folder);
});

afterAll(async () => {
  await preview.stop();
  await content.remove();
});

test.each([
  ['/', '/aktuell/'],
  ['/aktuell', '/aktuell/'],
  ['/admin/', '/aktuell/admin/'],
  ['/admin', '/aktuell/admin'],
  ['/aktuell/admin', '/aktuell/admin/'],
  ['/themes/', '/aktuell/themes/'],
  ['/aktuell/themes', '/aktuell/themes/'],
  ['/2024/?page=2', '/aktuell/2024/?page=2'],
  ['//example.net/', '/aktuell/'],
])('%s leads to %s', async (asked, expected) => {
  const response = await fetch(preview.origin + asked, { redirect: 'manual' });
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toBe(expected);
});

test('the editor is there, and the terminal says where', async () => {
  const { port } = new URL(preview.origin);
  expect(preview.said()).toContain(`The editor is at http://localhost:${port}/aktuell/admin/`);
  const page = await fetch(`${preview.origin}/admin/`);
  expect(await page.text()).toContain('news-token');
});
