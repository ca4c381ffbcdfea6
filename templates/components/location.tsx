/** Where it is what a picture of a map shows: in words, and as links that open a map elsewhere. Nothing of it is loaded. */

import type { PhotoLocation } from '../../src/markdown/read-location.ts';
import { geoAddress, mapAddress } from '../../src/site/map-links.ts';
import type { RenderContext } from '../page-template.ts';
import { Said } from './said.tsx';

interface LocationProps {
  readonly location: PhotoLocation;
  readonly context: RenderContext;
}

export function Location({ location, context: { edition } }: LocationProps) {
  const { messages } = edition;
  const map = mapAddress(location);
  const geo = geoAddress(location);
  return (
    <span class="caption-place">
      {location.place}
      {map !== undefined && geo !== undefined && (
        <>
          {' · '}
          <a href={map}>
            <Said word="openMap" edition={edition}>
              {messages.openMap}
            </Said>
          </a>
          {' · '}
          <a href={geo}>
            <Said word="openMapApp" edition={edition}>
              {messages.openMapApp}
            </Said>
          </a>
        </>
      )}
    </span>
  );
}
