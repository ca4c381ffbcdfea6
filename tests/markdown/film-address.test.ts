/** Addresses of films as people paste them: from the address line, the share button, a phone, the code for embedding. */

import { describe, expect, test } from 'vitest';
import { readFilmAddress } from '../../src/markdown/film-address.ts';

const player = (address: string): string | undefined => {
  const reading = readFilmAddress(address);
  return reading?.ok === true ? reading.film.player : reading?.message;
};
const page = (address: string): string | undefined => {
  const reading = readFilmAddress(address);
  return reading?.ok === true ? reading.film.page : undefined;
};

const youtube = 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ';

describe('YouTube', () => {
  test.each([
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    'http://youtube.com/watch?v=dQw4w9WgXcQ&feature=share',
    'https://m.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ',
    'https://music.youtube.com/watch?v=dQw4w9WgXcQ&si=AbCdEfGh',
    'https://youtu.be/dQw4w9WgXcQ',
    'https://youtu.be/dQw4w9WgXcQ?si=AbCdEfGhIjKlMnOp',
    'https://www.youtube.com/shorts/dQw4w9WgXcQ',
    'https://www.youtube.com/live/dQw4w9WgXcQ?si=x',
    'https://www.youtube.com/embed/dQw4w9WgXcQ',
    'https://www.youtube.com/v/dQw4w9WgXcQ',
    'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0',
    'youtu.be/dQw4w9WgXcQ',
    'www.youtube.com/watch?v=dQw4w9WgXcQ',
    '//www.youtube.com/embed/dQw4w9WgXcQ',
  ])('%s is its film, and nothing that tells of the sharer goes along', (address) => {
    expect([player(address), page(address)]).toEqual([
      youtube,
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    ]);
  });

  test.each([
    ['https://youtu.be/dQw4w9WgXcQ?t=43', '43'],
    ['https://youtu.be/dQw4w9WgXcQ?t=43s', '43'],
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1m03s', '63'],
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1h2m3s', '3723'],
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ#t=90', '90'],
    ['https://www.youtube.com/embed/dQw4w9WgXcQ?start=90', '90'],
  ])('%s begins at %s seconds', (address, seconds) => {
    expect(player(address)).toBe(`${youtube}?start=${seconds}`);
    expect(page(address)).toBe(`https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=${seconds}s`);
  });

  test('a list plays from its film, or from its beginning', () => {
    expect(player('https://www.youtube.com/watch?v=dQw4w9WgXcQ&list=PL0123456789abcdef&index=2')).toBe(
      `${youtube}?list=PL0123456789abcdef`,
    );
    expect(player('https://www.youtube.com/playlist?list=PL0123456789abcdef')).toBe(
      'https://www.youtube-nocookie.com/embed/videoseries?list=PL0123456789abcdef',
    );
    expect(player('https://www.youtube.com/embed/videoseries?list=PL0123456789abcdef')).toBe(
      'https://www.youtube-nocookie.com/embed/videoseries?list=PL0123456789abcdef',
    );
  });

  test.each([
    'https://www.youtube.com/@campus',
    'https://www.youtube.com/channel/UCabcdefghijk',
    'https://www.youtube.com/results?search_query=bridge',
    'https://www.youtube.com/',
    'https://www.youtube.com/watch?v=short',
    'https://youtu.be/dQw4w9WgXcQ12345',
    'https://www.youtube.com/watch',
  ])('%s is no film, and says which address is', (address) => {
    expect(readFilmAddress(address)).toMatchObject({
      ok: false,
      hint: expect.stringContaining('dQw4w9WgXcQ'),
    });
  });
});

describe('Vimeo', () => {
  test.each([
    ['https://vimeo.com/76979871', '76979871?dnt=1', 'https://vimeo.com/76979871'],
    ['https://vimeo.com/channels/staffpicks/76979871', '76979871?dnt=1', 'https://vimeo.com/76979871'],
    ['https://vimeo.com/groups/motion/videos/76979871', '76979871?dnt=1', 'https://vimeo.com/76979871'],
    ['https://vimeo.com/showcase/1234567/video/76979871', '76979871?dnt=1', 'https://vimeo.com/76979871'],
    ['https://vimeo.com/76979871?share=copy#t=0', '76979871?dnt=1', 'https://vimeo.com/76979871'],
    [
      'https://vimeo.com/76979871/3f2a1b0c9d?share=copy',
      '76979871?h=3f2a1b0c9d&dnt=1',
      'https://vimeo.com/76979871/3f2a1b0c9d',
    ],
    [
      'https://player.vimeo.com/video/76979871?h=3f2a1b0c9d&title=0',
      '76979871?h=3f2a1b0c9d&dnt=1',
      'https://vimeo.com/76979871/3f2a1b0c9d',
    ],
    ['https://vimeo.com/76979871#t=1m5s', '76979871?dnt=1#t=65s', 'https://vimeo.com/76979871#t=65s'],
  ])('%s', (address, video, film) => {
    expect([player(address), page(address)]).toEqual([`https://player.vimeo.com/video/${video}`, film]);
  });

  test.each([
    'https://vimeo.com/campus',
    'https://vimeo.com/showcase/1234567',
    'https://vimeo.com/event/1234567',
  ])('%s is no single film', (address) => expect(readFilmAddress(address)).toMatchObject({ ok: false }));
});

describe('Bilibili', () => {
  const embed = 'https://player.bilibili.com/player.html?isOutside=true';
  test.each([
    ['https://www.bilibili.com/video/BV1xx411c7mD', `${embed}&bvid=BV1xx411c7mD&autoplay=0`],
    [
      'https://www.bilibili.com/video/BV1xx411c7mD/?spm_id_from=333.1007',
      `${embed}&bvid=BV1xx411c7mD&autoplay=0`,
    ],
    ['https://m.bilibili.com/video/BV1xx411c7mD?p=1', `${embed}&bvid=BV1xx411c7mD&autoplay=0`],
    ['https://b23.tv/BV1xx411c7mD', `${embed}&bvid=BV1xx411c7mD&autoplay=0`],
    [
      'https://www.bilibili.com/video/BV1xx411c7mD?p=2&t=30',
      `${embed}&bvid=BV1xx411c7mD&p=2&t=30&autoplay=0`,
    ],
    ['https://www.bilibili.com/video/av170001', `${embed}&aid=170001&autoplay=0`],
    [
      '//player.bilibili.com/player.html?isOutside=true&aid=170001&bvid=BV1xx411c7mD&cid=279786&p=1',
      `${embed}&bvid=BV1xx411c7mD&autoplay=0`,
    ],
  ])('%s', (address, wanted) => expect(player(address)).toBe(wanted));

  test.each([
    'https://b23.tv/AbC12dE',
    'https://www.bilibili.com/bangumi/play/ep1',
    'https://space.bilibili.com/1',
  ])('%s names no film that can be shown', (address) => expect(readFilmAddress(address)?.ok).not.toBe(true));
});

describe('PeerTube, on any machine', () => {
  const short = 'kkGMgK9ZtnKfYAgnEtQxbv';
  const long = '9c9de5e8-0a1e-484a-b099-e80766180a6d';
  test.each([
    [`https://video.example.edu/w/${short}`, `videos/embed/${short}?p2p=0&warningTitle=0`],
    [
      `https://video.example.edu/w/${short}?start=1m30s`,
      `videos/embed/${short}?start=90s&p2p=0&warningTitle=0`,
    ],
    [`https://video.example.edu/videos/watch/${long}`, `videos/embed/${long}?p2p=0&warningTitle=0`],
    [
      `https://video.example.edu/videos/embed/${long}?autoplay=1`,
      `videos/embed/${long}?p2p=0&warningTitle=0`,
    ],
    [`https://video.example.edu/w/p/${short}`, `video-playlists/embed/${short}?p2p=0&warningTitle=0`],
  ])('%s', (address, wanted) => expect(player(address)).toBe(`https://video.example.edu/${wanted}`));
});

test('what is no address of a film is left to others: a photo, a page, a file', () => {
  for (const address of [
    'stall.jpg',
    'https://example.com/stall.jpg',
    'https://example.com/w/short',
    '../a/b.mp4',
  ])
    expect(readFilmAddress(address)).toBeUndefined();
  expect(readFilmAddress('https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ')).toBeUndefined();
  expect(readFilmAddress('https://user@www.youtube.com/watch?v=dQw4w9WgXcQ')).toBeUndefined();
  expect(readFilmAddress('javascript:alert(1)//youtube.com')).toBeUndefined();
});

test('a host whose films cannot be played is told of by name', () => {
  expect(readFilmAddress('https://v.qq.com/x/page/a1.html')).toMatchObject({
    ok: false,
    message: expect.stringContaining('v.qq.com'),
    hint: expect.stringContaining('Link to the film'),
  });
});
