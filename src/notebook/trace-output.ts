import { type Objective, objectiveOf, type Trace } from "@downhill/optim";
import { levelLines } from "./level-lines.ts";
import type { TraceOutput } from "./output.ts";
import { isTrace, tabulateTrace } from "./tabulate-trace.ts";

/** Frames kept of a long run; the first and the last are among them. */
const FRAMES = 400;
/** Room around a path, as a share of its extent. */
const MARGIN = 0.18;

/**
 * A run as a picture to be played: its loss curve and, in two variables, its path over the level
 * lines of the function that it ran on, with the same numbers as a table.
 */
export function traceOutput(value: unknown, ranOn?: Objective): TraceOutput | undefined {
  if (!isTrace(value)) return undefined;
  const table = tabulateTrace(value);
  if (table === undefined) return undefined;
  const kept = thinned(value.frames, FRAMES);
  const dim = kept[0]?.x.length ?? 0;
  const path = dim === 2 ? kept.map(({ x }) => [x[0]!, x[1]!] as const) : undefined;
  const objective = ranOn ?? objectiveOf(value as unknown as Trace);
  const map = path && mapOf(path, objective && ((x, y) => objective.value(Float64Array.of(x, y))));
  return {
    kind: "trace",
    method: value.method,
    steps: kept.map(({ k }) => k),
    losses: kept.map(({ f }) => f),
    ...(map && { map }),
    table,
  };
}

/** Every n-th item, and the last. */
function thinned<T>(items: readonly T[], most: number): readonly T[] {
  const every = Math.ceil(items.length / most);
  return items.filter((_, i) => i % every === 0 || i === items.length - 1);
}

function mapOf(
  path: readonly (readonly [number, number])[],
  value: ((x: number, y: number) => number) | undefined,
): TraceOutput["map"] {
  const [x, y] = [0, 1].map((axis) => extent(path.map((point) => point[axis]!))) as [
    [number, number],
    [number, number],
  ];
  return { path, x, y, levels: value ? levelLines(value, x, y) : [] };
}

function extent(numbers: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const room = Math.max((high - low) * MARGIN, 1e-9 * Math.max(1, Math.abs(low)));
  return low === high ? [low - 1, high + 1] : [low - room, high + room];
}
