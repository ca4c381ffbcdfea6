/** Drops files where something takes them, as from a folder of the desktop. */

import type { Locator, Page } from 'playwright-core';

interface DroppedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export async function dropFiles(target: Locator, files: readonly DroppedFile[]): Promise<void> {
  await target.dispatchEvent('drop', { dataTransfer: await dataTransfer(target.page(), files) });
}

export async function dataTransfer(page: Page, files: readonly DroppedFile[]) {
  return await page.evaluateHandle(
    (given) => {
      const data = new DataTransfer();
      for (const { name, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        data.items.add(new File([bytes], name, { type: 'image/jpeg' }));
      }
      return data;
    },
    files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') })),
  );
}
