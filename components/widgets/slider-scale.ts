import { fraction, valueAt } from "#src/plotting/scale.ts";
import type { ScaleSpec } from "#src/plotting/spec.ts";

/** A slider's track: a scale, cut into equal stops. */
export interface Track extends ScaleSpec {
  /** Number of stops after the first; an arrow key moves by one. */
  readonly stops: number;
  /** Values are rounded to so many decimals (linear) or significant digits (log, sqrt). */
  readonly digits: number;
}

/** The stop nearest to a value. */
export function stopOf(track: Track, value: number): number {
  const share = Math.min(1, Math.max(0, fraction(track, value)));
  return Math.round(share * track.stops);
}

/** The rounded value of a stop. */
export function valueOfStop(track: Track, stop: number): number {
  const value = valueAt(track, stop / track.stops);
  if (track.type === "linear") return Number(value.toFixed(track.digits));
  return Number(value.toPrecision(track.digits));
}

/** Whether two values are one and the same setting: the address keeps six digits of a number. */
export function sameSetting(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-5 * Math.abs(b);
}

/**
 * A number typed by hand: "0.04", "0,04", "1/9"; undefined when it is none or outside the track.
 */
export function typedValue(track: Track, text: string): number | undefined {
  const plain = text.trim().replace("−", "-").replace(",", ".");
  const match = /^(-?\d*\.?\d+(?:e-?\d+)?)(?:\s*\/\s*(\d*\.?\d+))?$/i.exec(plain);
  if (match === null) return undefined;
  const value = Number(match[1]) / (match[2] === undefined ? 1 : Number(match[2]));
  const [low, high] = track.domain;
  return value >= low && value <= high ? value : undefined;
}
