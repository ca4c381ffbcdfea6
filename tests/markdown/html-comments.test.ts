import { describe, expect, test } from 'vitest';
import { parseBody } from '../../src/markdown/parse-body.ts';
import { readProse } from '../../src/markdown/prose.ts';

const options = { file: 'content/articles/2024/fair/index.md', folder: 'articles/2024/fair', firstLine: 1 };

describe('a comment of HTML', () => {
  test.each([
    ['a line of its own', 'One.\n\n<!-- SECRET -->\n\nTwo.', 'One.\n\nTwo.'],
    ['between two words', 'One <!-- SECRET --> two.', 'One  two.'],
    ['over two lines of a paragraph', 'One <!-- SECRET\nSECRET --> two.', 'One  two.'],
    ['over empty lines', 'One.\n\n<!--\nSECRET\n\n# SECRET\n-->\n\nTwo.', 'One.\n\nTwo.'],
    ['right below a line', 'One.\n<!-- SECRET\n\nSECRET -->\nTwo.', 'One.\n\nTwo.'],
    ['before words of its last line', '<!-- SECRET\nSECRET --> Two.', 'Two.'],
    ['before words of its line', '<!-- SECRET --> Two.', 'Two.'],
    ['in a list', '- One <!-- SECRET -->\n- <!-- SECRET -->Two', 'One\n\nTwo'],
    ['in a quotation', '> One\n> <!-- SECRET\n> SECRET -->\n> two', 'One\n\ntwo'],
    ['in a table', '| A <!-- SECRET --> |\n|---|\n| B |', 'A\n\nB'],
    ['in a heading', '## One <!-- SECRET -->\n\nTwo', 'Two'],
    ['in a box', '::: note "One <!-- SECRET -->"\nTwo <!-- SECRET -->\n:::', 'Two'],
    ['in a note', 'One[^1]\n\n[^1]: Two <!-- SECRET -->', 'One'],
    ['in a link’s title', '[One](https://example.org "x <!-- SECRET -->")', 'One'],
    ['with a photo inside', 'One.\n\n<!-- ![SECRET](a.jpg "SECRET") -->', 'One.'],
  ])('%s is nowhere', (_where, source, text) => {
    const { body, diagnostics } = parseBody(source, options);
    expect(JSON.stringify(body)).not.toContain('SECRET');
    expect(body.text).toBe(text);
    for (const { text: prose } of readProse(source, 1)) expect(prose).not.toContain('SECRET');
    expect(diagnostics.every(({ code, severity }) => code === 'html-comment' && severity === 'warning')).toBe(
      true,
    );
  });

  test.each([
    'One <!-- SECRET -->',
    '<!-- SECRET -->',
    '![A stall](a.jpg "The stall <!-- SECRET -->")',
    '> <!-- SECRET -->',
  ])('is named by a warning: %s', (source) => {
    const { body, diagnostics } = parseBody(source, options);
    expect(diagnostics.map(({ code }) => code)).toEqual(['html-comment']);
    expect(diagnostics[0]?.message).toContain('"SECRET"');
    expect(JSON.stringify(body)).not.toContain('SECRET');
  });

  test.each(['One <!-- SECRET', '<!-- SECRET\n\nSECRET', '> <!-- SECRET\n\nOne.'])(
    'without an end is an error, and hides what follows: %s',
    (source) => {
      const { body, diagnostics } = parseBody(source, options);
      expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
        'error unclosed-block',
      ]);
      expect(JSON.stringify(body)).not.toContain('SECRET');
    },
  );

  test.each(['`<!-- shown -->`', '```\n<!-- shown -->\n```', '    <!-- shown -->', '\\<!-- shown -->'])(
    'in code is shown: %s',
    (source) => {
      const { body, diagnostics } = parseBody(source, options);
      expect(JSON.stringify(body)).toContain('shown');
      expect(diagnostics).toEqual([]);
    },
  );
});
