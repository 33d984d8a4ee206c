/** A colour as red, green and blue from 0 to 1, linear in light. */
export type Linear = readonly [number, number, number];

export type Vision = "typical" | "protanopia" | "deuteranopia" | "tritanopia";

type Rows = readonly [Linear, Linear, Linear];

/**
 * What a colour becomes for an eye that lacks one kind of cone: Machado, Oliveira and Fernandes, A
 * physiologically-based model for simulation of color vision deficiency, 2009, severity 1.
 */
const SEEN: Readonly<Record<Exclude<Vision, "typical">, Rows>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

export const VISIONS: readonly Vision[] = ["typical", "protanopia", "deuteranopia", "tritanopia"];

/** Reads `#rrggbb`. */
export function linear(hex: string): Linear {
  const channel = (at: number) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** The colour that looks to most eyes as this one does to that vision. */
export function seenBy(vision: Vision, colour: Linear): Linear {
  if (vision === "typical") return colour;
  const [r, g, b] = times(SEEN[vision], colour);
  const clamped = (part: number) => Math.min(1, Math.max(0, part));
  return [clamped(r), clamped(g), clamped(b)];
}

/** Ratio of contrast after WCAG 2, from 1 to 21. */
export function contrast(one: Linear, other: Linear): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const luminance = ([r, g, b]: Linear) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** Distance in OKLab (Ottosson 2020), in which a hundredth or two is the least that can be seen. */
export function distance(one: Linear, other: Linear): number {
  const [a, b] = [oklab(one), oklab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function oklab(colour: Linear): Linear {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    colour,
  );
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [Math.cbrt(cones[0]), Math.cbrt(cones[1]), Math.cbrt(cones[2])],
  );
}

function times(rows: Rows, [x, y, z]: Linear): Linear {
  const row = ([a, b, c]: Linear) => a * x + b * y + c * z;
  return [row(rows[0]), row(rows[1]), row(rows[2])];
}
