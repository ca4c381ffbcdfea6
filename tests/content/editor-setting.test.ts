/** Where the editor of the published site may save, as `site.yaml` says it. */

import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { siteConfigSchema } from '../../src/content/site-config.ts';
import { siteYaml } from '../builds/temporary-content.ts';
import { siteReport } from './report-on.ts';

const setting = (editor: string): string => `${siteYaml}editor: ${editor}\n`;

describe('the editor of the published site', () => {
  test('saves to the public server of its host unless it names another', () => {
    const apiOf = (editor: string) => siteConfigSchema.parse(parse(setting(editor))).editor?.api;
    expect(apiOf('{host: github, repository: newsroom/site}')).toBe('https://api.github.com');
    expect(apiOf('{host: gitlab, repository: a/b/c}')).toBe('https://gitlab.com/api/v4');
    expect(apiOf('{host: forgejo, repository: a/b, api: "https://git.example.edu/api/v1/"}')).toBe(
      'https://git.example.edu/api/v1',
    );
  });

  test.each([
    ['{host: github}', 'missing-key'],
    ['{host: svn, repository: a/b}', 'wrong-value'],
    ['{host: forgejo, repository: a/b}', 'missing-key'],
    ['{host: github, repository: "../../etc"}', 'wrong-value'],
    ['{host: github, repository: site}', 'wrong-value'],
    ['{host: github, repository: a/b, api: "http://git.example.edu/api"}', 'wrong-value'],
    ['{host: github, repository: a/b, signIn: "javascript:alert(1)"}', 'wrong-value'],
    ['{host: github, repository: a/b, branch: "-f"}', 'wrong-value'],
    ['{host: github, repository: a/b, folder: ../content}', 'wrong-value'],
    ['{host: github, repository: a/b, token: secret}', 'unknown-key'],
  ])('is told what is wrong with %s', (editor, code) => {
    expect(siteReport(setting(editor))).toContain(code);
  });
});
