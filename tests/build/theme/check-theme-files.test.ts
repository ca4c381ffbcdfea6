/** Files of the theme that cannot be used: each says what would do. */

import { expect, test } from 'vitest';
import { diagnose } from '../../checks/diagnose.ts';
import { smallSite, smallWorld } from '../../checks/small-world.ts';

const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d'.repeat(32)}\nsize 12345\n`;
const story = '---\ntitle: A fair\ndate: 2024-05-06\ntopics: [Research]\n---\n\nThe fair opened.\n';

async function hintsOf(theme: string, text: string) {
  const world = smallWorld(story)
    .set('site.yaml', `${smallSite}theme: ${theme}\n`)
    .set('theme/logo.png', text)
    .set('theme/house.woff2', text);
  const { diagnostics } = await diagnose(world);
  return diagnostics.map(({ code, hint }) => `${code} ${hint}`);
}

test.each(['{logo: {light: logo.png}}', '{typefaces: {text: {family: House, file: house.woff2}}}'])(
  'of %s only the pointer is here: it is fetched, not saved anew',
  async (theme) => {
    expect(await hintsOf(theme, pointer)).toEqual([
      expect.stringMatching(/^wrong-value Type: git lfs install && git lfs pull\./u),
    ]);
    expect(await hintsOf(theme, 'something else')).toEqual([expect.stringMatching(/^wrong-value Save /u)]);
  },
);
