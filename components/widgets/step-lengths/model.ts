import { type Objective, type Trace as Run, run, type StochasticObjective } from "@downhill/optim";
import type { Look } from "#src/plotting/method-looks.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import type { Contestant, Sample, Settings, Source, StepLengthsFigure, View } from "./figure-of.ts";

/** One method's run on the chosen source. */
export interface MethodRun {
  readonly method: Contestant;
  /** Every coordinate of every step: samples[t − 1][i]. */
  readonly samples: readonly (readonly Sample[])[];
  /** The step that left the numbers, if one did. */
  readonly diverged?: number;
}

/** What is drawn: a number at index t = 1, 2, …; none at 0, and none where it is not a number. */
export interface Line {
  readonly name: string;
  readonly look: Look;
  readonly values: readonly (number | undefined)[];
}

/** Every method of the figure on one source, by the package's own code. */
export function methodRuns<K extends string>(
  { methods }: Pick<StepLengthsFigure<K>, "methods">,
  source: Source<K>,
  settings: Settings<K>,
): readonly MethodRun[] {
  const objective = source.objective(settings);
  return methods.map((method) => {
    const { skipped = 0, steps, start } = source;
    const trace = run(method.make(settings), objective, start, { steps: skipped + steps });
    return {
      method: method as Contestant,
      samples: samplesOf(trace, objective).slice(skipped),
      ...(trace.outcome.kind === "diverged" ? { diverged: trace.outcome.step } : {}),
    };
  });
}

/** The lines of a view: one for each method, coordinate and trace. */
export function linesOf(
  runs: readonly MethodRun[],
  source: Pick<Source, "start" | "coordinates">,
  view: View,
): readonly Line[] {
  const coordinates = source.start.map((_, i) => source.coordinates?.[i] ?? "");
  return runs.flatMap(({ method, samples }) =>
    coordinates.flatMap((coordinate, i) =>
      view.traces.map((trace) => ({
        name: nameOf(
          runs.length > 1 ? methodWords(method.name) : "",
          coordinate,
          trace.name ?? "",
          methodWords(method.name),
        ),
        look: trace.look ?? (i === 0 ? method.look : { ...method.look, ...DASHES[i % 3] }),
        values: [undefined, ...samples.map((step) => finite(trace.of(step[i] as Sample)))],
      })),
    ),
  );
}

/** Dashes of the second and third coordinate of a method. */
const DASHES = [{}, { strokeDasharray: "6 3" }, { strokeDasharray: "2 3" }];

/** What tells a line from the others; where nothing needs telling, the name of its method. */
function nameOf(method: string, coordinate: string, trace: string, fallback: string): string {
  return [method, coordinate, trace].filter((part) => part !== "").join(", ") || fallback;
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

function samplesOf(
  { frames }: Run,
  objective: Objective | StochasticObjective,
): readonly (readonly Sample[])[] {
  const start = frames[0]?.x ?? new Float64Array();
  return frames.slice(1).map(({ x, k, state }, index) => {
    const before = frames[index]?.x ?? start;
    const seen = "at" in objective ? objective.at(k) : objective;
    const g = seen.gradient(before);
    return Array.from(x, (xi, i) => ({
      t: k,
      i,
      g: g[i] as number,
      x: xi,
      start: start[i] as number,
      move: xi - (before[i] as number),
      memory: (name: string) =>
        (state as unknown as Record<string, Float64Array | undefined>)[name]?.[i] ?? Number.NaN,
    }));
  });
}
