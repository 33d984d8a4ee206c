import type { Call, CallResult, Problem } from "./answerer.ts";
import { plain } from "./plain.ts";
import type { Subject } from "./property.ts";

/** How a body ended: with a value, at an error of its own, or since the function threw in a call. */
export type Ending<T> =
  | { readonly kind: "value"; readonly value: T }
  | { readonly kind: "stumbled" }
  | {
      readonly kind: "threw";
      readonly problem: Problem;
      /** The arguments of the call in which it threw. */
      readonly args: readonly unknown[];
    };

/**
 * Runs bodies that call a function as if it were here, though it answers from elsewhere and later.
 *
 * Each body runs up to its first call without a known result; those of all bodies are asked for
 * together, and the bodies run again from their start. A body therefore has to do the same each
 * time, and must not catch what the function throws.
 */
export async function replay<T>(
  bodies: readonly ((subject: Subject) => T)[],
  call: Call,
): Promise<readonly Ending<T>[]> {
  const known: CallResult[][] = bodies.map(() => []);
  const endings = new Array<Ending<T> | undefined>(bodies.length).fill(undefined);
  for (;;) {
    const asked: { readonly of: number; readonly args: readonly unknown[] }[] = [];
    bodies.forEach((body, of) => {
      if (endings[of]) return;
      const turn = take(body, known[of] ?? []);
      if (turn.kind === "asks") asked.push({ of, args: turn.args });
      else endings[of] = turn;
    });
    if (asked.length === 0) return endings.filter((ending) => ending !== undefined);
    const results = await call(asked.map(({ args }) => args));
    asked.forEach(({ of }, index) => {
      const result = results[index];
      if (!result) throw new Error("the answer gave fewer results than it was asked for");
      known[of]?.push(result);
    });
  }
}

type Turn<T> = Ending<T> | { readonly kind: "asks"; readonly args: readonly unknown[] };

function take<T>(body: (subject: Subject) => T, known: readonly CallResult[]): Turn<T> {
  let next = 0;
  let end: Turn<T> | undefined;
  const subject: Subject = (...args) => {
    const result = known[next++];
    if (result?.kind === "returned") {
      args.forEach((arg, index) => {
        become(arg, result.args[index]);
      });
      return plain(result.value);
    }
    end ??= result
      ? { kind: "threw", problem: result.problem, args: args.map((arg) => plain(arg)) }
      : { kind: "asks", args: args.map((arg) => plain(arg)) };
    throw new Error("the call has no result");
  };
  try {
    const value = body(subject);
    return end ?? { kind: "value", value };
  } catch {
    return end ?? { kind: "stumbled" };
  }
}

/** Makes an argument what the call made of it. */
function become(arg: unknown, after: unknown): void {
  if (Array.isArray(arg) && Array.isArray(after)) arg.splice(0, arg.length, ...after);
  else if (arg instanceof Float64Array && after instanceof Float64Array) arg.set(after);
  else if (typeof arg === "object" && arg !== null && typeof after === "object" && after !== null)
    Object.assign(arg, after);
}
