import { say } from "#src/language/say.ts";
import { type ControlValue, fits } from "./control.ts";
import { controlMakers, isMadeControl } from "./control-makers.ts";
import { fileOutput } from "./file-output.ts";
import { asyncFramesOutput, isAsyncGenerator } from "./frames-output.ts";
import { inspect, inspectFrame } from "./inspect.ts";
import { MOST_OUTPUTS, MOST_WEIGHT } from "./limits.ts";
import type { Output } from "./output.ts";
import { cut, print } from "./print.ts";
import { type Progress, progressOver } from "./progress.ts";
import { tabulateVector } from "./tabulate.ts";
import { tex } from "./tex.ts";
import { weigh } from "./weigh.ts";

type Level = "log" | "warn" | "error";

/** Where one run of a cell shows things. */
export interface Screen {
  /** What the cell calls: `display`, `view`, `download`, `tex`, what makes controls, `progress` and `console`. */
  readonly given: {
    readonly display: (...values: readonly unknown[]) => void;
    readonly download: (data: unknown, name: unknown) => void;
    readonly tex: typeof tex;
    readonly view: (control: unknown) => ControlValue;
    readonly progress: ReturnType<typeof progressOver>;
    readonly console: object;
  };
  /** Shows the value of the cell; an asynchronous generator is waited for. */
  show(value: unknown): Promise<void>;
  outputs(): readonly Output[];
}

/** Who hears at once what a cell does, so that a long run shows it. */
export interface Audience {
  showed(output: Output): void;
  progressed(progress: Progress): void;
}

/**
 * A fresh screen for a cell. `settings` are what the reader has set the cell's controls to, in order.
 */
export function openScreen(id: string, settings: readonly unknown[], audience: Audience): Screen {
  let controls = 0;
  const outputs: Output[] = [];
  let room = MOST_WEIGHT;

  function add(output: Output) {
    if (outputs.length > MOST_OUTPUTS) return;
    const weight = weigh(output, room);
    const one: Output =
      outputs.length === MOST_OUTPUTS
        ? warning(say("Only the first {limit} outputs are shown.", { limit: MOST_OUTPUTS }))
        : weight > room
          ? warning(
              say(
                "An output is left out here: a cell can show {limit} million characters, and this would be more. Show a part of it, or a drawing of fewer points.",
                { limit: MOST_WEIGHT / 1e6 },
              ),
            )
          : output;
    if (one === output) room -= weight;
    outputs.push(one);
    audience.showed(one);
  }

  const log =
    (level: Level) =>
    (...values: readonly unknown[]) =>
      add({ kind: "log", level, text: cut(values.map((value) => print(value)).join(" ")) });

  const numbers = new Map<string, number>();
  const put = (output: Output) => add(forPage(output, id, numbers));
  const show = (value: unknown) => put(inspect(value));
  const view = (control: unknown): ControlValue => {
    if (!isMadeControl(control))
      throw new TypeError(
        "view: give it a control, such as view(slider({ min: 0, max: 1 })). To show a value, use display(…)",
      );
    const index = controls++;
    // A setting of an earlier text of the cell may no longer be possible.
    const set = settings[index];
    const value = fits(control, set) ? (set as ControlValue) : control.value;
    add({ kind: "control", index, control, value });
    return value;
  };
  const nothing = () => {};
  const console = {
    log: log("log"),
    info: log("log"),
    debug: log("log"),
    warn: log("warn"),
    error: log("error"),
    table: (value: unknown) => put(tabulateVector(value) ?? inspect(value)),
    assert: (claim: unknown, ...values: readonly unknown[]) => {
      if (!claim) log("error")(say("Assertion failed:"), ...values);
    },
    time: nothing,
    timeEnd: nothing,
    group: nothing,
    groupEnd: nothing,
  };

  return {
    given: {
      ...controlMakers,
      progress: progressOver(audience.progressed),
      display: (...values) => values.forEach(show),
      download: (data, name) => add(fileOutput(data, name)),
      tex,
      view,
      console,
    },
    async show(value) {
      if (!isAsyncGenerator(value)) return show(value);
      put(
        (await asyncFramesOutput(value, inspectFrame)) ?? {
          kind: "text",
          text: say("(a generator that yields nothing)"),
        },
      );
    },
    outputs: () => outputs,
  };
}

const warning = (text: string): Output => ({ kind: "log", level: "warn", text });

/**
 * A drawing as the page wants it. Plot counts its ids on through a worker, and the page holds
 * drawings of several: here each run of a cell counts its own. What Plot's style elements say, the
 * style sheet of the cells says once for all.
 * @param numbers the numbers given so far in this run, by Plot's.
 */
function forPage(output: Output, cell: string, numbers: Map<string, number>): Output {
  if (output.kind === "frames")
    return { ...output, frames: output.frames.map((frame) => forPage(frame, cell, numbers)) };
  if (output.kind !== "svg") return output;
  const source = output.source
    .replaceAll(/<style>[^<]*<\/style>/g, "")
    .replaceAll(/\bplot-(clip|marker)-(\d+)\b/g, (id: string, kind: string) => {
      const number = numbers.get(id) ?? numbers.size + 1;
      numbers.set(id, number);
      return `plot-${kind}-${cell}-${number}`;
    });
  return { ...output, source };
}
