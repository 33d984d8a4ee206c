import type { HyperParameters, SearchSpace } from "../tuning/search-space.ts";
import { requireWhole, show } from "./guard.ts";

/**
 * Calls a score function and passes on its number, whether finite or not.
 * @throws TypeError when it gives something else.
 */
export function scoreFrom(where: string, score: () => unknown): number {
  const value = score();
  if (typeof value === "number") return value;
  throw new TypeError(
    `${where}: score must return a number, got ${show(value)}. Return it at the end of score`,
  );
}

/** @throws TypeError when the space is none, for example its bare ranges. */
export function requireSpace(where: string, space: unknown): void {
  if (typeof (space as SearchSpace | undefined)?.check === "function") return;
  throw new TypeError(
    `${where}: space must be a search space, got ${show(space)}. Write searchSpace({ … })`,
  );
}

/**
 * Settings to start from: those of a list, or that many drawn at random.
 * @throws TypeError or RangeError for an empty list, one outside the space, or a bad number.
 */
export function settingsFrom<V extends HyperParameters>(
  where: string,
  name: string,
  settings: number | readonly V[],
  space: SearchSpace<V>,
  rng: () => number,
): readonly V[] {
  if (!Array.isArray(settings)) {
    const count = requireWhole(where, name, settings, 1);
    return Array.from({ length: count }, () => space.sample(rng));
  }
  if (settings.length === 0)
    throw new RangeError(`${where}: ${name} must hold at least one setting, got an empty list`);
  return settings.map((values, i) => space.check(`${where}: ${name}[${i}]`, values));
}

/**
 * The seed of a search that runs on chance.
 * @throws TypeError or RangeError unless the seed is a whole number, 0 or more.
 */
export function requireSeed(where: string, seed: unknown): number {
  return requireWhole(where, "seed", seed);
}
