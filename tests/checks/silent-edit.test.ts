import { describe, expect, test } from 'vitest';
import { printLedger } from '../../src/content/address-ledger.ts';
import { story } from '../builds/temporary-content.ts';
import { assembled } from '../site/assembled.ts';
import { diagnose } from './diagnose.ts';
import { smallWorld } from './small-world.ts';

const file = 'articles/2024/fair/index.md';
const front =
  'title: A fair on the green\ndate: 2024-05-06\ntopics: [Research]\ncredits: {draft: YANG Lindi}';
const said = '“It was the best fair that I have seen,” she said.';
const photo = '![A red stall between two trees](stall.jpg "The stall of the chess club")';
const before = story(front, `The fair opened. ${said}\n\n${photo}`);

async function edited(after: string, settings = ''): Promise<string[]> {
  const { ledgerAfter } = await assembled({ [file]: before, 'articles/2024/fair/stall.jpg': 'x' });
  const files = smallWorld(after);
  files.set('.addresses.json', printLedger({ addresses: new Map(), stories: ledgerAfter.stories }));
  const site = files.get('site.yaml');
  files.set('site.yaml', `${typeof site === 'string' ? site : ''}${settings}`);
  const { diagnostics } = await diagnose(files);
  return diagnostics
    .filter(({ code }) => code === 'silent-edit')
    .map(({ severity, line, message }) => `${severity} ${line} ${message}`);
}

describe('a published story', () => {
  test('may be fixed where nobody is misled: words, spaces, typography, more photos', async () => {
    expect(await edited(before)).toEqual([]);
    const fixed = before
      .replace('The fair opened.', 'The fair opened early.')
      .replace('best fair', 'best  fair');
    expect(await edited(`${fixed}\n“And I have seen many of them,” she said.\n`)).toEqual([]);
  });

  test.each([
    ['headline', before.replace('title: A fair', 'title: The fair'), /^warning 2 The headline/u],
    ['day', before.replace('05-06', '05-07'), /^warning 3 The story was published as of 2024-05-06/u],
    ['quote', before.replace('the best fair', 'the worst fair'), /^warning 2 A quote/u],
    ['caption', before.replace('chess club', 'go club'), /^warning 10 .*stall\.jpg/u],
  ])('may not change its %s without a word', async (_name, after, message) => {
    const findings = await edited(after);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(message);
  });

  test.each(['updated: 2024-05-08', 'corrections: [{date: 2024-05-08, text: It was the go club.}]'])(
    'may change when it says %s',
    async (line) => {
      const after = before.replace('chess club', 'go club').replace('title: A fair', 'title: The fair');
      expect(await edited(after.replace('topics:', `${line}\ntopics:`))).toEqual([]);
    },
  );

  test('is an error where the newsroom wants it so', async () => {
    const after = before.replace('chess club', 'go club');
    expect(await edited(after, 'checks: {silent-edit: error}\n')).toEqual([expect.stringMatching(/^error/u)]);
  });
});
