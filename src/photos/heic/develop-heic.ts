/**
 * Develops a HEIC photo of a phone into a TIFF of its main picture, upright, with its colour profile: what all other
 * steps read. Decodes in a thread that ends with each photo, so that the decoder's memory is given back.
 */

import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { takeMemory } from '../memory-budget.ts';
import type { PhotoFault } from '../photo-fault.ts';
import { displayP3Profile } from '../sharp.ts';
import type { Outcome } from '../source-file.ts';
import { tiffHeader } from '../tiff-header.ts';
import { describeHeif, type HeifDescription } from './item-boxes.ts';

/** Of the decoder, its WebAssembly and the pixels that it gives. */
const BYTES_PER_PIXEL = 16;

/** Pixels of the largest HEIC: phones take 48 or 50 megapixels, and these stay below a gigabyte. */
const MAX_HEIC_PIXELS = 52_000_000;

/** A 48-megapixel photo takes 10 seconds on a slow machine. */
const MAX_SECONDS = 120;

/** Never throws for what the bytes are. */
export function developHeic(bytes: Buffer): Promise<Outcome<Buffer>> {
  const described = describeHeif(bytes);
  const { widthPx = 0, heightPx = 0 } = described;
  if (widthPx * heightPx > MAX_HEIC_PIXELS)
    return failed({ kind: 'too-many-pixels', widthPx, heightPx, most: MAX_HEIC_PIXELS, variant: 'a HEIC' });
  const pixels = widthPx * heightPx > 0 ? widthPx * heightPx : MAX_HEIC_PIXELS;
  return takeMemory(bytes.length * 2 + pixels * BYTES_PER_PIXEL, () => develop(bytes, described));
}

/** Plain JavaScript: a thread cannot load TypeScript. */
const THREAD = `
const { parentPort, workerData } = require('node:worker_threads');
const { HeifDecoder } = require(workerData.library);
const images = new HeifDecoder().decode(workerData.bytes);
const image = images.find((one) => one.is_primary()) ?? images[0];
if (image === undefined) parentPort.postMessage({ kind: 'no-picture' });
else {
  const [width, height] = [image.get_width(), image.get_height()];
  if (width * height > workerData.maxPixels) parentPort.postMessage({ kind: 'too-large', width, height });
  else {
    const target = { data: new Uint8ClampedArray(width * height * 4), width, height };
    image.display(target, (shown) => {
      if (!shown) return parentPort.postMessage({ kind: 'damaged' });
      const { data } = shown;
      const channels = image.has_alpha_channel() ? 4 : 3;
      // In place: a photo of 50 megapixels has 200 MB.
      if (channels === 3)
        for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
          data[to] = data[from];
          data[to + 1] = data[from + 1];
          data[to + 2] = data[from + 2];
        }
      parentPort.postMessage({ kind: 'picture', width, height, channels, data }, [data.buffer]);
    });
  }
}
`;

const answerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('no-picture') }),
  z.strictObject({ kind: z.literal('damaged') }),
  z.strictObject({ kind: z.literal('too-large'), width: z.int(), height: z.int() }),
  z.strictObject({
    kind: z.literal('picture'),
    width: z.int(),
    height: z.int(),
    channels: z.union([z.literal(3), z.literal(4)]),
    data: z.instanceof(Uint8ClampedArray),
  }),
]);
type Answer = z.infer<typeof answerSchema> | { readonly kind: 'too-slow' };

async function develop(bytes: Buffer, described: HeifDescription): Promise<Outcome<Buffer>> {
  const answer = await decodeInThread(bytes);
  switch (answer.kind) {
    case 'no-picture':
    case 'damaged':
      return failed({ kind: 'damaged', reason: 'its main picture cannot be decoded' });
    case 'too-slow':
      return failed({ kind: 'damaged', reason: 'decoding it never ends' });
    case 'too-large':
      return failed({
        kind: 'too-many-pixels',
        widthPx: answer.width,
        heightPx: answer.height,
        most: MAX_HEIC_PIXELS,
        variant: 'a HEIC',
      });
    case 'picture': {
      const { width, height, channels, data } = answer;
      const header = tiffHeader(width, height, channels, await profileOf(described));
      const pixels = Buffer.from(data.buffer, data.byteOffset, width * height * channels);
      return { ok: true, value: Buffer.concat([header, pixels]) };
    }
  }
}

function decodeInThread(bytes: Buffer): Promise<Answer> {
  const library = createRequire(import.meta.url).resolve('libheif-js/wasm-bundle');
  return new Promise((resolve, reject) => {
    const worker = new Worker(THREAD, {
      eval: true,
      workerData: { library, bytes: new Uint8Array(bytes), maxPixels: MAX_HEIC_PIXELS },
      // The decoder writes its complaints there; ours are diagnostics.
      stdout: true,
      stderr: true,
    });
    const timer = setTimeout(() => finish({ kind: 'too-slow' }), MAX_SECONDS * 1000);
    const finish = (answer: Answer) => {
      clearTimeout(timer);
      // Ending it is an exit, too.
      worker.removeAllListeners('exit');
      worker.terminate().then(() => resolve(answer), reject);
    };
    worker.once('message', (message: unknown) => finish(answerSchema.parse(message)));
    // WebAssembly traps and runs out of memory on files that were made to break decoders.
    worker.once('error', () => finish({ kind: 'damaged' }));
    worker.once('exit', () => finish({ kind: 'damaged' }));
  });
}

async function profileOf({ icc, primaries }: HeifDescription): Promise<Buffer | undefined> {
  if (icc !== undefined) return icc;
  return primaries === DISPLAY_P3 || primaries === BT2020 ? await displayP3Profile() : undefined;
}

const DISPLAY_P3 = 12;
/** Phones that name it hold colours of Display P3, which it contains. */
const BT2020 = 9;

async function failed(fault: PhotoFault): Promise<{ readonly ok: false; readonly fault: PhotoFault }> {
  return { ok: false, fault };
}
