/** Links that open a file at its line in an editor's program. Pure. */

/** By the name that people call the program; `{file}` begins with a slash. */
const patterns: Readonly<Record<string, string>> = {
  vscode: 'vscode://file{file}:{line}:{column}',
  'vscode-insiders': 'vscode-insiders://file{file}:{line}:{column}',
  vscodium: 'vscodium://file{file}:{line}:{column}',
  cursor: 'cursor://file{file}:{line}:{column}',
  zed: 'zed://file{file}:{line}:{column}',
  textmate: 'txmt://open?url=file://{file}&line={line}&column={column}',
  sublime: 'subl://open?url=file://{file}&line={line}&column={column}',
  idea: 'idea://open?file={file}&line={line}&column={column}',
  webstorm: 'webstorm://open?file={file}&line={line}&column={column}',
};

export const editorNames: readonly string[] = Object.keys(patterns);

/** Such links run in the page that shows them. */
const unsafeScheme = /^\s*(?:javascript|data|vbscript|blob):/iu;

export interface SourcePlace {
  /** Absolute. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * @param editor one of `editorNames`, or a link with `{file}` and `{line}` in it
 * @returns undefined when it is neither
 */
export function sourceLinks(editor: string): ((place: SourcePlace) => string) | undefined {
  const own = /^[a-z][a-z0-9+.-]*:.*\{file\}/iu.test(editor) && !unsafeScheme.test(editor);
  const pattern = Object.hasOwn(patterns, editor) ? patterns[editor] : own ? editor : undefined;
  if (pattern === undefined) return undefined;
  return ({ file, line, column }) => {
    const slashed = file.replaceAll('\\', '/');
    const path = encodeURI(slashed.startsWith('/') ? slashed : `/${slashed}`)
      .replaceAll('#', '%23')
      .replaceAll('?', '%3F')
      .replaceAll('&', '%26');
    return pattern
      .replaceAll('{file}', () => path)
      .replaceAll('{line}', String(line))
      .replaceAll('{column}', String(column));
  };
}
