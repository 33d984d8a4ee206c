/** How many times more cases than usual: set by `npm run audit`. */
export const TIMES = Number(process.env["DOWNHILL_TIMES"] ?? 1);

/** The first cases of a list, or in `npm run audit` all of them. */
export function firstOf<T>(cases: readonly T[], count: number): readonly T[] {
  return TIMES > 1 ? cases : cases.slice(0, count);
}
