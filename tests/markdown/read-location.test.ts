/** Where a place lies, as people copy it from maps. */

import { expect, test } from 'vitest';
import { readLocation } from '../../src/markdown/read-location.ts';

test.each([
  ['39.9905,116.3526', 39.9905, 116.3526],
  [' 39.9905, 116.3526 ', 39.9905, 116.3526],
  ['39.9905，116.3526', 39.9905, 116.3526],
  ['-33.86;151.21', -33.86, 151.21],
])('%s', (geo, latitude, longitude) => {
  expect(readLocation('Main Building', geo)).toEqual({
    ok: true,
    location: { place: 'Main Building', latitude, longitude },
  });
});

test.each([
  ['116.3526,39.9905', 'Write geo="39.9905,116.3526"'],
  [
    '39°59\'26"N 116°21\'9"E',
    'Write latitude and longitude in degrees with a point: {geo="39.99056,116.3525"}',
  ],
  [
    '116°21′9″E, 39°59′26″S',
    'Write latitude and longitude in degrees with a point: {geo="-39.99056,116.3525"}',
  ],
  ['Beijing', 'Write latitude and longitude in degrees with a point: {geo="39.9905,116.3526"}'],
  ['95,200', 'Write latitude and longitude as a map shows them: {geo="39.9905,116.3526"}'],
])('%s is none, and says what to type', (geo, hint) => {
  expect(readLocation('Main Building', geo)).toMatchObject({ ok: false, hint });
});

test('a place in words is enough, degrees alone are not', () => {
  expect(readLocation('Main Building', undefined)).toEqual({
    ok: true,
    location: { place: 'Main Building' },
  });
  expect(readLocation(undefined, undefined)).toEqual({ ok: true, location: undefined });
  expect(readLocation(undefined, '39.9905,116.3526')).toMatchObject({ ok: false });
});
