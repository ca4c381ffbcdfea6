/** The press kits of all articles, found beside the photo cache or written, one after the other. */

import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PhotoPipeline } from '../photos/photo-pipeline.ts';
import { planPressKits } from '../site/press-kit.ts';
import type { PressKitLink, Site } from '../site/site.ts';
import type { Project } from './project.ts';

export interface PressKitFiles {
  /** By path in the output, the file to publish there. */
  readonly files: ReadonlyMap<string, string>;
  /** By the article's url. */
  readonly links: ReadonlyMap<string, PressKitLink>;
  readonly diagnostics: readonly Diagnostic[];
}

export interface MakeOptions {
  readonly signal: AbortSignal;
  /** Whether the output has a file already. */
  readonly isPublished: (file: string) => boolean;
  readonly onProgress: (done: number, total: number) => void;
}

export async function makePressKits(
  site: Site,
  photos: PhotoPipeline,
  { signal, isPublished, onProgress }: MakeOptions,
): Promise<PressKitFiles> {
  const files = new Map<string, string>();
  const links = new Map<string, PressKitLink>();
  const diagnostics: Diagnostic[] = [];
  const kits = planPressKits(site);
  let done = 0;
  for (const [url, kit] of kits) {
    signal.throwIfAborted();
    const written = await photos.kit(kit, { isPublished });
    if (written.ok) {
      files.set(kit.path, written.path);
      links.set(url, { path: kit.path, photoCount: kit.photos.length, sizeBytes: written.sizeBytes });
    } else {
      diagnostics.push(written.diagnostic);
    }
    done += 1;
    onProgress(done, kits.size);
  }
  return { files, links, diagnostics };
}

export function kitFolderOf(project: Project): string {
  return path.join(project.cache, 'press-kits');
}
