/** Finds web addresses that are typed as words: readers can see them but not follow them. */

import { cover } from '../markdown/cover.ts';
import { readFilmAddress } from '../markdown/film-address.ts';
import type { CheckedText, Finding } from './rule.ts';

/** Behind the marks that begin a link, its address or its words, an address is one. */
const bare =
  /(?<![\p{L}\p{N}[<"'“=/.@-]|[\]］】]\s?\()(?:https?:\/\/|www\.)[^\s<>"'“”，。；、（）{}[\]`]+[^\s<>"'“”，。；、（）{}[\]`.,;:!?)*_]/giu;

export function bareAddresses({ text, prose, displayPath }: CheckedText): Finding[] {
  if (!text.includes('://') && !text.includes('www.')) return [];
  const lines = text.split('\n');
  return prose.flatMap((line): Finding[] => {
    if (line.kind === 'alt' || line.kind === 'caption' || !line.text.includes(cover)) return [];
    const typed = (lines[line.line - 1] ?? '').slice(line.column - 1, line.column - 1 + line.text.length);
    return [...typed.matchAll(bare)].flatMap(({ index, 0: found }): Finding[] => {
      const address = withOwnBracket(found, typed.slice(index + found.length));
      const isCode = typed.slice(0, index).split('`').length % 2 === 0;
      // Behind a covered space it is the address of a link: [words]( https://… )
      if (isCode || line.text[index] !== cover || line.text[index - 1] === cover) return [];
      return [
        {
          file: displayPath,
          line: line.line,
          column: line.column + index,
          endColumn: line.column + index + address.length,
          ...((typed.trim() === address ? filmFinding(address) : undefined) ?? {
            message: 'This address is not read as a link: readers cannot follow it.',
            hint: /^www\./iu.test(address) ? `Write [${address}](https://${address})` : `Write <${address}>`,
          }),
        },
      ];
    });
  });
}

/** Alone on its line, the address of a film was meant to show it. */
function filmFinding(address: string): Pick<Finding, 'message' | 'hint'> | undefined {
  const reading = readFilmAddress(address);
  if (reading?.ok !== true) return undefined;
  return {
    message: 'This address of a film is not read as one: readers would see the address.',
    hint: `To show the film, write ![Title of the film](${reading.film.page})`,
  };
}

/** A bracket that the address opens is a part of it; one that stood before it is not. */
function withOwnBracket(address: string, rest: string): string {
  const open = address.split('(').length - address.split(')').length;
  return open > 0 && rest.startsWith(')') ? `${address})` : address;
}
