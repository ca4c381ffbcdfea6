/**
 * A moment as the servers write it. Numbers are seconds, thousandths, millionths or billionths of one since 1970, told by
 * their size; what has no offset is in UTC. Pure.
 */

/** With its offset, in ISO's form or that of nginx and Apache; or milliseconds since 1970. */
export type LogMoment = string | number;

export function parseMoment(value: string | number): LogMoment {
  const number =
    typeof value === 'number' ? value : /^\d+(?:\.\d+)?$/u.test(value) ? Number(value) : undefined;
  if (number !== undefined) {
    if (number < 1e11) return number * 1000;
    if (number < 1e14) return number;
    return number < 1e17 ? number / 1000 : number / 1e6;
  }
  // Apache's `%t` has its brackets within a field, too.
  const text = String(value).replace(/^\[(.*)\]$/u, '$1');
  const [, year, month, day, clock] =
    /^(\d{4})[/-](\d\d)[/-](\d\d)[ T]([\d:.,]+)(?: ?(?:UTC|GMT))?$/u.exec(text) ?? [];
  if (clock !== undefined) return `${year}-${month}-${day}T${clock}Z`;
  const [, date, name, hours] =
    /^(?:[A-Z][a-z]{2}, )?(\d\d) ([A-Z][a-z]{2}) (\d{4} [\d:]{8}) (?:GMT|UTC|\+0000)$/u.exec(text) ?? [];
  if (hours !== undefined) return `${date}/${name}/${hours.replace(' ', ':')} +0000`;
  // The offset stands behind a space, or without its colon.
  return text
    .replace(/^(\d{4}-\d\d-\d\d[ T][\d:.,]+) ?([+-]\d\d):?(\d\d)$/u, '$1$2:$3')
    .replace(/^(\d{4}-\d\d-\d\d) /u, '$1T');
}
