import { describe, expect, test } from 'vitest';
import { articleSchema, articleWords } from '../../src/content/article.ts';
import { checkSchema } from '../../src/content/schema-diagnostics.ts';
import { siteConfigSchema } from '../../src/content/site-config.ts';
import { readSettingsYaml, readYaml } from '../../src/content/yaml-document.ts';
import { smallSite } from '../checks/small-world.ts';

const schema = articleSchema(siteConfigSchema.parse(readSettingsYaml(smallSite, 'site.yaml').value));
const good: Readonly<Record<string, string>> = {
  title: 'title: A fair',
  date: 'date: 2024-05-06',
  topics: 'topics: [Research]',
};

function problemsOf(line: string) {
  const key = line.slice(0, line.indexOf(':'));
  const yaml = readYaml(Object.values({ ...good, [key]: line }).join('\n'), 'index.md', 2);
  const result = checkSchema(yaml, schema, articleWords);
  return [...yaml.diagnostics, ...(result.ok ? [] : result.diagnostics)];
}

describe('what was typed', () => {
  test.each(['0755', '1e3', '007', '2026.10', '1.10', '0x1F', '.inf', 'null', '~', 'TRUE'])(
    'is quoted as it was typed: %s',
    (typed) => {
      for (const line of [
        `title: ${typed}`,
        `series: ${typed}`,
        // A yes is no name in quotes either.
        ...(typed === 'TRUE' ? [] : [`credits: {draft: ${typed}}`]),
        `topics: [${typed}]`,
      ]) {
        const [problem, ...more] = problemsOf(line);
        expect(more).toEqual([]);
        expect(problem?.message).toContain(` ${typed} `);
        expect(problem?.hint).toBe(`Put it in quotes: "${typed}"`);
      }
    },
  );

  test.each([
    ['date: 2024.10', '"2024.10" is not a date'],
    ['draft: "true"', 'not "true"'],
    ['draft: Yes', 'not Yes'],
    ['viewsBefore: 1.10', '1.10'],
    ['photos: {1.jpg: {focus: [1.50, 0.4]}}', 'is 1.50'],
  ])('stands in the message: %s', (line, words) => {
    expect(problemsOf(line)[0]?.message).toContain(words);
  });
});

describe('a hint', () => {
  test.each([
    ['credits: {draft: }', /^credits\.draft /u, /credits: \{draft: /u],
    ['credits: {photos: [{name: x}]}', /^credits\.photos /u, /credits: \{/u],
    ['photos: {1.jpg: {caption: }}', /^photos\["1\.jpg"\]\.caption /u, /photos: \{1\.jpg: \{caption: /u],
    ['source: {name: }', /^source\.name /u, /source: \{name: /u],
    ['credits.draft: YANG Lindi', /credits\.draft/u, /^Write credits: .* draft: /u],
    ['photos: {1.jpg: {captoin: x}}', /of photos\["1\.jpg"\]/u, /^Write caption: instead/u],
  ])('names the whole key: %s', (line, message, hint) => {
    const [problem] = problemsOf(line);
    expect(problem?.message).toMatch(message);
    expect(problem?.hint).toMatch(hint);
  });

  test.each([
    'credits: {draft: YANG Lindi, revision: CHENG Mingyuan}\nCredits: x',
    'viewsBefore: 1840x',
    'draft: "false"',
    'Date: 2024-05-07',
    'draft: 1',
    'slug: bamboo bicycle',
    'image: 7',
  ])('never says to write what is there: %s', (line) => {
    const problems = problemsOf(line);
    expect(problems).not.toEqual([]);
    for (const { hint = '' } of problems) {
      const suggestion = hint.replace(/^(?:Write|Add a line)(?:, for example)?:? /u, '');
      expect(line.split('\n')).not.toContain(suggestion);
    }
  });

  test('says to delete a key under a wrong name whose right one is there', () => {
    expect(problemsOf('Date: 2024-05-07').map(({ hint }) => hint)).toEqual([
      'Delete it: date is there already.',
    ]);
  });

  test('does not call a key missing that is there under another name', () => {
    for (const line of ['Topics: [Research]', 'tags: [Research]']) {
      const yaml = readYaml(`title: A fair\ndate: 2024-05-06\n${line}`, 'index.md', 2);
      const result = checkSchema(yaml, schema, articleWords);
      expect(result.ok ? [] : result.diagnostics.map(({ code }) => code)).toEqual(['unknown-key']);
    }
  });
});
