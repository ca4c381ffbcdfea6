/** What a takedown writes into `tombstones.yaml`, beside what editors have written there. */

import { expect, test } from 'vitest';
import { addTombstones } from '../../src/takedown/tombstones-text.ts';

const gone = { addresses: ['/2024/05/fair/', '/zh/2024/05/fair/'], reason: 'It rained.', date: '2024-06-01' };

test('a file that is not there is begun', () => {
  const text = addTombstones('', gone);
  expect(text).toContain('path: /2024/05/fair/\n    reason: It rained.\n    date: 2024-06-01\n');
  expect(addTombstones(text, gone)).toBe(text);
});

test('notes and entries stay, an address has one tombstone however it is typed, and nothing of it is kept', () => {
  const before =
    '# Ask Li first.\ntombstones:\n  - {path: /2024/05/fair, reason: R., date: 2024-05-30, keep: [zh]}\n  - {path: /other/, reason: R., date: 2024-05-30, keep: [zh]}\n';
  expect(addTombstones(before, gone)).toBe(
    '# Ask Li first.\ntombstones:\n  - {path: /2024/05/fair, reason: R., date: 2024-05-30}\n  - {path: /other/, reason: R., date: 2024-05-30, keep: [zh]}\n  - path: /zh/2024/05/fair/\n    reason: It rained.\n    date: 2024-06-01\n',
  );
});
