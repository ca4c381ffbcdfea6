/** Lists the findings about a page, each with a link that opens its line. */

import type { ToolbarProblem, ToolbarReport } from '../../../src/editor/toolbar-report.ts';
import { element } from './element.ts';

/** Findings of this page, errors before warnings; then the errors in other files. */
export function problemList({ problems, elsewhere, isComplete, article }: ToolbarReport): readonly Node[] {
  const parts: Node[] = [];
  if (problems.length > 0) {
    const ofSeverity = (wanted: ToolbarProblem['severity']) =>
      problems.filter(({ severity }) => severity === wanted);
    parts.push(element('h2', {}, 'On this page'), list([...ofSeverity('error'), ...ofSeverity('warning')]));
  } else if (article !== undefined) {
    parts.push(element('p', {}, 'The check finds nothing wrong here.'));
  } else if (elsewhere.length === 0) {
    parts.push(element('p', {}, 'No file stops the site.'));
  }
  if (elsewhere.length > 0) {
    parts.push(
      element('h2', {}, 'Errors in other files'),
      element(
        'p',
        {},
        'The site cannot be published while there are any. What they hold is shown as it was.',
      ),
      list(elsewhere),
    );
  }
  if (!isComplete)
    parts.push(element('p', { class: 'soft' }, 'Names are still being compared with other stories.'));
  return parts;
}

function list(problems: readonly ToolbarProblem[]): HTMLElement {
  return element('ul', { class: 'problems', role: 'list' }, ...problems.map(item));
}

function item({ severity, code, file, line, message, hint, excerpt, open }: ToolbarProblem): HTMLElement {
  const short = file.split('/').slice(-2).join('/');
  return element(
    'li',
    { class: severity },
    element(
      'p',
      { class: 'message' },
      element('strong', {}, severity === 'error' ? 'Error' : 'Warning'),
      ` ${message}`,
    ),
    ...(hint === undefined ? [] : [element('p', { class: 'hint' }, hint)]),
    ...(excerpt === undefined ? [] : [element('p', { class: 'excerpt', dir: 'auto' }, excerpt)]),
    element(
      'p',
      { class: 'place' },
      element('a', { href: open, title: `${file}:${line}` }, `Open ${short} at line ${line}`),
      element('code', {}, code),
    ),
  );
}
