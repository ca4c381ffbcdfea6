/** The generator in workers of the editor's page: typing goes on while they work. */

import { z } from 'zod';
import type { StoryEntry } from '../../../../src/editor/store-messages.ts';
import { type EditorSettings, pasteAnswer } from '../../../../src/editor/store-messages.ts';
import type { Assets } from '../../../../src/site/assets.ts';
import type { PhotoReader, PhotoReading, PhotoSize } from '../stores/photo-reader.ts';
import type { DraftPage, SiteReader } from '../stores/site-reader.ts';
import { type Caller, callWorker } from './call-worker.ts';

export interface WorkerAddresses {
  readonly site: string;
  readonly paste: string;
}

export interface BrowserSite {
  readonly site: SiteReader;
  readonly photos: PhotoReader;
}

/** @param assets of the published site */
export function workerSite(addresses: WorkerAddresses, assets: () => Promise<Assets>): BrowserSite {
  const [worker, paster] = [callWorker(addresses.site), callWorker(addresses.paste)];
  let begun: Promise<unknown> | undefined;
  const call = async <T>(method: string, argument: unknown, answer: z.ZodType<T>): Promise<T> => {
    begun ??= assets().then((given) => worker('begin', given));
    await begun;
    return answer.parse(await worker(method, argument));
  };
  return {
    site: {
      load: (texts) => call('load', texts, z.custom<EditorSettings>()),
      entries: (stories) => call('entries', stories, z.custom<readonly StoryEntry[]>()),
      render: (draft) => call('render', draft, z.custom<DraftPage>()),
      paste: async (html) => pasteAnswer.parse(await paster('paste', html)),
    },
    photos: browserPhotos(worker),
  };
}

/** Pages of drafts that a frame may still show. */
const maximumPages = 12;

function browserPhotos(worker: Caller): PhotoReader {
  const pages: string[] = [];
  return {
    isPicture: (file) => /\.(?:jpe?g|png|webp|tiff?|avif|gif|heic|heif)$/iu.test(file),
    read: async (name, bytes) => z.custom<PhotoReading>().parse(await worker('photo', { name, bytes })),
    measure: async (bytes) => z.custom<PhotoSize | undefined>().parse(await worker('measure', bytes)),
    address: (bytes) => URL.createObjectURL(new Blob([bytes])),
    pageAddress: (html) => {
      const address = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
      pages.push(address);
      if (pages.length > maximumPages) URL.revokeObjectURL(pages.shift() ?? '');
      return address;
    },
  };
}
