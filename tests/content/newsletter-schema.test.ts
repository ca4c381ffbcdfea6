/** What `newsletter:` may say, by what common services of letters take, and what is said where it is wrong. */

import { describe, expect, test } from 'vitest';
import { checkSchema } from '../../src/content/schema-diagnostics.ts';
import { siteConfigSchema, siteConfigWords } from '../../src/content/site-config.ts';
import { readYaml } from '../../src/content/yaml-document.ts';
import { formTargetsOf, newsletterForm } from '../../src/site/newsletter.ts';
import { checkTheme } from '../../src/site/theme/check-theme.ts';
import { siteYaml } from '../builds/temporary-content.ts';

function read(lines: string) {
  const yaml = readYaml(siteYaml + lines, 'site.yaml', 1);
  const result = checkSchema(yaml, siteConfigSchema, siteConfigWords);
  if (!result.ok) return { problems: [...yaml.diagnostics, ...result.diagnostics] };
  const { value: config } = result;
  return {
    config,
    problems: checkTheme({ config, placeOfSetting: yaml.placeOf, files: new Set(), pages: [] }),
  };
}

const form = (lines: string) => `newsletter:\n  form:\n${lines.replaceAll(/^/gmu, '    ')}\n`;

describe('a form of a service', () => {
  test.each([
    [
      'Mailchimp',
      'action: https://campus.us1.list-manage.com/subscribe/post?u=1a2b3c&id=4d5e6f\nemail: EMAIL\nname: FNAME\nhoneypot: b_1a2b3c_4d5e6f\nleadsTo: ["https://mailchi.mp"]',
      ['https://campus.us1.list-manage.com', 'https://mailchi.mp'],
    ],
    [
      'Brevo',
      'action: https://04c4e6f3.sibforms.com/serve/MUIEAEE0V0jV9GKN\nemail: EMAIL\nhoneypot: email_address_check\nhidden: {locale: en, html_type: simple}',
      ['https://04c4e6f3.sibforms.com'],
    ],
    [
      'listmonk',
      'action: https://lists.example.edu/subscription/form\nname: name\nhoneypot: nonce\nhidden: {l: 8f2c1d4e-aaaa-4000-8000-000000000000}',
      ['https://lists.example.edu'],
    ],
    [
      'Keila',
      'action: https://letters.example.edu/forms/nfrm_1234\nemail: "contact[email]"',
      ['https://letters.example.edu'],
    ],
  ])('of %s is read, and its page may send there alone', (_, lines, targets) => {
    const { config, problems } = read(form(lines));
    expect(problems).toEqual([]);
    if (config === undefined) throw new Error('There is no config.');
    expect(newsletterForm(config)?.action).toContain(targets[0] ?? '');
    expect(formTargetsOf(config)).toEqual(targets);
  });
});

test.each(['https://lists.example.edu/news', 'mailto:news-join@lists.example.edu'])(
  'an address is a link: %s',
  (link) => {
    const { config, problems } = read(`newsletter: ${link}\n`);
    expect(problems).toEqual([]);
    expect(config?.newsletter).toEqual({ link });
  },
);

test.each([
  ['newsletter: lists.example.edu\n', 16, 'https://'],
  ['newsletter: javascript:alert(1)\n', 16, 'https://'],
  [form('action: http://lists.example.edu/form'), 18, 'https'],
  [form('action: //lists.example.edu/form'), 18, 'https'],
  [form('action: https://lists.example.edu/form\nemail: my email'), 19, 'EMAIL'],
  [form('action: https://lists.example.edu/form\nemial: EMAIL'), 19, 'email'],
  [form('email: EMAIL'), 18, 'action'],
  [form('action: https://lists.example.edu/form\nprivacy: privcy'), 19, 'content/pages/privcy.md'],
])('%s is explained', (lines, line, word) => {
  const [first, ...more] = read(lines).problems;
  expect(more).toEqual([]);
  expect(first?.line).toBe(line);
  expect(`${first?.message} ${first?.hint}`).toContain(word);
});
