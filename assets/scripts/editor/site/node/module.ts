/** `node:module` in a browser: what the generator loads late is in the bundle already. */

import * as pinyin from 'pinyin-pro';

export function createRequire(): (name: string) => unknown {
  return (name) => {
    if (name !== 'pinyin-pro') throw new Error(`There is no ${name} here.`);
    return pinyin;
  };
}
