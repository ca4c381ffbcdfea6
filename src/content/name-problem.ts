/** What to say where a name is wanted and a yes or a no stands: in quotes it would be no name either. Pure. */

import type { Problem } from './schema-diagnostics.ts';
import { spokenAnswer } from './spoken-answer.ts';
import type { YamlPath } from './yaml-document.ts';

/** @param path of the value @returns undefined where no name is wanted, or the value is neither */
export function nameProblem([key, role]: YamlPath, value: unknown): Problem | undefined {
  if (key !== 'credits' || typeof role !== 'string' || typeof value !== 'boolean') return undefined;
  return role === 'draft'
    ? draftProblem(value)
    : {
        code: 'wrong-value',
        message: (typed) => `credits.${role} names who did it; ${typed} is not a name.`,
        hint: `Write ${role}: and the name, or take it out.`,
      };
}

/** Of what is typed as the name of a writer. */
export function writerProblem(names: readonly string[]): Problem | undefined {
  const answer = names.length === 1 ? spokenAnswer(names[0] ?? '') : undefined;
  return answer === undefined ? undefined : draftProblem(answer);
}

function draftProblem(answer: boolean): Problem {
  return {
    code: 'wrong-value',
    message: (typed) => `credits.draft names the writer; ${typed} is not a name.`,
    hint: `If it says whether the story is unfinished, write draft: ${answer} on a line of its own, not indented.`,
  };
}
