import { describe, expect, test } from 'vitest';
import { allRules } from '../../src/checks/all-rules.ts';
import { isAdjustable, levelOf } from '../../src/checks/levels.ts';
import { diagnose } from './diagnose.ts';
import { smallSite, smallWorld } from './small-world.ts';

const article = (body: string) =>
  `---\ntitle: A fair\ndate: 2024-05-06\ntopics: [Research]\ncredits: {photos: LI Hua}\n---\n\n${body}\n`;

async function found(body: string, checks = ''): Promise<string[]> {
  const files = smallWorld(article(body)).set('site.yaml', `${smallSite}${checks}`);
  const { diagnostics } = await diagnose(files);
  return diagnostics.map(({ code, severity }) => `${severity} ${code}`);
}

describe('a rule', () => {
  test('says its level and one sentence about itself', () => {
    for (const { code, level, explanation } of allRules) {
      expect(explanation, code).toMatch(/^\p{Lu}[^\n]+\.$/u);
      expect(levelOf(code, {}), code).toBe(level);
    }
  });

  test('has the level that site.yaml sets', async () => {
    expect(await found('It  opened.')).toEqual(['warning double-space']);
    expect(await found('It  opened.', 'checks: {double-space: error}\n')).toEqual(['error double-space']);
    expect(await found('It  opened.', 'checks: {double-space: off}\n')).toEqual([]);
  });

  test('that no one knows is an error in site.yaml', async () => {
    expect(await found('It opened.', 'checks: {duble-space: off}\n')).toEqual(['error unknown-key']);
    expect(await found('It opened.', 'checks: {broken-link: off}\n')).toEqual(['error unknown-key']);
    expect(isAdjustable('broken-link')).toBe(false);
  });
});

describe('a photo', () => {
  test.each([
    ['![](stall.jpg)', 'missing-alt'],
    ['![A stall](stall.jpg)', 'missing-caption'],
    ['![](stall.jpg "The stall")', 'missing-alt'],
    ['![A stall](stall.jpg)\n\n*The stall*', 'missing-caption'],
  ])('has one finding: %s', async (body, code) => {
    expect(await found(`It opened.\n\n${body}`)).toEqual([`warning ${code}`]);
  });

  test('without description and caption is told where descriptions are not asked for', async () => {
    const body = 'It opened.\n\n![](stall.jpg)';
    expect(await found(body, 'checks: {missing-alt: off}\n')).toEqual(['warning missing-caption']);
  });
});
