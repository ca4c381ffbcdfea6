import { describe, expect, test } from 'vitest';
import { directionOf } from '../../src/site/language.ts';
import { en } from '../../src/site/messages/en.ts';
import { allMessages, messagesFor } from '../../src/site/messages/messages-for.ts';
import { zh } from '../../src/site/messages/zh.ts';

/** Every text of a file of messages by its path; functions are called with plain arguments. */
function textsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value(sample, sample))]];
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is no message.`);
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}

/** Passes for a number, a name and the parts of a citation. */
const sample = Object.assign(Object(7), {
  writers: ['A'],
  title: 'B',
  siteName: 'C',
  date: 'D',
  address: 'E',
});

describe.each([...allMessages])('the messages in %s', (_, messages) => {
  const texts = new Map(textsOf(messages));

  test('are as many as in English, and none is empty', () => {
    expect([...texts.keys()].sort()).toEqual(
      textsOf(en)
        .map(([path]) => path)
        .sort(),
    );
    for (const [path, text] of texts) expect(text.trim(), path).not.toBe('');
  });

  test('leave no argument unsaid', () => {
    const english = new Map(textsOf(en));
    for (const [path, text] of texts) {
      expect(text.includes('undefined'), path).toBe(false);
      if (english.get(path)?.includes('7')) expect(text, path).toContain('7');
    }
  });
});

describe('the messages of a language', () => {
  test('are its own, or those of the language that it is a form of', () => {
    expect(messagesFor('zh', 'en')).toBe(zh);
    expect(messagesFor('zh-TW', 'en')).toBe(zh);
  });

  test('are those of the default language where it has none, and English else', () => {
    expect(messagesFor('ar', 'zh')).toBe(zh);
    expect(messagesFor('ar', 'fr')).toBe(en);
  });

  test('no message of one language is left in English', () => {
    const english = new Map(textsOf(en));
    const same = textsOf(zh).filter(([path, text]) => english.get(path) === text);
    expect(same.map(([path]) => path)).toEqual([]);
  });
});

describe('the direction of text', () => {
  test('is that of the language', () => {
    expect(['ar', 'he', 'fa-IR', 'en', 'zh'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'ltr', 'ltr']);
  });
});
