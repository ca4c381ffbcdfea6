/** Two lines of site.yaml change every address that readers have: whoever changes them is told before it is published. */

import { expect, test } from 'vitest';
import { printLedger } from '../../src/content/address-ledger.ts';
import { siteYaml, story } from '../builds/temporary-content.ts';
import { assembled } from './assembled.ts';

const fair = {
  'articles/2024/fair/index.md': story('title: A fair\ndate: 2024-05-06\ntopics: [Research]', 'It opened.'),
};

async function movedTo(yaml: string, before = siteYaml) {
  const published = await assembled({ ...fair, 'site.yaml': before });
  const later = await assembled(
    { ...fair, 'site.yaml': yaml },
    { ledger: printLedger(published.ledgerAfter) },
  );
  const again = await assembled({ ...fair, 'site.yaml': yaml }, { ledger: printLedger(later.ledgerAfter) });
  expect(again.diagnostics).toEqual([]);
  return later.diagnostics.map(({ code, severity, file, line, message, hint }) => ({
    ...{ code, severity, file, message, hint },
    at: yaml.split('\n')[line - 1],
  }));
}

const baseUrl = /^baseUrl: (.*)$/mu.exec(siteYaml)?.[1] ?? '';
const prefixed = siteYaml.replace(`baseUrl: ${baseUrl}`, `baseUrl: ${baseUrl}\npathPrefix: /news/`);

test('another host, a folder, and out of a folder are told at their line, once', async () => {
  const host = await movedTo(siteYaml.replace(baseUrl, 'https://other.example.org'));
  expect(host).toMatchObject([
    {
      code: 'moved-site',
      severity: 'warning',
      file: 'content/site.yaml',
      at: 'baseUrl: https://other.example.org',
    },
  ]);
  expect(host[0]?.message).toContain(
    `Readers have this site at ${baseUrl}/. At https://other.example.org/ every`,
  );
  expect(host[0]?.hint).toContain(`If not, write baseUrl: ${baseUrl} and pathPrefix: /`);
  expect(await movedTo(prefixed)).toMatchObject([{ code: 'moved-site', at: 'pathPrefix: /news/' }]);
  expect(await movedTo(siteYaml, prefixed)).toMatchObject([
    { code: 'moved-site', file: 'content/site.yaml' },
  ]);
});

test('nothing is said of a site that stays, however its address is typed, or that no ledger knows', async () => {
  expect(await movedTo(siteYaml)).toEqual([]);
  expect(await movedTo(siteYaml.replace(baseUrl, `${baseUrl}/`))).toEqual([]);
  const unknown = printLedger({ addresses: new Map(), stories: new Map() });
  expect((await assembled({ ...fair }, { ledger: unknown })).diagnostics).toEqual([]);
});
