/** Plans the rows of a gallery, so that each of them is full: 3 + 2 + 2 rather than 3 + 3 + 1. Pure. */

/** Sum of the aspect ratios of a row as wide as the gallery (54rem) and 15rem high. */
const wantedRatio = 3.6;
/** A caption below a photo that is narrower has five lines. */
const narrowestRem = 12;
const galleryRem = 54;

/**
 * Numbers of photos, row by row: those whose rows are nearest to the wanted height.
 * @param ratios width by height of each photo
 */
export function planRows(ratios: readonly number[]): readonly number[] {
  // Of three and five the first leads, if it lies; the others stand in pairs.
  const [first = 0] = ratios;
  if (first >= 1.2 && ratios.length === 3) return [1, 2];
  if (first >= 1.2 && ratios.length === 5) return [1, 2, 2];
  /** Of the first n photos: the smallest cost, and where their last row begins. */
  const best: { readonly cost: number; readonly from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= ratios.length; end += 1) {
    let choice = { cost: Number.POSITIVE_INFINITY, from: 0 };
    let sum = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let from = end - 1; from >= 0; from -= 1) {
      sum += ratios[from] ?? 1;
      least = Math.min(least, ratios[from] ?? 1);
      const narrowness = Math.max(0, Math.log((narrowestRem * sum) / (galleryRem * least)));
      const cost = (best[from]?.cost ?? 0) + Math.log(sum / wantedRatio) ** 2 + 4 * narrowness ** 2;
      if (cost < choice.cost) choice = { cost, from };
    }
    best.push(choice);
  }
  const rows: number[] = [];
  for (let end = ratios.length; end > 0; end = best[end]?.from ?? 0) rows.push(end - (best[end]?.from ?? 0));
  return rows.reverse();
}
