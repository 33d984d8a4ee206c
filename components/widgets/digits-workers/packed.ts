import type { DigitImages } from "@downhill/optim/data";

/** Images of 8×8 pixels from 0 to 16, one after another, and the digit that each shows. */
export interface Digits {
  readonly count: number;
  readonly pixels: Uint8Array;
  readonly labels: Uint8Array;
}

export const PIXELS = 64;
const INK = 16;
const FIRST = "a".charCodeAt(0);
const LINE = /^[a-q]{64}[0-9]$/;

/**
 * Images as lines of one letter for each pixel, a for 0 to q for 16, and the digit.
 * @throws RangeError for an image of another form, with its number.
 */
export function packDigits({ X, y }: DigitImages): string {
  const lines = X.map((pixels, index) => {
    const line = `${String.fromCharCode(...pixels.map((pixel) => FIRST + pixel))}${y[index]}`;
    if (!pixels.every(isInk) || !LINE.test(line))
      throw new RangeError(
        `digits: row ${index + 1} must be ${PIXELS} pixels from 0 to ${INK} and a digit`,
      );
    return line;
  });
  return `${lines.join("\n")}\n`;
}

const isInk = (pixel: number) => Number.isInteger(pixel) && pixel >= 0 && pixel <= INK;

/**
 * The inverse of `packDigits`.
 * @throws RangeError for a line of another form, with its number: the file is not what was packed.
 */
export function unpackDigits(text: string): Digits {
  const lines = text.trimEnd().split("\n");
  const pixels = new Uint8Array(PIXELS * lines.length);
  const labels = new Uint8Array(lines.length);
  lines.forEach((line, row) => {
    if (!LINE.test(line))
      throw new RangeError(`line ${row + 1} of the digits is not an image. Reload the page`);
    for (let i = 0; i < PIXELS; i++) pixels[PIXELS * row + i] = line.charCodeAt(i) - FIRST;
    labels[row] = Number(line[PIXELS]);
  });
  return { count: lines.length, pixels, labels };
}
