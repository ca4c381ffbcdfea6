/** Moments as people type and read them, in the zone of the site. Pure but for `Intl`. */

const civilDate = /^\d{4}-\d{2}-\d{2}$/u;
const moment = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2})?(Z|[+-]\d{2}:\d{2})?$/u;

/** What a form shows of a value of front matter; undefined where it cannot. */
export function inputOf(
  value: string,
  zone: string,
): { readonly day: string; readonly time: string } | undefined {
  if (civilDate.test(value)) return isDay(value) ? { day: value, time: '' } : undefined;
  const [, day = '', time = '', offset] = moment.exec(value) ?? [];
  // A field of the browser shows nothing for a day or an hour that no calendar has.
  if (!isDay(day) || time >= '24:00') return undefined;
  if (offset === undefined) return { day, time };
  const atMs = Date.parse(`${day}T${time}${offset}`);
  if (Number.isNaN(atMs)) return undefined;
  const parts = civilAt(atMs, zone);
  return { day: parts.slice(0, 10), time: parts.slice(11) };
}

export interface TypedDate {
  /** As the browser's fields give them: empty while they are typed by half, too. */
  readonly day: string;
  readonly time: string;
  /** Whether a part is typed and another is not. */
  readonly isHalf: boolean;
  /** Whether the keyboard has left the fields: what is empty then is meant to be. */
  readonly isLeft: boolean;
  readonly isRequired: boolean;
}

/** What an editor has typed; undefined while it is no date yet, or none may be taken away. */
export function dateTyped({
  day,
  time,
  isHalf,
  isLeft,
  isRequired,
}: TypedDate): { readonly day: string; readonly time: string } | undefined {
  // The first digit of a year makes one of the time before a thousand.
  if (isHalf || (day !== '' && day < '1000')) return undefined;
  if (day === '') return isLeft && !isRequired ? { day: '', time: '' } : undefined;
  return { day, time };
}

/** Front matter for a day and a time of the site's zone. */
export function frontMatterDate(day: string, time: string, zone: string): string {
  return time === '' ? day : `${day}T${time}${offsetAt(day, time, zone)}`;
}

function isDay(day: string): boolean {
  const atMs = Date.parse(`${day}T00:00Z`);
  return civilDate.test(day) && !Number.isNaN(atMs) && new Date(atMs).toISOString().startsWith(day);
}

/** "Monday, 10 November 2025"; nothing for what is no day. */
export function dayWords(day: string, lang: string): string {
  const atMs = Date.parse(day);
  if (!civilDate.test(day) || Number.isNaN(atMs)) return '';
  return new Intl.DateTimeFormat(lang, { timeZone: 'UTC', dateStyle: 'full' }).format(atMs);
}

/** "Monday, 10 November 2025 at 08:00, in 2 days". */
export function momentWords(value: string, zone: string, lang: string, nowMs: number): string {
  const input = inputOf(value, zone);
  if (input === undefined) return '';
  const atMs = Date.parse(
    `${input.day}T${input.time || '00:00'}${offsetAt(input.day, input.time || '00:00', zone)}`,
  );
  if (Number.isNaN(atMs)) return '';
  const date = new Intl.DateTimeFormat(lang, {
    timeZone: zone,
    dateStyle: 'full',
    ...(input.time === '' ? {} : { timeStyle: 'short' }),
  }).format(atMs);
  const minutes = Math.round((atMs - nowMs) / 60_000);
  const relative = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
  const [unit, per] = units.find(([, size]) => Math.abs(minutes) >= size) ?? (['minute', 1] as const);
  return `${date}, ${relative.format(Math.round(minutes / per), unit)}`;
}

const units = [
  ['year', 525_600],
  ['month', 43_800],
  ['day', 1440],
  ['hour', 60],
  ['minute', 1],
] as const;

/** `2025-11-10T08:00` as clocks of the zone show it. */
export function civilAt(atMs: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(atMs);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** Asked twice: near a change of clocks the first answer can be that of the other side. */
function offsetAt(day: string, time: string, zone: string): string {
  const civilMs = Date.parse(`${day}T${time}Z`);
  let offsetMinutes = 0;
  for (let round = 0; round < 2; round += 1) {
    const seen = Date.parse(`${civilAt(civilMs - offsetMinutes * 60_000, zone)}Z`);
    offsetMinutes = Math.round((seen - (civilMs - offsetMinutes * 60_000)) / 60_000);
  }
  const sign = offsetMinutes < 0 ? '-' : '+';
  const absolute = Math.abs(offsetMinutes);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${sign}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`;
}
