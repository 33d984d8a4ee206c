import type { Vec } from "./types.ts";
import { dot } from "./vec.ts";

/**
 * What the learning problem adds to a gradient before a method sees it, in place:
 * g ← −g when climbing, then g ← g + ωx for an L2 penalty ½ω‖x‖².
 *
 * In this order the penalty shrinks x also when climbing, as in PyTorch. A penalty of 0 is
 * skipped rather than added, because 0 · ∞ would make NaN of a point that has diverged.
 */
export function adjustGradient(g: Vec, x: Vec, weightDecay: number, maximize: boolean): void {
  if (maximize) for (let i = 0; i < g.length; i++) g[i] = -g[i]!;
  if (weightDecay !== 0) for (let i = 0; i < g.length; i++) g[i] = g[i]! + weightDecay * x[i]!;
}

/** The value whose gradient `adjustGradient` makes: f, or −f when climbing, plus ½ω‖x‖². */
export function adjustValue(f: number, x: Vec, weightDecay: number, maximize: boolean): number {
  const signed = maximize ? -f : f;
  return weightDecay === 0 ? signed : signed + 0.5 * weightDecay * dot(x, x);
}
