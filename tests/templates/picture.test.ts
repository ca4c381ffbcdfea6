/** What a crop keeps of a photo, as its front matter says it. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { focusClass } from '../../templates/components/picture.tsx';
import { makeArticle } from '../site/make-article.ts';

const styles = path.resolve(import.meta.dirname, '../../assets/styles/components/focus.css');

test('the style sheet knows every point that a photo may keep', () => {
  const css = readFileSync(styles, 'utf8');
  const [picture] = makeArticle({ name: 'focus', pictureCount: 1 }).pictures;
  if (picture === undefined) throw new Error('There is no picture.');
  for (let share = 0; share <= 1; share += 0.01) {
    const [x = '', y = ''] = focusClass({ ...picture, focus: [share, 1 - share] })?.split(' ') ?? [];
    expect(css).toContain(`.${x} {\n  --focus-x: ${Math.round(share * 10) * 10}%;`);
    expect(css).toContain(`.${y} {\n  --focus-y: ${Math.round((1 - share) * 10) * 10}%;`);
  }
  expect(focusClass(picture)).toBeUndefined();
});
