/** Addresses at which a map shows a place: plain links, which nothing follows by itself. Pure. */

import type { PhotoLocation } from '../markdown/read-location.ts';

/** Some streets around the place. */
const zoom = 17;

/** Undefined where only words say where it is. */
export function mapAddress({ latitude, longitude }: PhotoLocation): string | undefined {
  if (latitude === undefined || longitude === undefined) return undefined;
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=${zoom}/${latitude}/${longitude}`;
}

/** As RFC 5870 writes it, for the map program of a phone. */
export function geoAddress({ latitude, longitude }: PhotoLocation): string | undefined {
  return latitude === undefined || longitude === undefined ? undefined : `geo:${latitude},${longitude}`;
}
