import { objectiveOf } from "@downhill/optim";
import { say } from "#src/language/say.ts";
import type { Frames, Output, TraceOutput } from "./output.ts";
import { isFrame } from "./tabulate-trace.ts";
import { traceOutput } from "./trace-output.ts";

/** Frames kept of a generator; one that never ends is cut there. */
const FRAMES = 300;
/** Frames kept of a run of a method, which are far smaller. */
const STEPS = 10_000;

/** Whether a value is what a `function*` gives: frames that are computed when asked for. */
export function isGenerator(value: unknown): value is Generator<unknown, unknown, undefined> {
  return tagOf(value) === "[object Generator]";
}

/** The same of an `async function*`. */
export function isAsyncGenerator(
  value: unknown,
): value is AsyncGenerator<unknown, unknown, undefined> {
  return tagOf(value) === "[object AsyncGenerator]";
}

const tagOf = (value: unknown) => Object.prototype.toString.call(value);

/**
 * A generator as something to be played. Frames of `iterate` become a trace; any other values are
 * shown one at a time, each as it would be shown alone. Each is looked at before the next is
 * computed, so that a generator may use one array for all.
 * @throws whatever the generator throws.
 */
export function framesOutput(
  generator: Generator<unknown, unknown, undefined>,
  inspect: (value: unknown) => Output,
): Frames | TraceOutput | undefined {
  const steps: unknown[] = [];
  let next = generator.next();
  for (; !next.done && isFrame(next.value) && steps.length < STEPS; next = generator.next())
    steps.push(next.value);
  if (steps.length > 0 && (next.done || isFrame(next.value)))
    return traceOf(generator, steps, next);
  const film = openFilm(inspect);
  const room = steps.every(film.takes);
  while (room && !next.done && film.takes(next.value)) next = generator.next();
  if (!next.done) generator.return(undefined);
  return film.finished(room && next.done === true);
}

/** The same for an asynchronous generator; its frames are never taken for a trace. */
export async function asyncFramesOutput(
  generator: AsyncGenerator<unknown, unknown, undefined>,
  inspect: (value: unknown) => Output,
): Promise<Frames | undefined> {
  const film = openFilm(inspect);
  let next = await generator.next();
  while (!next.done && film.takes(next.value)) next = await generator.next();
  if (!next.done) await generator.return(undefined);
  return film.finished(next.done === true);
}

/** Collects what a generator yields. */
function openFilm(inspect: (value: unknown) => Output) {
  const frames: Output[] = [];
  return {
    /** Adds a value, unless there are as many as are kept. */
    takes(value: unknown): boolean {
      if (frames.length === FRAMES) return false;
      frames.push(inspect(value));
      return true;
    },
    finished(whole: boolean): Frames | undefined {
      if (frames.length === 0) return undefined;
      const note = `The first ${FRAMES} frames of a generator that goes on. Yield fewer, for example every tenth.`;
      return { kind: "frames", frames, ...(!whole && { note }) };
    },
  };
}

function traceOf(
  generator: Generator<unknown, unknown, undefined>,
  frames: readonly unknown[],
  { done, value }: IteratorResult<unknown, unknown>,
): TraceOutput | undefined {
  const kind = (value as { readonly kind?: unknown } | null | undefined)?.kind;
  // A reader's own generator need not return how it ended.
  const ending = typeof kind === "string" ? value : { kind: say("ended") };
  return traceOutput(
    { method: "Run", frames, outcome: done ? ending : { kind: "budget", by: "frames" } },
    objectiveOf(generator as Parameters<typeof objectiveOf>[0]),
  );
}
