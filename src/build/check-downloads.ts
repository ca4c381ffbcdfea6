/**
 * Examines the files that documents offer beside their photos: what a build would refuse is known when the content is
 * checked, and what Git has left in a file is not published.
 */

import path from 'node:path';
import type { Content } from '../content/load-content.ts';
import { type Diagnostic, sortDiagnostics, startOf } from '../diagnostics/diagnostic.ts';
import { unfinishedMerge } from '../diagnostics/unfinished-merge.ts';
import { readOrdinaryWithin } from '../disk/ordinary-file.ts';
import { photoDiagnostic } from '../photos/photo-fault.ts';
import { examineDownload, examinePhotoDownload } from '../photos/prepare-download.ts';
import { offeredFiles } from '../site/offered-files.ts';

interface DownloadOptions {
  readonly contentFolder: string;
  readonly displayFolder: string;
  readonly nowMs: number;
  /** Whether photos are cleaned to see whether they can be; a build cleans those that it publishes itself. */
  readonly cleansPhotos: boolean;
}

const textEnding = /\.(?:txt|csv|tsv|json|geojson|ics|vcf|bib|ris|rtf|srt|vtt)$/iu;
/** The site's own drawings and styles, which no document names. */
const themeText = /^theme\/.*\.(?:svg|css|json|txt)$/iu;
/** A larger data set is made by a program, and merged by none. */
const maximumMergedBytes = 20_000_000;
/** A row of bars alone separates columns as well. */
const mergeMark = /^(?:<{7}|>{7})(?: .*)?\r?$/mu;

export async function checkDownloads(
  content: Content,
  options: DownloadOptions,
): Promise<readonly Diagnostic[]> {
  const { contentFolder, displayFolder } = options;
  const diagnostics: Diagnostic[] = [];
  for (const file of offeredFiles(content, options.nowMs).keys()) {
    const examined = await examineDownload(contentFolder, file);
    const place = startOf(`${displayFolder}/${file}`);
    if (!examined.ok) diagnostics.push(photoDiagnostic(examined.fault, file, place));
    else if (examined.value.photo !== undefined) {
      const fault = options.cleansPhotos
        ? await examinePhotoDownload(contentFolder, file, examined.value.photo)
        : undefined;
      if (fault !== undefined) diagnostics.push(photoDiagnostic(fault, file, place));
    } else if (textEnding.test(file)) {
      diagnostics.push(...mergeIn(contentFolder, file, displayFolder));
    }
  }
  const ofTheme = [...content.files].filter((file) => themeText.test(file));
  diagnostics.push(...ofTheme.flatMap((file) => mergeIn(contentFolder, file, displayFolder)));
  return sortDiagnostics(diagnostics);
}

function mergeIn(contentFolder: string, file: string, displayFolder: string): readonly Diagnostic[] {
  const reading = readOrdinaryWithin(path.join(contentFolder, file), {
    inside: contentFolder,
    maximumBytes: maximumMergedBytes,
  });
  if (!reading.ok) return [];
  const { bytes } = reading;
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = bytes.toString(isWide ? 'utf16le' : 'utf8').replace(/^\uFEFF/u, '');
  if (!mergeMark.test(text)) return [];
  const merge = unfinishedMerge(text.replace(/\r\n?/gu, '\n'), `${displayFolder}/${file}`);
  return merge === undefined ? [] : [merge];
}
