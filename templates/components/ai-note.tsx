/** Above a story or a page: which part a machine had in it. */

import { aiNote } from '../../src/site/ai-note.ts';
import type { Article } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { Said } from './said.tsx';

interface AiNoteProps {
  readonly ai: Article['ai'];
  readonly context: RenderContext;
}

export function AiNote({ ai, context: { edition } }: AiNoteProps) {
  const lines = ai === undefined ? [] : aiNote(ai, edition.messages);
  if (lines.length === 0) return null;
  return (
    <div class="ai-note">
      {lines.map(({ text, word }) => (
        <p key={text}>
          {word === undefined ? (
            text
          ) : (
            <Said word={word} edition={edition}>
              {text}
            </Said>
          )}
        </p>
      ))}
    </div>
  );
}
