/** Structural similarity of two pictures of one size, by their brightness: 1 when they are the same. Wang et al. 2004. */

const WINDOW_PX = 8;
const STEP_PX = 4;
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;

/** One byte a pixel. */
export interface Brightness {
  readonly data: Buffer;
  readonly widthPx: number;
  readonly heightPx: number;
}

export function ssim(one: Brightness, other: Brightness): number {
  if (one.widthPx !== other.widthPx || one.heightPx !== other.heightPx)
    throw new RangeError('Only pictures of one size can be compared.');
  let sum = 0;
  let windows = 0;
  for (let y = 0; y + WINDOW_PX <= one.heightPx; y += STEP_PX) {
    for (let x = 0; x + WINDOW_PX <= one.widthPx; x += STEP_PX) {
      sum += likenessOfWindow(one.data, other.data, y * one.widthPx + x, one.widthPx);
      windows += 1;
    }
  }
  return sum / windows;
}

function likenessOfWindow(one: Buffer, other: Buffer, start: number, rowPx: number): number {
  let [sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0];
  for (let y = 0; y < WINDOW_PX; y += 1) {
    for (let at = start + y * rowPx; at < start + y * rowPx + WINDOW_PX; at += 1) {
      const a = one[at] ?? 0;
      const b = other[at] ?? 0;
      sumA += a;
      sumB += b;
      sumAA += a * a;
      sumBB += b * b;
      sumAB += a * b;
    }
  }
  const n = WINDOW_PX ** 2;
  const [meanA, meanB] = [sumA / n, sumB / n];
  const [varA, varB] = [sumAA / n - meanA ** 2, sumBB / n - meanB ** 2];
  const together = sumAB / n - meanA * meanB;
  return (
    ((2 * meanA * meanB + C1) * (2 * together + C2)) / ((meanA ** 2 + meanB ** 2 + C1) * (varA + varB + C2))
  );
}
