/** Colours and sizes of the text; they follow the custom properties of the page. */

import { EditorView } from '@codemirror/view';

export const textTheme = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--paper)', fontSize: '1.0625rem' },
  '&.cm-focused': { outline: '2px solid var(--link)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'system-ui, sans-serif', lineHeight: '1.6', overflow: 'auto' },
  '.cm-content': { padding: '1rem 1.25rem 40vh', maxWidth: '46rem', caretColor: 'var(--ink)' },
  '@media (max-width: 40rem)': { '.cm-content': { paddingInline: '0.25rem 0.5rem' } },
  '.cm-content ::selection': { backgroundColor: 'var(--selection)' },
  '.cm-gutters': { backgroundColor: 'var(--paper)', border: 'none' },
  '.box-line': { backgroundColor: 'var(--raised)', color: 'var(--soft)', fontWeight: '600' },
  '.thumbnail': {
    display: 'block',
    maxHeight: '9rem',
    maxWidth: '100%',
    margin: '0.4rem 0 0.6rem',
    borderRadius: '3px',
  },
  '.fold': {
    font: 'inherit',
    fontSize: '0.875rem',
    color: 'var(--soft)',
    background: 'var(--raised)',
    border: '1px solid var(--rule)',
    borderRadius: '4px',
    padding: '0.25rem 0.6rem',
    // As far in as the lines below it.
    margin: '0.75rem 6px 0',
    cursor: 'pointer',
  },
  // Instead of pictures in style sheets, which the page's policy does not allow.
  '.cm-lint-marker-error': { content: '"✕"', color: 'var(--error)', fontWeight: '700' },
  '.cm-lint-marker-warning': { content: '"!"', color: 'var(--warning)', fontWeight: '700' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--error)' },
  '.cm-lintRange-warning': { backgroundImage: 'none', textDecoration: 'underline wavy var(--warning)' },
  '.cm-panels': { backgroundColor: 'var(--raised)', color: 'var(--ink)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--raised)',
    color: 'var(--ink)',
    border: '1px solid var(--rule)',
    maxWidth: '30rem',
  },
  '.cm-diagnosticAction': { backgroundColor: 'var(--link)', color: 'var(--paper)' },
});
