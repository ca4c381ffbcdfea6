/** Offers the photos of an article for printing. */

import type { Article, PressKitLink } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { Said } from './said.tsx';

interface PressKitProps {
  readonly story: Article;
  readonly context: RenderContext;
}

export function PressKit({ story: { pressKit: kit, url }, context }: PressKitProps) {
  if (kit === undefined) return null;
  return (
    <p class="press-kit">
      <strong>
        <Said word="pressKit" edition={context.edition}>
          {context.edition.messages.pressKit}
        </Said>
      </strong>{' '}
      <PressKitFile kit={kit} storyUrl={url} context={context} />
    </p>
  );
}

interface PressKitFileProps {
  readonly kit: PressKitLink;
  readonly storyUrl: string;
  readonly context: RenderContext;
}

/** The link to the ZIP, with how much is in it. */
export function PressKitFile({ kit, storyUrl, context }: PressKitFileProps) {
  const { messages, locale } = context.edition;
  const slug = storyUrl.split('/').findLast((part) => part !== '') ?? 'photos';
  return (
    <>
      <a href={context.site.href(`/${kit.path}`)} download={`${slug}-press-kit.zip`}>
        <Said word="pressKitPhotos" edition={context.edition}>
          {messages.pressKitPhotos(kit.photoCount)}
        </Said>
      </a>
      {kit.sizeBytes !== undefined && ` (ZIP, ${formatMegabytes(kit.sizeBytes, locale)})`}
    </>
  );
}

function formatMegabytes(bytes: number, locale: string): string {
  return Math.max(0.1, bytes / 1e6).toLocaleString(locale, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  });
}
