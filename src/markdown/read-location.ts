/** `{place="Lecture Hall 3, Main Building" geo="39.9905,116.3526"}`: where it is what a picture of a map shows. Pure. */

import { defined } from '../text/defined.ts';

/** A place in words, and where it lies in degrees. */
export interface PhotoLocation {
  readonly place: string;
  readonly latitude?: number;
  readonly longitude?: number;
}

export type LocationReading =
  | { readonly ok: true; readonly location: PhotoLocation | undefined }
  | { readonly ok: false; readonly message: string; readonly hint: string };

const decimals = /^\s*([-+]?\d{1,3}(?:\.\d+)?)\s*[,，;]\s*([-+]?\d{1,3}(?:\.\d+)?)\s*$/u;
const example = 'geo="39.9905,116.3526"';

export function readLocation(place: string | undefined, geo: string | undefined): LocationReading {
  if (geo === undefined)
    return { ok: true, location: place === undefined || place === '' ? undefined : { place } };
  const [, first = '', second = ''] = decimals.exec(geo) ?? [];
  if (first === '') {
    const converted = fromDegrees(geo);
    return {
      ok: false,
      message: `"${geo}" is not where a place lies.`,
      hint: `Write latitude and longitude in degrees with a point: {${converted === undefined ? example : `geo="${converted}"`}}`,
    };
  }
  const [latitude, longitude] = [Number(first), Number(second)];
  if (Math.abs(latitude) > 90 && Math.abs(longitude) <= 90) {
    return {
      ok: false,
      message: 'The latitude (north or south) comes first, and is never more than 90.',
      hint: `Write geo="${second},${first}"`,
    };
  }
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
    return {
      ok: false,
      message: `"${geo}" lies nowhere on the earth.`,
      hint: `Write latitude and longitude as a map shows them: {${example}}`,
    };
  }
  if (place === undefined || place === '') {
    return {
      ok: false,
      message: 'The map does not say in words where the place is.',
      hint: `Write its name and address too: {place="Main Building, 30 Xueyuan Road" geo="${geo.trim()}"}`,
    };
  }
  return { ok: true, location: { place, ...defined({ latitude, longitude }) } };
}

/** `39°59'26"N 116°21'9"E` in decimals. */
function fromDegrees(geo: string): string | undefined {
  const parts = [
    ...geo.matchAll(
      /(\d{1,3})\s*°\s*(?:(\d{1,2})\s*['’′]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*["”″]\s*)?([NSEW])/giu,
    ),
  ];
  if (parts.length !== 2) return undefined;
  const degrees = parts.map(([, whole = '0', minutes = '0', seconds = '0', side = '']) => {
    const value = Number(whole) + Number(minutes) / 60 + Number(seconds) / 3600;
    return {
      side: side.toUpperCase(),
      text: (/[SW]/iu.test(side) ? -value : value).toFixed(5).replace(/\.?0+$/u, ''),
    };
  });
  const latitude = degrees.find(({ side }) => side === 'N' || side === 'S');
  const longitude = degrees.find(({ side }) => side === 'E' || side === 'W');
  return latitude === undefined || longitude === undefined ? undefined : `${latitude.text},${longitude.text}`;
}
