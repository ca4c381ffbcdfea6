/** Worker that makes Markdown of what is pasted: its HTML parser is loaded with the first paste. */

import '../no-evaluation.ts';
import { z } from 'zod';
import { pasteHtml } from '../../../../src/imports/html/paste-html.ts';
import { answerCalls } from './answer-calls.ts';

answerCalls(async ({ argument }) => pasteHtml(z.string().parse(argument)));
