/** What not every query needs, fetched when one does: dates, phrases and passages, and what is asked where nothing is found. */

interface Parts {
  readonly aids: typeof import('../search-aids.ts');
  readonly dates: typeof import('../search-dates.ts');
  readonly further: typeof import('../search-further.ts');
}

export function searchAids(): Promise<Parts['aids']> {
  return load('aids');
}

export function searchDates(): Promise<Parts['dates']> {
  return load('dates');
}

export function searchFurther(): Promise<Parts['further']> {
  return load('further');
}

/** The form says where each lies. A browser fetches a script once, and again where it could not be had. */
async function load<Name extends keyof Parts>(name: Name): Promise<Parts[Name]> {
  return await import(document.querySelector<HTMLElement>('.search-form')?.dataset[name] ?? '');
}
