/**
 * Local times of a time zone as moments, by the zone's own rules alone: the same on every machine in every season.
 * (luxon decides a time that comes twice by the season in which it is asked.) Pure; times in milliseconds.
 */

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** The moments at which clocks of the zone show a time: none where they leap over it, two where it comes twice. */
export function momentsOf(localMs: number, zone: string): readonly number[] {
  const moments = offsetsAround(localMs, zone).map((offset) => localMs - offset * minuteMs);
  const fitting = moments.filter((ms) => ms + offsetAt(ms, zone) * minuteMs === localMs);
  return [...new Set(fitting)].sort((a, b) => a - b);
}

/** The moment of a local time: of two the first; where clocks leap over it, the moment at which they do. */
export function momentOf(localMs: number, zone: string): number {
  const [first] = momentsOf(localMs, zone);
  if (first !== undefined) return first;
  // With the offset before the leap, clocks would show it just when they leap or a while later.
  const shown = localMs - Math.min(...offsetsAround(localMs, zone)) * minuteMs;
  return leapBefore(shown, zone);
}

/** When a civil day begins in the zone. @param day `YYYY-MM-DD` */
export function startOfDay(day: string, zone: string): number {
  return momentOf(Date.parse(`${day}T00:00:00Z`), zone);
}

/** The last second of a civil day in the zone. @param day `YYYY-MM-DD` */
export function endOfDay(day: string, zone: string): number {
  return momentOf(Date.parse(`${day}T00:00:00Z`) + dayMs, zone) - 1000;
}

/** Minutes that clocks of the zone are ahead of UTC. */
export function offsetAt(ms: number, zone: string): number {
  const day = Math.floor(ms / dayMs);
  const offset = offsetAtStart(day, zone);
  // No zone changes twice within a day: where both ends agree, so does what lies between.
  return offset === offsetAtStart(day + 1, zone) ? offset : askZone(ms, zone);
}

/** By zone and day since 1970. */
const offsetsAtStarts = new Map<string, Map<number, number>>();

function offsetAtStart(day: number, zone: string): number {
  const known = offsetsAtStarts.get(zone) ?? new Map<number, number>();
  if (known.size === 0) offsetsAtStarts.set(zone, known);
  const offset = known.get(day) ?? askZone(day * dayMs, zone);
  known.set(day, offset);
  return offset;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Minutes, with the seconds of old local times as a fraction. Luxon says the same in twelve times the time. */
function askZone(ms: number, zone: string): number {
  const clock =
    clocks.get(zone) ?? new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  clocks.set(zone, clock);
  // `1/2/2024, GMT+08:00`, `GMT-00:44:30`, `GMT`.
  const [, sign, hours, minutes, seconds] =
    /GMT(?:([+-])(\d+):(\d+)(?::(\d+))?)?$/u.exec(clock.format(ms)) ?? [];
  const offset = Number(hours ?? 0) * 60 + Number(minutes ?? 0) + Number(seconds ?? 0) / 60;
  return sign === '-' ? -offset : offset;
}

/** `+08:00` */
export function printOffset(minutes: number): string {
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

/** `2024-01-02T08:00:00+08:00`: a moment as clocks of the zone show it, to the second. */
export function printMoment(ms: number, zone: string): string {
  // Offsets before 1900 have seconds, which no format can write.
  const offset = Math.round(offsetAt(ms, zone));
  const local = new Date(Math.floor(ms / 1000) * 1000 + offset * minuteMs).toISOString();
  return `${local.slice(0, -'.000Z'.length)}${printOffset(offset)}`;
}

/** The civil day that a moment belongs to in the zone. */
export function dayAt(ms: number, zone: string): string {
  return printMoment(ms, zone).slice(0, 'YYYY-MM-DD'.length);
}

/** Those a day before and a day after: no zone changes twice in between. */
function offsetsAround(localMs: number, zone: string): readonly number[] {
  return [offsetAt(localMs - dayMs, zone), offsetAt(localMs + dayMs, zone)];
}

/** The moment at which the offset changed in the day and a half before a moment, to the second. */
function leapBefore(ms: number, zone: string): number {
  let [before, after] = [ms - 1.5 * dayMs, ms];
  const old = offsetAt(before, zone);
  if (offsetAt(after, zone) === old) return ms;
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2000) * 1000;
    if (middle <= before) break;
    if (offsetAt(middle, zone) === old) before = middle;
    else after = middle;
  }
  return after;
}
