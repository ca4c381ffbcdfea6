/** Photographers who are named at the end of captions. */

import { expect, test } from 'vitest';
import { creditInCaption, creditNames } from '../../src/text/caption-credit.ts';

test.each([
  ['Students taste the soup (Photo by WANG Fang)', 'Students taste the soup', 'WANG Fang'],
  ['Skaters at the start (Photo/ZHANG San)', 'Skaters at the start', 'ZHANG San'],
  ['Skaters at the start. Photo: ZHANG San and LI Si', 'Skaters at the start.', 'ZHANG San and LI Si'],
  ['Photo by LI Hua', '', 'LI Hua'],
  ['Der Stand des Schachclubs. Foto: Anna Müller', 'Der Stand des Schachclubs.', 'Anna Müller'],
  ['Der Stand (Bild: Anna Müller)', 'Der Stand', 'Anna Müller'],
  ['Le stand des échecs / Crédit photo : Anne Petit', 'Le stand des échecs', 'Anne Petit'],
  ['The stall – Photo: LI Hua', 'The stall', 'LI Hua'],
  ['The stall. © LI Hua', 'The stall.', 'LI Hua'],
  ['The stall (© LI Hua/Common Room)', 'The stall', 'LI Hua/Common Room'],
  ['Skaters [Image courtesy of School of Civil Engineering]', 'Skaters', 'School of Civil Engineering'],
  ['签约仪式现场（李华 摄）', '签约仪式现场', '李华'],
  ['签约仪式现场（摄影：李华）', '签约仪式现场', '李华'],
  ['签约仪式现场。摄影：李华', '签约仪式现场。', '李华'],
])('%s', (whole, caption, credit) => {
  expect(creditInCaption(whole)).toEqual({ caption, credit });
});

test.each([
  'The photo by the door was taken in 1952',
  'Students look at a photo',
  'Photo: the team',
  'The bild by the door',
  'Ein Foto von Anna Müller',
  'The © sign on a door',
  'Images of the river (photo of the year)',
  'A photographer (left) and his camera',
  '他正在拍摄',
])('no credit: %s', (caption) => {
  expect(creditInCaption(caption)).toBeUndefined();
});

test.each([
  ['Photo: LI Hua', 'LI Hua'],
  ['Photo by LI Hua', 'LI Hua'],
  ['Foto: Anna Müller / TU', 'Anna Müller / TU'],
  ['© LI Hua', '© LI Hua'],
  ['摄影：李华', '李华'],
  ['LI Hua', 'LI Hua'],
  ['Photo Club', 'Photo Club'],
  ['Photographers of the Common Room', 'Photographers of the Common Room'],
])('the names of the credit %s', (credit, names) => {
  expect(creditNames(credit)).toBe(names);
});
