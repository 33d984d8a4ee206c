import { say, sayCount } from "#src/language/say.ts";
import type { Table, TableCell } from "./output.ts";
import { tableCell } from "./tabulate.ts";

/** Steps shown from the start of a run, and from its end. */
const first = 6;
const last = 3;
/** Largest dimension whose coordinates get a column each. */
const coordinateCap = 3;

const subscripts = "₁₂₃";

/** What of a trace of the optimizer package is looked at; told apart by shape, not by class. */
interface TraceLike {
  readonly method: string;
  readonly frames: readonly FrameLike[];
  readonly outcome: { readonly kind: string; readonly by?: string; readonly reason?: string };
}

interface FrameLike {
  readonly k: number;
  readonly x: Float64Array;
  readonly f: number;
  readonly gradientNorm: number;
}

/** A run as a table of its first and last steps with a sentence on how it ended. */
export function tabulateTrace(value: unknown): Table | undefined {
  if (!isTrace(value)) return undefined;
  const { frames } = value;
  const dim = frames[0]?.x.length ?? 0;
  const spread = dim <= coordinateCap;
  const point = spread ? Array.from({ length: dim }, (_, i) => `x${subscripts[i]}`) : ["x"];
  const columns = [say("step"), ...(dim === 1 ? ["x"] : point), "f", "‖∇f‖"];
  const row = (frame: FrameLike): TableCell[] =>
    [frame.k, ...(spread ? frame.x : [frame.x]), frame.f, frame.gradientNorm].map(tableCell);
  const dots = columns.map((): TableCell => ({ text: "⋮", numeric: true }));
  const rows =
    frames.length <= first + last + 1
      ? frames.map(row)
      : [...frames.slice(0, first).map(row), dots, ...frames.slice(-last).map(row)];
  return { kind: "table", columns, rows, total: rows.length, note: ending(value) };
}

function ending({ method, frames, outcome: { kind, reason } }: TraceLike): string {
  const steps = frames.at(-1)?.k ?? 0;
  switch (kind) {
    case "converged":
      return sayCount(
        {
          one: "{method}: converged after {count} step.",
          other: "{method}: converged after {count} steps.",
        },
        steps,
        { method },
      );
    case "budget":
      return sayCount(
        {
          one: "{method}: stopped after {count} step, its budget.",
          other: "{method}: stopped after {count} steps, its budget.",
        },
        steps,
        { method },
      );
    case "stalled":
      return sayCount(
        {
          one: "{method}: stalled after {count} step: {reason}.",
          other: "{method}: stalled after {count} steps: {reason}.",
        },
        steps,
        { method, reason: withoutPoint(reason) },
      );
    case "diverged":
      return sayCount(
        {
          one: "{method}: diverged after {count} step: {reason}.",
          other: "{method}: diverged after {count} steps: {reason}.",
        },
        steps,
        { method, reason: withoutPoint(reason) },
      );
    default:
      return sayCount(
        {
          one: "{method}: {outcome} after {count} step.",
          other: "{method}: {outcome} after {count} steps.",
        },
        steps,
        { method, outcome: kind },
      );
  }
}

const withoutPoint = (reason = "…") => reason.replace(/\.$/, "");

export function isTrace(value: unknown): value is TraceLike {
  if (typeof value !== "object" || value === null) return false;
  if (!("method" in value && "frames" in value && "outcome" in value)) return false;
  const { frames, outcome } = value;
  return (
    typeof value.method === "string" &&
    typeof outcome === "object" &&
    outcome !== null &&
    "kind" in outcome &&
    Array.isArray(frames) &&
    frames.length > 0 &&
    frames.every(isFrame)
  );
}

/** Whether a value is a frame of a run, as `iterate` yields it. */
export function isFrame(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { k, x, f } = value as Readonly<Record<string, unknown>>;
  return typeof k === "number" && ArrayBuffer.isView(x) && typeof f === "number";
}
