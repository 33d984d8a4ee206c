type Triple = readonly [number, number, number];

/**
 * Two colours mixed as `color-mix(in oklab, …)` does it.
 *
 * @param share of the first colour, from 0 to 1.
 * @returns `#rrggbb`. The matrices are those of Björn Ottosson, "A perceptual color space", 2020.
 */
export function mixInOklab(one: string, share: number, other: string): string {
  const a = toOklab(one);
  const b = toOklab(other);
  const mixed = a.map((value, i) => share * value + (1 - share) * b[i]!);
  return fromOklab(mixed as unknown as Triple);
}

function toOklab(hex: string): Triple {
  const rgb = [1, 3, 5].map((at) => toLinear(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  return times(TO_LAB, times(TO_CONES, rgb as unknown as Triple).map(Math.cbrt) as never);
}

function fromOklab(lab: Triple): string {
  const cones = times(FROM_LAB, lab).map((value) => value ** 3);
  const rgb = times(FROM_CONES, cones as never).map((value) => {
    const byte = Math.round(255 * fromLinear(Math.min(1, Math.max(0, value))));
    return byte.toString(16).padStart(2, "0");
  });
  return `#${rgb.join("")}`;
}

// The curve of sRGB, IEC 61966-2-1.
function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
function fromLinear(value: number): number {
  return value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
}

function times(matrix: readonly Triple[], [x, y, z]: Triple): Triple {
  return matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Triple;
}

const TO_CONES: readonly Triple[] = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const TO_LAB: readonly Triple[] = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const FROM_LAB: readonly Triple[] = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];
const FROM_CONES: readonly Triple[] = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];
