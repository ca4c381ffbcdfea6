/** The title of a part of a page, in words of the interface. */

import type { ComponentChildren } from 'preact';
import type { EditionFrame } from '../../src/site/site.ts';
import { Said } from './said.tsx';

interface SectionTitleProps {
  /** By which the part is named and linked to. */
  readonly id: string;
  readonly word: string;
  readonly edition: EditionFrame;
  readonly children: ComponentChildren;
}

export function SectionTitle({ id, word, edition, children }: SectionTitleProps) {
  return (
    <h2 class="section-title" id={id}>
      <Said word={word} edition={edition}>
        {children}
      </Said>
    </h2>
  );
}
