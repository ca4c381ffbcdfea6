/** Photographers who are named at the end of captions. */

import { expect, test } from 'vitest';
import { creditInCaption } from '../../src/imports/caption-credit.ts';

test.each([
  ['Students taste the soup (Photo by WANG Fang)', 'Students taste the soup', 'WANG Fang'],
  ['Skaters at the start (Photo/ZHANG San)', 'Skaters at the start', 'ZHANG San'],
  ['Skaters at the start. Photo: ZHANG San and LI Si', 'Skaters at the start.', 'ZHANG San and LI Si'],
  ['Photo by LI Hua', '', 'LI Hua'],
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
  'Images of the river (photo of the year)',
  'A photographer (left) and his camera',
  '他正在拍摄',
])('no credit: %s', (caption) => {
  expect(creditInCaption(caption)).toBeUndefined();
});
