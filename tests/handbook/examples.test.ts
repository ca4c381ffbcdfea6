import { describe, expect, test } from 'vitest';
import { explanations } from '../../src/checks/explanations.ts';
import { diagnose } from '../checks/diagnose.ts';
import { smallSite, smallWorld } from '../checks/small-world.ts';
import { type ContentCode, examples, filesOf } from './examples.ts';

const codes = [...explanations.keys()].filter((code): code is ContentCode => code in examples);

describe('the handbook’s examples', () => {
  test.each(codes)('%s: the wrong one gives the code, the right one nothing', async (code) => {
    const wrong = await diagnose(filesOf(examples[code], 'wrong', smallWorld, smallSite));
    expect(wrong.diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
    const right = await diagnose(filesOf(examples[code], 'right', smallWorld, smallSite));
    expect(right.diagnostics).toEqual([]);
  });
});
