/** A text of front matter or settings: in one line, with something in it. */

import { z } from 'zod';
import { joinLines } from '../text/line-ends.ts';

export const text = z.string().trim().overwrite(joinLines).min(1, 'is empty');
