/** What was put right in an article since it appeared. A retraction stands above the body, all else below it. */

import type { Article } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { DateLine } from './dates.tsx';
import { Said } from './said.tsx';

interface CorrectionsProps {
  readonly corrections: Article['corrections'];
  /** Of the headline; once on a page. */
  readonly id: string;
  readonly context: RenderContext;
}

export function Corrections({ corrections, id, context }: CorrectionsProps) {
  const { messages, locale } = context.edition;
  if (corrections.length === 0) return null;
  return (
    <section class="corrections" aria-labelledby={id}>
      <h2 class="corrections-title" id={id}>
        <Said word="corrections" edition={context.edition}>
          {messages.corrections}
        </Said>
      </h2>
      <ul>
        {corrections.map(({ date, text, kind }) => (
          <li key={date.iso + text}>
            <strong>
              <Said word="correctionKinds" edition={context.edition}>
                {messages.correctionKinds[kind]}
              </Said>
            </strong>
            , <DateLine date={date} locale={locale} />: {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
