/**
 * Splits what a terminal types when files are dragged into it: several come in one line, separated by spaces, each in
 * quotation marks or with a backslash before what a shell would not take as it is. Pure.
 */

/** What shells escape in names. A backslash before anything else parts the folders of Windows. */
const escaped = /[\s()[\]{}'"&;,!$#*?~<>|`\\]/u;

export function draggedFiles(answer: string): string[] {
  const files: string[] = [];
  let file = '';
  let quote: string | undefined;
  const end = () => {
    if (file !== '') files.push(file);
    file = '';
  };
  for (let at = 0; at < answer.length; at += 1) {
    const character = answer.charAt(at);
    if (quote !== undefined) {
      if (character === quote) quote = undefined;
      else file += character;
    } else if ((character === '"' || character === "'") && (file === '' || !/[\p{L}\p{N}]$/u.test(file))) {
      quote = character;
    } else if (character === '\\' && file !== '' && escaped.test(answer.charAt(at + 1))) {
      at += 1;
      file += answer.charAt(at);
    } else if (/\s/u.test(character)) end();
    else file += character;
  }
  end();
  return files;
}
