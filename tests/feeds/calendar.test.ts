/** Events of stories: as calendars and search engines read them, and how they become past by themselves. */

import { describe, expect, test } from 'vitest';
import { calendarEntry, eventFile, eventsCalendar } from '../../src/feeds/calendar.ts';
import { dueMoments } from '../../src/feeds/due.ts';
import { eventData } from '../../src/seo/event-data.ts';
import { eventCalendar } from '../../src/site/events.ts';
import { story } from '../builds/temporary-content.ts';
import { type Assembled, assembled } from '../site/assembled.ts';

const place = 'Hall 3, “Große Aula”; 大礼堂的二楼右侧报告厅, between the library and the boiler house';
const files = {
  'articles/2024/timed/index.md': story(
    `title: A lecture\ndate: 2024-05-01\ntopics: [Research]\nevent:\n  from: 2024-05-12T18:00+08:00\n  to: 2024-05-12T20:00+08:00\n  place: ${JSON.stringify(place)}\n  register: https://example.org/register`,
    'Everybody is welcome.',
  ),
  'articles/2024/days/index.md': story(
    'title: A fair\ndate: 2024-05-02\ntopics: [Research]\nevent: {from: 2024-05-12, to: 2024-05-13, place: South gate}',
    'Everybody is welcome.',
  ),
  'articles/2024/open/index.md': story(
    'title: A walk\ndate: 2024-05-03\ntopics: [Research]\nevent: {from: 2024-05-10T09:00+08:00, place: Gate}',
    'Everybody is welcome.',
  ),
};

const cancelled = {
  'articles/2024/off/index.md': story(
    'title: A concert\ndate: 2024-05-01T08:00+08:00\nupdated: 2024-05-02T09:30+08:00\ntopics: [Research]\nevent: {from: 2024-05-12T18:00+08:00, cancelled: true, register: "https://example.org/r", place: "https://meet.example.org/hall"}',
    'It does not take place.',
  ),
  'articles/2024/nowhere/index.md': story(
    'title: A day\ndate: 2024-05-01\ntopics: [Research]\nevent: {from: 2024-05-12}',
    'Everywhere.',
  ),
};

const at = (now: string) => assembled(files, { now });

/** Lines as a calendar reads them: folded ones joined. */
function contentLines(text: string): readonly string[] {
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  return text.replaceAll('\r\n ', '').trimEnd().split('\r\n');
}

function fileOf({ site, edition }: Assembled, slug: string): readonly string[] {
  const { articles, frame } = edition('en');
  const article = articles.find(({ url }) => url.endsWith(`/${slug}/`));
  const entry = article && calendarEntry(article);
  if (entry === undefined) throw new Error(`There is no event ${slug}.`);
  return contentLines(eventFile({ entry, context: { edition: frame, site: site.frame } }));
}

describe('an event in a calendar', async () => {
  const site = await at('2024-05-04T00:00:00Z');

  test('is at its moment in UTC, with its place escaped, and folded between characters', () => {
    const lines = fileOf(site, 'timed');
    expect(lines).toContain('DTSTART:20240512T100000Z');
    expect(lines).toContain('DTEND:20240512T120000Z');
    expect(lines).toContain(`LOCATION:${place.replaceAll(/[,;]/gu, '\\$&')}`);
    expect(lines).toContain('UID:https://news.example.edu/2024/05/timed/');
    expect(lines).toContain('DTSTAMP:20240430T160000Z');
  });

  test('of whole days ends with the day after the last', () => {
    const lines = fileOf(site, 'days');
    expect(lines).toContain('DTSTART;VALUE=DATE:20240512');
    expect(lines).toContain('DTEND;VALUE=DATE:20240514');
  });

  test('without an end says none', () => {
    expect(fileOf(site, 'open').filter((line) => line.startsWith('DTEND'))).toEqual([]);
  });

  test('that was called off says so, in a number that has grown since it was told of', async () => {
    const lines = fileOf(await assembled(cancelled, { now: '2024-05-04T00:00:00Z' }), 'off');
    expect(lines).toContain('STATUS:CANCELLED');
    // A day and a half after it was first told of, in minutes.
    expect(lines).toContain('SEQUENCE:1530');
    const before = fileOf(site, 'timed');
    expect(before).toContain('SEQUENCE:0');
    expect(before.filter((line) => line.startsWith('STATUS'))).toEqual([]);
  });

  test('is the same wherever it is written', () => {
    const zone = process.env.TZ;
    try {
      for (const elsewhere of ['America/Los_Angeles', 'Pacific/Kiritimati']) {
        process.env.TZ = elsewhere;
        expect(fileOf(site, 'days')).toContain('DTSTART;VALUE=DATE:20240512');
        expect(fileOf(site, 'timed')).toContain('DTSTART:20240512T100000Z');
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  test('stands in the calendar to subscribe to', () => {
    const { articles, frame } = site.edition('en');
    const entries = articles.flatMap((article) => calendarEntry(article) ?? []);
    const lines = contentLines(
      eventsCalendar({ entries, context: { edition: frame, site: site.site.frame } }),
    );
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(3);
    expect(lines).toContain('NAME:Test News: Events');
  });

  test('is the same at another moment', async () => {
    expect(fileOf(await at('2025-01-01T00:00:00Z'), 'timed')).toEqual(fileOf(site, 'timed'));
  });
});

describe('the page of events', () => {
  const titles = async (now: string) => {
    const { site, edition } = await at(now);
    const { upcoming, past } = eventCalendar(edition('en').articles, site.nowMs);
    const of = (list: typeof upcoming) => list.map(({ article }) => article.title);
    return { upcoming: of(upcoming), past: of(past) };
  };

  test('has the next first, and of those that are over the last', async () => {
    expect(await titles('2024-05-04T00:00:00Z')).toEqual({
      upcoming: ['A walk', 'A fair', 'A lecture'],
      past: [],
    });
    expect(await titles('2024-05-12T12:00:00Z')).toEqual({
      upcoming: ['A fair'],
      past: ['A lecture', 'A walk'],
    });
    expect((await titles('2024-05-13T16:00:00Z')).past).toEqual(['A lecture', 'A fair', 'A walk']);
  });

  test('is built again when an event is over: at its end, or with its day in the zone of the site', async () => {
    const { site } = await at('2024-05-06T00:00:00Z');
    expect(dueMoments(site)).toEqual([
      '2024-05-10T16:00:00Z',
      '2024-05-12T12:00:00Z',
      '2024-05-13T16:00:00Z',
    ]);
    expect(dueMoments((await at('2024-05-13T16:00:00Z')).site)).toEqual([]);
  });

  test('leaves its address to sites without events, and to nobody else where there are some', async () => {
    const page = { 'pages/events.md': story('title: Events', 'Text.') };
    const plain = story('title: A\ndate: 2024-05-01\ntopics: [Research]', 'Text.');
    const without = await assembled({ ...page, 'articles/2024/a/index.md': plain });
    expect(without.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(without.edition('en').frame.hasEvents).toBe(false);
    const { diagnostics } = await assembled({ ...files, ...page });
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'duplicate-permalink', file: 'content/pages/events.md' }),
    );
  });
});

test('search engines read when and where an event is, and where one registers', async () => {
  const { site, edition } = await at('2024-05-04T00:00:00Z');
  const { articles, frame } = edition('en');
  const article = articles.find(({ title }) => title === 'A lecture');
  if (article?.event === undefined) throw new Error('There is no lecture.');
  expect(eventData(article, article.event, { edition: frame, site: site.frame })).toMatchObject({
    '@type': 'Event',
    startDate: '2024-05-12T18:00+08:00',
    endDate: '2024-05-12T20:00+08:00',
    location: { '@type': 'Place', name: place },
    offers: { url: 'https://example.org/register' },
  });
});

test('search engines are told of each event all that they ask for, and that one is called off or online', async () => {
  const { site, edition } = await assembled({ ...files, ...cancelled }, { now: '2024-05-04T00:00:00Z' });
  const { articles, frame } = edition('en');
  const data = new Map(
    articles.flatMap((article) =>
      article.event === undefined
        ? []
        : [[article.title, eventData(article, article.event, { edition: frame, site: site.frame })] as const],
    ),
  );
  expect(data.size).toBe(5);
  for (const one of data.values())
    expect(one).toMatchObject({
      name: expect.any(String),
      startDate: expect.stringMatching(/^2024-05-1/u),
      location: expect.any(Object),
      image: [expect.stringContaining('https://')],
    });
  expect(data.get('A lecture')).toMatchObject({
    eventStatus: 'https://schema.org/EventScheduled',
    location: { address: expect.any(String) },
  });
  expect(data.get('A day')).toMatchObject({ location: { '@type': 'Place', name: 'Test News' } });
  expect(data.get('A concert')).toMatchObject({
    eventStatus: 'https://schema.org/EventCancelled',
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    location: { '@type': 'VirtualLocation', url: 'https://meet.example.org/hall' },
  });
  expect(data.get('A concert')).not.toHaveProperty('offers');
});
