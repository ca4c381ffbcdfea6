/** `news upgrade` on a newsroom as version 0.1.0 left it: `tests/fixtures/older-newsroom`, whose timer somebody has edited. */

import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { versionOf } from '../../../src/cli/commands/init.ts';
import { runUpgrade } from '../../../src/cli/commands/upgrade.ts';
import { changesBetween, compareVersions } from '../../../src/cli/starter/changelog.ts';
import { readRecord } from '../../../src/cli/starter/newsroom-record.ts';
import { applySettingChanges } from '../../../src/cli/starter/setting-changes.ts';
import { loadContent } from '../../../src/content/load-content.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const world = mkdtempSync(path.join(os.tmpdir(), 'news-upgrade-'));
afterAll(() => rmSync(world, { recursive: true }));

let said = '';
vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
  said += String(text);
  return true;
});

let count = 0;
let home = '';
beforeEach(() => {
  said = '';
  count += 1;
  home = path.join(world, String(count));
  cpSync(path.join(root, 'tests/fixtures/older-newsroom'), home, { recursive: true });
});

const launch = () => ({ root, home, bundle: '/nowhere' });
const read = (file: string) => readFileSync(path.join(home, file), 'utf8');

describe('upgrading an older newsroom', () => {
  test('tells what is new, renews what nobody edited, and leaves the rest byte for byte', async () => {
    const before = { timer: read('.github/workflows/timer.yml'), site: read('content/site.yaml') };
    const story = read('content/articles/2025/opening/index.md');
    expect(await runUpgrade(launch(), { yes: true })).toBe(0);
    expect(said).toContain(`From version 0.1.0 to ${await versionOf(root)}.`);
    expect(said).toContain('## 0.2.0');
    expect(said).not.toContain('The first version.');
    expect(said).toContain('.github/workflows/timer.yml was edited here and stays as it is.');
    expect(read('.github/workflows/timer.yml')).toBe(before.timer);
    // A key that nothing reads any more goes, and is shown; everything else is what it was.
    expect(before.site).toContain('  reviews: true # each story is a pull request\n');
    expect(read('content/site.yaml')).toBe(before.site.replace(/^ {2}reviews: .*\n/mu, ''));
    expect(said).toMatch(/- *reviews: true # each story/u);
    const { diagnostics } = await loadContent({
      contentFolder: path.join(home, 'content'),
      displayFolder: 'content',
    });
    expect(diagnostics).toEqual([]);
    expect(read('content/articles/2025/opening/index.md')).toBe(story);
    expect(read('.gitignore')).toContain('.*.staged-*/');
    expect(existsSync(path.join(home, 'content/README.md'))).toBe(true);
    expect(existsSync(path.join(home, 'content/.schema/site.schema.json'))).toBe(true);
    expect(readRecord(read('.newsroom.json'))?.version).toBe(await versionOf(root));
  });

  test('a second time changes nothing', async () => {
    await runUpgrade(launch(), { yes: true });
    const record = read('.newsroom.json');
    said = '';
    expect(await runUpgrade(launch(), { yes: true })).toBe(0);
    expect(said).toContain('No file had to change.');
    expect(read('.newsroom.json')).toBe(record);
  });

  test('only looks with --dry-run, and asks before it writes', async () => {
    const before = read('.newsroom.json');
    expect(await runUpgrade(launch(), { dryRun: true })).toBe(0);
    expect(said).toContain('.gitignore');
    await expect(runUpgrade(launch(), {})).rejects.toThrow('--yes');
    expect(read('.newsroom.json')).toBe(before);
    expect(existsSync(path.join(home, 'content/README.md'))).toBe(false);
  });

  test('does not bring back what was taken away', async () => {
    rmSync(path.join(home, '.github/workflows/publish.yml'));
    await runUpgrade(launch(), { yes: true });
    expect(existsSync(path.join(home, '.github/workflows/publish.yml'))).toBe(false);
  });

  test('refuses a folder that is no newsroom, a damaged record, and a newer one', async () => {
    const record = read('.newsroom.json');
    writeFileSync(path.join(home, '.newsroom.json'), record.replace('0.1.0', '99.0.0'));
    await expect(runUpgrade(launch(), { yes: true })).rejects.toThrow('newer than the installed');
    writeFileSync(path.join(home, '.newsroom.json'), '{');
    await expect(runUpgrade(launch(), { yes: true })).rejects.toThrow('damaged');
    rmSync(path.join(home, '.newsroom.json'));
    await expect(runUpgrade(launch(), { yes: true })).rejects.toThrow('not made by news init');
  });
});

describe('settings whose keys have changed', () => {
  const changes = [
    { since: '0.3.0', path: ['contact', 'mail'], name: 'email' },
    { since: '0.4.0', path: ['adress'], name: 'address' },
  ];
  const text = '# kept\ncontact:\n  mail: a@b.example   # and this\nadress: "x"\n';

  test('are renamed where they stand, with every comment and space', () => {
    expect(applySettingChanges(text, '0.2.0', '0.3.0', changes)).toBe(text.replace('  mail:', '  email:'));
    expect(applySettingChanges(text, '0.2.0', '0.4.1', changes)).toBe(
      text.replace('  mail:', '  email:').replace('adress:', 'address:'),
    );
  });

  test('go with their line or their comma where nothing reads them any more', () => {
    const gone = [{ since: '0.3.0', path: ['editor', 'publish'] }];
    const renew = (settings: string) => applySettingChanges(settings, '0.2.0', '0.3.0', gone);
    expect(renew('editor:\n  host: a\n  publish: true # now\n# next\nname: X\n')).toBe(
      'editor:\n  host: a\n# next\nname: X\n',
    );
    expect(renew('editor: {publish: true, host: a} # x\n')).toBe('editor: {host: a} # x\n');
    expect(renew('editor: {host: a, publish: true}\n')).toBe('editor: {host: a}\n');
    expect(renew('editor: {host: a}\n')).toBe('editor: {host: a}\n');
  });

  test('stay when the version had them already, or the new key is there', () => {
    expect(applySettingChanges(text, '0.4.0', '0.5.0', changes)).toBe(text);
    const both = 'contact:\n  mail: a\n  email: b\n';
    expect(applySettingChanges(both, '0.2.0', '0.3.0', changes)).toBe(both);
    expect(applySettingChanges('name: X\n', '0.2.0', '0.3.0', changes)).toBe('name: X\n');
  });
});

test('the changelog is cut between two versions', () => {
  const changelog =
    '# Changes\n\n## 0.10.0\n\n- ten\n\n## 0.9.0 (unreleased)\n\n- nine\n\n## 0.1.0\n\n- one\n';
  expect(changesBetween(changelog, '0.1.0', '0.9.0')).toBe('## 0.9.0 (unreleased)\n\n- nine');
  expect(changesBetween(changelog, '0.9.0', '0.10.0')).toBe('## 0.10.0\n\n- ten');
  expect(compareVersions('0.10.0', '0.9.9')).toBeGreaterThan(0);
});
