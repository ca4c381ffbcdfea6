/** Offers the photos of an article for printing. */

import type { Article } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { Said } from './said.tsx';

interface PressKitProps {
  readonly story: Article;
  readonly context: RenderContext;
}

export function PressKit({ story, context }: PressKitProps) {
  const { pressKit: kit, url } = story;
  if (kit === undefined) return null;
  const { messages, locale } = context.edition;
  const slug = url.split('/').findLast((part) => part !== '') ?? 'photos';
  return (
    <p class="press-kit">
      <strong>
        <Said word="pressKit" edition={context.edition}>
          {messages.pressKit}
        </Said>
      </strong>{' '}
      <a href={context.site.href(`/${kit.path}`)} download={`${slug}-press-kit.zip`}>
        <Said word="pressKitPhotos" edition={context.edition}>
          {messages.pressKitPhotos(kit.photoCount)}
        </Said>
      </a>
      {kit.sizeBytes !== undefined && ` (ZIP, ${formatMegabytes(kit.sizeBytes, locale)})`}
    </p>
  );
}

function formatMegabytes(bytes: number, locale: string): string {
  return Math.max(0.1, bytes / 1e6).toLocaleString(locale, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  });
}
