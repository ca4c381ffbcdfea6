import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { explanations } from '../../src/checks/explanations.ts';
import { loadContent } from '../../src/content/load-content.ts';
import { teamCodes } from '../../src/diagnostics/codes.ts';
import { diagnose } from '../checks/diagnose.ts';
import { smallWorld } from '../checks/small-world.ts';
import { newsroomFolder } from '../fixtures/newsroom-folder.ts';
import { renewHandbook } from './handbook.ts';

const folder = path.resolve(import.meta.dirname, '../../content');
const handbookFile = path.join(folder, 'README.md');
const hasHandbook = existsSync(handbookFile);
const handbook = hasHandbook ? readFileSync(handbookFile, 'utf8') : '';
const handWritten = handbook.slice(0, handbook.indexOf('<!-- codes:'));
const chinese = hasHandbook ? readFileSync(path.join(folder, 'README.zh.md'), 'utf8') : '';

describe.skipIf(!hasHandbook)('the handbook', () => {
  test('is in step with the schema and the codes: run `npx tsx tests/handbook/write.ts`', async () => {
    const { content } = await loadContent({ contentFolder: newsroomFolder, displayFolder: 'content' });
    if (content === undefined) throw new Error('site.yaml cannot be read.');
    expect(renewHandbook(handbook, content.config)).toBe(handbook);
  });

  test('explains every kind of mistake', () => {
    const own = Object.keys(teamCodes);
    for (const code of explanations.keys())
      if (!own.includes(code)) expect(handbook).toContain(`#### \`${code}\`\n`);
    const page = readFileSync(path.resolve(folder, '../.github/WEB-TEAM.md'), 'utf8');
    for (const code of own) expect(page).toContain(`| \`${code}\` | `);
  });

  test('has all its pictures, and they are small', () => {
    const pictures = [...handbook.matchAll(/!\[[^\]]+\]\((\.handbook\/[^)]+)\)/gu)].map(
      ([, file = '']) => file,
    );
    expect(pictures.length).toBeGreaterThan(5);
    for (const picture of pictures) {
      expect(existsSync(path.join(folder, picture)), picture).toBe(true);
      expect(statSync(path.join(folder, picture)).size).toBeLessThan(60_000);
    }
  });

  test('is read in ten minutes', () => {
    // The table of keys is looked things up in, not read.
    const read = handWritten.replace(/<!-- keys: .*?<!-- end of keys -->/su, '');
    expect(read.split(/\s+/u).length).toBeLessThan(10 * 230);
  });

  test.each([
    ['English', handWritten],
    ['Chinese', chinese],
  ])(
    'in %s shows Markdown that has nothing wrong but photos and links that are not there',
    async (name, text) => {
      const blocks = [...text.matchAll(/```markdown\n(.*?)```/gsu)].map(([, block = '']) => block);
      expect(blocks.length).toBeGreaterThan(4);
      const lang = name === 'Chinese' ? 'lang: zh\n' : '';
      for (const block of blocks) {
        const article = block.startsWith('---')
          ? block.replace('Students Life', 'Research').replace('---\n', `---\n${lang}`)
          : `---\n${lang}title: A\ndate: 2024-05-06\ntopics: [Research]\n---\n\n${block}`;
        const { diagnostics } = await diagnose(smallWorld(article));
        expect(diagnostics.filter(({ code }) => code !== 'photo-not-found')).toEqual([]);
      }
    },
  );

  test('tells in Chinese what it tells in English', () => {
    const sections = (text: string) => [...text.matchAll(/^## /gmu)].length;
    // The Chinese one has the keys and the messages in one section, and leads to the tables of the other.
    expect(sections(chinese)).toBe(sections(handWritten) - 1);
    for (const word of [
      'decorative',
      'focus',
      '.mp4',
      'retraction',
      'Revert',
      'programme.pdf',
      'npx.cmd',
      '|---|---:|',
    ]) {
      expect(handWritten).toContain(word);
      expect(chinese).toContain(word);
    }
  });

  test('is no story in any language', async () => {
    const files = smallWorld('---\ntitle: A\ndate: 2024-05-06\ntopics: [Research]\n---\n\nText.\n');
    for (const name of ['README.md', 'README.zh.md', 'articles/README.de.md'])
      files.set(name, '# Handbook\n');
    expect((await diagnose(files)).diagnostics).toEqual([]);
  });
});
