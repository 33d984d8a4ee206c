import { requireOneOf, requireWhole, show } from "../internal/guard.ts";
import type { Vec } from "../types.ts";
import type {
  ChoiceRange,
  GridPlacement,
  HyperParameter,
  ParameterRange,
} from "./parameter-range.ts";

/** Hyper-parameters by name. */
export type HyperParameters = Readonly<Record<string, HyperParameter>>;

/** The values that the ranges of a search space describe. */
export type ValuesOf<R extends Readonly<Record<string, ParameterRange>>> = {
  readonly [N in keyof R]: R[N] extends ChoiceRange<infer T> ? T : number;
};

/**
 * The values that a search may try: named ranges, together a box that is mapped onto the unit
 * cube [0, 1]ⁿ, one axis per parameter in the order of `names`.
 */
export interface SearchSpace<V extends HyperParameters = HyperParameters> {
  readonly names: readonly (keyof V & string)[];
  readonly ranges: Readonly<Record<keyof V & string, ParameterRange>>;
  /** Values drawn at random: one number of `rng` per parameter, in the order of `names`. */
  sample(rng: () => number): V;
  /**
   * All combinations of some values of each parameter; the last parameter changes fastest.
   *
   * @param points how many values per parameter, for all alike or by name (then every range of
   *   numbers needs its count). A choice gives all its options; an integer range at most all its
   *   numbers.
   * @param placement "ends" (default): from end to end. "midpoints": the middles of equal shares.
   *   One point is always the middle.
   */
  grid(
    points: number | Readonly<Partial<Record<keyof V, number>>>,
    placement?: GridPlacement,
  ): readonly V[];
  /** The values at a point of the unit cube; points outside count as the nearest inside. */
  fromUnit(u: Vec | readonly number[]): V;
  /** The point of the unit cube where these values lie. */
  toUnit(values: V): Vec;
  /**
   * Coordinates whose distances say how different two settings are: those of the unit cube, but
   * a choice has one axis for each option, so that no two options are closer than others.
   */
  features(values: V): Vec;
  /**
   * Returns the values if the space contains them.
   * @throws TypeError for no object or an unknown parameter, RangeError for a value outside its
   *   range; each names the parameter, what it must be and what came.
   */
  check(where: string, values: unknown): V;
}

/**
 * A search space from named ranges.
 *
 *     const space = searchSpace({
 *       learningRate: logRange(1e-4, 1),
 *       beta: linearRange(0, 0.99),
 *       form: choiceOf(["pytorch", "1983"]),
 *     });
 *     space.sample(mulberry32(1)).beta; // a number in [0, 0.99]
 *
 * @throws TypeError for no ranges at all, or for one that none of `linearRange`, `logRange`,
 *   `integerRange` and `choiceOf` has made.
 */
export function searchSpace<const R extends Readonly<Record<string, ParameterRange>>>(
  ranges: R,
): SearchSpace<ValuesOf<R>> {
  const entries = entriesOf(ranges);
  const names = entries.map(([name]) => name) as (keyof R & string)[];

  const collect = (pick: (range: ParameterRange, i: number) => HyperParameter) =>
    Object.fromEntries(entries.map(([name, range], i) => [name, pick(range, i)])) as ValuesOf<R>;

  return {
    names,
    ranges,
    sample: (rng) => collect((range) => range.fromUnit(rng())),
    grid(points, placement = "ends") {
      requireOneOf("grid", "placement", placement, ["ends", "midpoints"]);
      const axes = entries.map(([name, range]) => axisOf(name, range, points, placement));
      return product(axes).map((combination) => collect((_, i) => combination[i]!));
    },
    fromUnit: (u) => collect((range, i) => range.fromUnit(u[i]!)),
    toUnit: (values) => Float64Array.from(entries, ([name, range]) => range.toUnit(values[name]!)),
    features: (values) =>
      Float64Array.from(entries.flatMap(([name, range]) => range.features(values[name]!))),
    check(where, values) {
      requireValues(where, entries, values);
      return values as ValuesOf<R>;
    },
  };
}

type Entries = readonly (readonly [name: string, range: ParameterRange])[];

function entriesOf(ranges: unknown): Entries {
  const some = typeof ranges === "object" && ranges !== null && Object.keys(ranges).length > 0;
  if (!some)
    throw new TypeError(
      `searchSpace: ranges must be an object such as { learningRate: logRange(1e-4, 1) }, got ${typeof ranges === "object" && ranges !== null ? "an empty object" : show(ranges)}`,
    );
  const entries = Object.entries(ranges);
  for (const [name, range] of entries)
    if (typeof range?.fromUnit !== "function")
      throw new TypeError(
        `searchSpace: ${name} must be a linearRange, logRange, integerRange or choiceOf, got ${show(range)}`,
      );
  return entries;
}

function axisOf(
  name: string,
  range: ParameterRange,
  points: number | Readonly<Record<string, number | undefined>>,
  placement: GridPlacement,
): readonly HyperParameter[] {
  if (range.kind === "choice") return range.options;
  const count = typeof points === "object" && points !== null ? points[name] : points;
  requireWhole("grid", `the number of points for ${name}`, count, 1);
  const step = (i: number) =>
    placement === "ends" && count! > 1 ? i / (count! - 1) : (i + 0.5) / count!;
  return [...new Set(Array.from({ length: count! }, (_, i) => range.fromUnit(step(i))))];
}

function product(axes: readonly (readonly HyperParameter[])[]): readonly HyperParameter[][] {
  return axes.reduce<HyperParameter[][]>(
    (rows, axis) => rows.flatMap((row) => axis.map((value) => [...row, value])),
    [[]],
  );
}

function requireValues(where: string, entries: Entries, values: unknown): void {
  if (typeof values !== "object" || values === null)
    throw new TypeError(
      `${where}: values must be an object such as { ${entries[0]![0]}: … }, got ${show(values)}`,
    );
  const given: Readonly<Record<string, unknown>> = { ...values };
  for (const [name, range] of entries) {
    const complaint = range.complaint(given[name]);
    if (complaint !== undefined)
      throw new RangeError(`${where}: ${name} must be ${complaint}, got ${show(given[name])}`);
  }
  for (const name of Object.keys(given))
    if (!entries.some(([known]) => known === name))
      throw new TypeError(
        `${where}: there is no parameter "${name}". The parameters are ${entries.map(([known]) => known).join(", ")}`,
      );
}
