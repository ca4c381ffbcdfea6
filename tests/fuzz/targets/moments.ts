/**
 * Stories with times, languages and escapes at random, at moments at random: what is in the output is compared with what
 * was due, by a model that shares nothing with the generator but the rules. The text only seeds the dice.
 */

import { createHash } from 'node:crypto';
import path from 'node:path';
import { bundleAssets } from '../../../src/build/assets/bundle-assets.ts';
import { loadContent } from '../../../src/content/load-content.ts';
import { hasErrors } from '../../../src/diagnostics/diagnostic.ts';
import { dueMoments } from '../../../src/feeds/due.ts';
import { DEFAULT_RECIPE } from '../../../src/photos/recipe.ts';
import { assembleSite } from '../../../src/site/assemble-site.ts';
import type { Site } from '../../../src/site/site.ts';
import { renderRoute } from '../../../templates/page-template.ts';
import { routesByUrl } from '../../../templates/pages/site-routes.ts';
import { siteYaml, temporaryContent } from '../../builds/temporary-content.ts';
import { type FuzzTarget, must } from '../fuzz-target.ts';
import { pick, randomFrom } from '../mutate.ts';

const assets = await bundleAssets(path.resolve(import.meta.dirname, '../../../assets'), '/');

const zones = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/Havana',
  'Africa/Cairo',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'UTC',
] as const;
const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

/** One language of one story, as it is written and as it is meant. */
interface Version {
  readonly story: number;
  readonly lang: 'en' | 'zh';
  readonly draft: boolean;
  readonly dateMs: number;
  readonly embargoUntil: number | undefined;
  readonly publishAt: number | undefined;
  readonly expiresAt: number | undefined;
  /** Words that stand nowhere else. */
  readonly secrets: readonly string[];
  readonly title: string;
  readonly text: string;
}

type Random = () => number;

export const target: FuzzTarget = {
  seeds: ['a', 'embargoUntil', '2024-10-27T02:30', '午夜'],
  pieces: ['0', '1', 'x', '\u00e9', '夜', '+14:00'],
  longestMs: 10_000,
  run: async (text) => {
    const random = randomFrom(createHash('sha256').update(text).digest().readUInt32LE());
    const zone = pick(random, zones);
    const versions = makeVersions(random, zone);
    const nowMs = makeNow(random, versions);
    const { folder, remove } = await temporaryContent({
      'site.yaml': siteYaml.replace('Asia/Shanghai', zone),
      ...Object.fromEntries(versions.map((version) => [fileOf(version), version.text])),
    });
    try {
      const contentFolder = path.join(folder, 'content');
      const loaded = await loadContent({ contentFolder, displayFolder: 'content' });
      must(loaded.content !== undefined && !hasErrors(loaded.diagnostics), 'honest front matter is refused');
      if (loaded.content === undefined) return;
      const { site, diagnostics } = assembleSite(loaded.content, {
        photos: new Map(),
        recipe: DEFAULT_RECIPE,
        cardFace: 'face',
        nowMs,
        includeHidden: false,
        displayFolder: 'content',
      });
      const refused = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
      const isTooEarly = versions.some((version) => isDatedAhead(version, versions, nowMs));
      must(
        refused.every((code) => code === 'future-date'),
        `an error that was not expected: ${refused[0]}`,
      );
      must(refused.length > 0 === isTooEarly, 'a date in the future is told wrongly');
      compare(site, versions, { nowMs, zone });
    } finally {
      await remove();
    }
  },
};

interface Setting {
  readonly nowMs: number;
  readonly zone: string;
}

function compare(site: Site, versions: readonly Version[], { nowMs, zone }: Setting): void {
  const outputs = new Map(
    [...routesByUrl(site)].map(([url, route]) => [url, String(renderRoute(route, site.frame, assets))]),
  );
  const everything = [...outputs.keys(), ...outputs.values()].join('\n');
  for (const version of versions) {
    const appearsMs = appearanceOf(version, versions);
    if (!isSeen(version, versions, nowMs)) {
      for (const secret of version.secrets)
        must(!everything.includes(secret), 'something is told before it is due');
      const isToCome = !version.draft && appearsMs !== undefined && appearsMs > nowMs;
      const isGoneBefore = (endOf(version, versions) ?? Number.POSITIVE_INFINITY) <= (appearsMs ?? 0);
      if (isToCome && !isGoneBefore)
        must(dueMoments(site).map(Date.parse).includes(appearsMs), 'no timer waits for a story');
      continue;
    }
    for (const secret of version.secrets)
      must(everything.includes(secret), 'something that is due is not told');
    const root = version.lang === 'en' ? '/' : '/zh/';
    const feed: unknown = JSON.parse(outputs.get(`${root}feed.json`) ?? '{}');
    const item = itemsOf(feed).find(({ title }) => title === version.title);
    must(item !== undefined, 'a story that is due is not in the feed');
    const publishedMs = Math.max(version.dateMs, appearsMs ?? version.dateMs);
    const told = item?.date_published ?? '';
    must(Date.parse(told) === publishedMs, 'a feed tells another moment of publication');
    must(told.slice(0, 10) === dayIn(publishedMs, zone), 'a feed tells a moment in another zone');
    for (const [url, kind] of [
      [`${root}feed.xml`, 'feed'],
      ['/sitemap.xml', 'sitemap'],
    ] as const)
      must((outputs.get(url) ?? '').includes(told), `the ${kind} tells another moment`);
  }
}

function itemsOf(feed: unknown): readonly { readonly title: unknown; readonly date_published: string }[] {
  if (typeof feed !== 'object' || feed === null || !('items' in feed) || !Array.isArray(feed.items))
    return [];
  return feed.items;
}

/* The model: what is due. */

function versionsOf({ story }: Version, all: readonly Version[]): readonly Version[] {
  return all.filter((one) => one.story === story);
}

function appearanceOf(version: Version, all: readonly Version[]): number | undefined {
  const times = versionsOf(version, all).flatMap(({ embargoUntil, publishAt }) =>
    [embargoUntil ?? [], publishAt ?? []].flat(),
  );
  return times.length === 0 ? undefined : Math.max(...times);
}

function endOf(version: Version, all: readonly Version[]): number | undefined {
  const times = versionsOf(version, all).flatMap(({ expiresAt }) => expiresAt ?? []);
  return times.length === 0 ? undefined : Math.min(...times);
}

function isSeen(version: Version, all: readonly Version[], nowMs: number): boolean {
  const appears = appearanceOf(version, all) ?? Number.NEGATIVE_INFINITY;
  return !version.draft && nowMs >= appears && nowMs < (endOf(version, all) ?? Number.POSITIVE_INFINITY);
}

/** Dates of what is seen no more are told as warnings. */
function isDatedAhead(version: Version, all: readonly Version[], nowMs: number): boolean {
  const fromMs = Math.max(nowMs, appearanceOf(version, all) ?? nowMs);
  const isOver = (endOf(version, all) ?? Number.POSITIVE_INFINITY) <= fromMs;
  return !version.draft && !isOver && version.dateMs > fromMs;
}

/* The dice. */

function makeVersions(random: Random, zone: string): readonly Version[] {
  const aroundMs = Date.UTC(2023, 0, 1) + Math.floor(random() * 1096) * dayMs;
  const count = 1 + Math.floor(random() * 3);
  return Array.from({ length: count }, (_, story) => {
    const langs = random() < 0.6 ? (['en', 'zh'] as const) : ([pick(random, ['en', 'zh'] as const)] as const);
    return langs.map((lang) => makeVersion(random, { story, lang, zone, aroundMs }));
  }).flat();
}

interface VersionRequest {
  readonly story: number;
  readonly lang: 'en' | 'zh';
  readonly zone: string;
  readonly aroundMs: number;
}

function makeVersion(random: Random, { story, lang, zone, aroundMs }: VersionRequest): Version {
  const word = (kind: string) => `${kind}q${story}${lang}${Math.floor(random() * 1e9).toString(36)}z`;
  const moment = () => aroundMs + Math.floor((random() - 0.5) * 20 * 1440) * minuteMs;
  const some = (chance: number) => (random() < chance ? moment() : undefined);
  const dateDayMs = moment() - 8 * dayMs;
  const isCivil = random() < 0.5;
  const day = dayIn(dateDayMs, zone);
  const [headline, person, summary, body] = [word('Head'), word('Person'), word('Sum'), word('Body')];
  const title = lang === 'zh' ? `${headline} 草地上的集市` : `${headline} of the fair: "a" 'b' # c`;
  const times = { embargoUntil: some(0.4), publishAt: some(0.3), expiresAt: some(0.2) };
  const draft = random() < 0.1;
  const lines = [
    `title: ${printText(random, title)}`,
    `date: ${isCivil ? day : printTime(random, dateDayMs)}`,
    'topics: [Research]',
    `credits: {draft: ${printText(random, `QQ ${person}`, true)}}`,
    `summary: ${printText(random, summary)}`,
    ...Object.entries(times).flatMap(([key, ms]) =>
      ms === undefined ? [] : [`${key}: ${printTime(random, ms)}`],
    ),
    ...(draft ? ['draft: true'] : []),
  ];
  const [first = '', ...rest] = lines;
  const shuffled = [
    first,
    ...rest
      .map((line) => ({ line, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ line }) => line),
  ];
  return {
    ...{ story, lang, draft, title, ...times },
    dateMs: isCivil ? startOf(day, zone) : dateDayMs,
    secrets: [headline, person, summary, body],
    text: `---\n${shuffled.join('\n')}\n---\n\nIt says ${body}.\n`,
  };
}

function fileOf({ story, lang }: Version): string {
  return `articles/2024/story-${story}/index.${lang}.md`;
}

/** A text as YAML may have it: plain, quoted, with escapes, folded over lines. */
function printText(random: Random, text: string, isInFlow = false): string {
  const escaped = [...text].map((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    if (letter === '"' || letter === '\\') return `\\${letter}`;
    if (random() < 0.2) return code < 256 && random() < 0.5 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`;
    return letter;
  });
  const forms = [
    `"${escaped.join('')}"`,
    `'${text.replaceAll("'", "''")}'`,
    ...(isInFlow ? [] : [`>-\n  ${text}`, `|-\n  ${text}`, `"${escaped.join('').replace(' ', '\n  ')}"`]),
    ...(/^[\w ]+$/u.test(text) ? [text] : []),
  ];
  return pick(random, forms);
}

function hex(code: number, length: number): string {
  return code.toString(16).padStart(length, '0');
}

/** A moment in the offset of any place, in any of the forms that may be written. */
function printTime(random: Random, ms: number): string {
  const offset = (Math.floor(random() * 105) - 48) * 15;
  const local = new Date(ms + offset * minuteMs).toISOString();
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const sign = offset < 0 ? '-' : '+';
  const zone =
    offset === 0 ? 'Z' : `${sign}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
  const time = random() < 0.5 ? local.slice(11, 16) : local.slice(11, 19);
  const plain = `${local.slice(0, 10)}${pick(random, ['T', ' '])}${time}${zone}`;
  return pick(random, [
    plain,
    `"${plain}"`,
    `'${plain}'`,
    `"${plain.replace('-', '\\x2d').replace(':', '\\u003a')}"`,
  ]);
}

/** A moment near one that matters, a second before or after it, or anywhere. */
function makeNow(random: Random, versions: readonly Version[]): number {
  const moments = versions.flatMap(({ dateMs, embargoUntil, publishAt, expiresAt }) => [
    dateMs,
    ...[embargoUntil, publishAt, expiresAt].flatMap((ms) => ms ?? []),
  ]);
  return pick(random, moments) + pick(random, [-1000, -1, 0, 1, 1000, dayMs, 30 * dayMs]);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dayIn(ms: number, zone: string): string {
  const known = formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  formats.set(zone, known);
  return known.format(ms);
}

/** The first quarter of an hour of a day, by what clocks show. */
function startOf(day: string, zone: string): number {
  let ms = Date.parse(`${day}T00:00:00Z`) - 15 * 60 * minuteMs;
  while (dayIn(ms, zone) !== day) ms += 15 * minuteMs;
  return ms;
}
