/** Optional properties under `exactOptionalPropertyTypes`: what is undefined is left out. Pure. */

type Defined<T> = { [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key] } & {
  [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>;
};

/** `{ ...defined({ caption }) }` has a caption only where there is one. */
export function defined<const T extends Readonly<Record<string, unknown>>>(properties: T): Defined<T>;
export function defined(properties: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const kept: Record<string, unknown> = {};
  for (const key in properties) {
    if (properties[key] !== undefined) kept[key] = properties[key];
  }
  return kept;
}
