/** What is new between two versions, from the generator's changelog. Pure. */

/** Sections of versions after `from`, up to `to`, as they stand in the file. */
export function changesBetween(changelog: string, from: string, to: string): string {
  const sections = changelog.split(/^(?=## )/mu).filter((section) => section.startsWith('## '));
  return sections
    .filter((section) => {
      const version = /^## v?(\d+\.\d+\.\d+)/u.exec(section)?.[1];
      return version !== undefined && compareVersions(version, from) > 0 && compareVersions(version, to) <= 0;
    })
    .map((section) => section.trim())
    .join('\n\n');
}

/** Negative where the first is older. */
export function compareVersions(one: string, other: string): number {
  const numbers = (version: string) => version.split('.').map(Number);
  const [a, b] = [numbers(one), numbers(other)];
  const index = a.findIndex((number, place) => number !== b[place]);
  return index === -1 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}
