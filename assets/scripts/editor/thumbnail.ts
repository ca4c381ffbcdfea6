/** Shows a thumbnail once its address is known; without one the picture goes. */

export function showThumbnail(image: HTMLImageElement, address: Promise<string>): void {
  address
    .then((source) => {
      if (source === '') image.remove();
      else image.src = source;
    })
    .catch(() => image.remove());
}
