/**
 * Writes the ICC profile of colours that are told by their primaries, their white and one gamma. Source: ICC.1:2001-04;
 * the white is adapted as Bradford has it. Pure.
 */

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** CIE 1931. */
export interface Chromaticity {
  readonly x: number;
  readonly y: number;
}

export interface Colours {
  /** The exponent that makes light of numbers, such as 2.2. */
  readonly gamma: number;
  readonly white: Chromaticity;
  readonly red: Chromaticity;
  readonly green: Chromaticity;
  readonly blue: Chromaticity;
}

export const srgbColours = {
  white: { x: 0.3127, y: 0.329 },
  red: { x: 0.64, y: 0.33 },
  green: { x: 0.3, y: 0.6 },
  blue: { x: 0.15, y: 0.06 },
} as const;

/** White of profiles. */
const D50: Triple = [0.9642, 1, 0.8249];
const BRADFORD: Matrix = [
  [0.8951, 0.2664, -0.1614],
  [-0.7502, 1.7135, 0.0367],
  [0.0389, -0.0685, 1.0296],
];

const HEADER_BYTES = 128;

/** Undefined for primaries that span no colours. */
export function iccProfile({ gamma, white, red, green, blue }: Colours): Buffer | undefined {
  const whiteXyz = xyzOf(white);
  const primaries = transposed([xyzOf(red), xyzOf(green), xyzOf(blue)]);
  const shares = inverse(primaries);
  const bradfordBack = inverse(BRADFORD);
  if (shares === undefined || bradfordBack === undefined) return undefined;
  const [r, g, b] = applied(shares, whiteXyz);
  const scaled = transposed([times(xyzOf(red), r), times(xyzOf(green), g), times(xyzOf(blue), b)]);
  const [from, to] = [applied(BRADFORD, whiteXyz), applied(BRADFORD, D50)];
  const cones: Matrix = [
    [to[0] / from[0], 0, 0],
    [0, to[1] / from[1], 0],
    [0, 0, to[2] / from[2]],
  ];
  const [redD50, greenD50, blueD50] = transposed(
    product(bradfordBack, product(cones, product(BRADFORD, scaled))),
  );
  const curve = curveTag(gamma);
  return withHeader('RGB ', [
    ['desc', description('As the file says')],
    ['cprt', text('No copyright')],
    ['wtpt', xyzTag(D50)],
    ['rXYZ', xyzTag(redD50)],
    ['gXYZ', xyzTag(greenD50)],
    ['bXYZ', xyzTag(blueD50)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]);
}

/** Of greys. */
export function greyIccProfile(gamma: number): Buffer {
  return withHeader('GRAY', [
    ['desc', description('As the file says')],
    ['cprt', text('No copyright')],
    ['wtpt', xyzTag(D50)],
    ['kTRC', curveTag(gamma)],
  ]);
}

function curveTag(gamma: number): Buffer {
  const curve = Buffer.alloc(16);
  curve.write('curv', 'latin1');
  curve.writeUInt32BE(1, 8);
  curve.writeUInt16BE(Math.min(0xffff, Math.round(gamma * 256)), 12);
  return curve;
}

function withHeader(
  space: 'RGB ' | 'GRAY',
  tags: readonly (readonly [name: string, content: Buffer])[],
): Buffer {
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length);
  let at = HEADER_BYTES + table.length;
  for (const [index, [name, content]] of tags.entries()) {
    table.write(name, 4 + index * 12, 'latin1');
    table.writeUInt32BE(at, 8 + index * 12);
    table.writeUInt32BE(content.length, 12 + index * 12);
    at += content.length;
  }
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32BE(at);
  header.writeUInt32BE(0x02400000, 8);
  header.write(`mntr${space}XYZ `, 12, 'latin1');
  // A day that is the same on every machine.
  header.writeUInt16BE(2000, 24);
  header.writeUInt16BE(1, 26);
  header.writeUInt16BE(1, 28);
  header.write('acsp', 36, 'latin1');
  for (const [index, value] of D50.entries()) header.writeInt32BE(fixed(value), 68 + index * 4);
  return Buffer.concat([header, table, ...tags.map(([, content]) => content)]);
}

function xyzTag(value: Triple): Buffer {
  const tag = Buffer.alloc(20);
  tag.write('XYZ ', 'latin1');
  for (const [index, one] of value.entries()) tag.writeInt32BE(fixed(one), 8 + index * 4);
  return tag;
}

function text(value: string): Buffer {
  return padded(Buffer.concat([Buffer.from('text\0\0\0\0', 'latin1'), Buffer.from(`${value}\0`, 'latin1')]));
}

function description(value: string): Buffer {
  const ascii = Buffer.from(`${value}\0`, 'latin1');
  const count = Buffer.alloc(4);
  count.writeUInt32BE(ascii.length);
  // No Unicode, no script of old Macintoshes.
  return padded(
    Buffer.concat([Buffer.from('desc\0\0\0\0', 'latin1'), count, ascii, Buffer.alloc(8 + 3 + 67)]),
  );
}

function padded(content: Buffer): Buffer {
  return Buffer.concat([content, Buffer.alloc((4 - (content.length % 4)) % 4)]);
}

function fixed(value: number): number {
  return Math.round(value * 65_536);
}

function xyzOf({ x, y }: Chromaticity): Triple {
  return [x / y, 1, (1 - x - y) / y];
}

function times([a, b, c]: Triple, factor: number): Triple {
  return [a * factor, b * factor, c * factor];
}

function applied(matrix: Matrix, [x, y, z]: Triple): Triple {
  const [first, second, third] = matrix;
  const row = ([a, b, c]: Triple) => a * x + b * y + c * z;
  return [row(first), row(second), row(third)];
}

function transposed([[a, b, c], [d, e, f], [g, h, i]]: Matrix): Matrix {
  return [
    [a, d, g],
    [b, e, h],
    [c, f, i],
  ];
}

function product(left: Matrix, right: Matrix): Matrix {
  const [first, second, third] = transposed(right);
  return transposed([applied(left, first), applied(left, second), applied(left, third)]);
}

function inverse([[a, b, c], [d, e, f], [g, h, i]]: Matrix): Matrix | undefined {
  const determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  if (!Number.isFinite(determinant) || Math.abs(determinant) < 1e-9) return undefined;
  const adjugate: Matrix = [
    [e * i - f * h, c * h - b * i, b * f - c * e],
    [f * g - d * i, a * i - c * g, c * d - a * f],
    [d * h - e * g, b * g - a * h, a * e - b * d],
  ];
  const [first, second, third] = adjugate;
  return [times(first, 1 / determinant), times(second, 1 / determinant), times(third, 1 / determinant)];
}
