import { type ControlValue, controlMakers, fits, isMadeControl } from "./control.ts";
import { inspect } from "./inspect.ts";
import { MOST_OUTPUTS, MOST_WEIGHT } from "./limits.ts";
import type { Output } from "./output.ts";
import { cut, print } from "./print.ts";
import { type Progress, progressOver } from "./progress.ts";
import { weigh } from "./weigh.ts";

type Level = "log" | "warn" | "error";

/** Where one run of a cell shows things. */
export interface Screen {
  /** What the cell calls: `display`, `view`, what makes controls, `progress` and `console`. */
  readonly given: {
    readonly display: (...values: readonly unknown[]) => void;
    readonly view: (control: unknown) => ControlValue;
    readonly progress: ReturnType<typeof progressOver>;
    readonly console: object;
  };
  show(value: unknown): void;
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
        ? warning(`Only the first ${MOST_OUTPUTS} outputs are shown.`)
        : weight > room
          ? warning(
              `An output is left out here: a cell can show ${MOST_WEIGHT / 1e6} million characters, and this would be more. Show a part of it, or a drawing of fewer points.`,
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

  const show = (value: unknown) => {
    const output = inspect(value);
    add(output.kind === "svg" ? { ...output, source: forPage(output.source, id) } : output);
  };
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
    table: show,
    assert: (claim: unknown, ...values: readonly unknown[]) => {
      if (!claim) log("error")("Assertion failed:", ...values);
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
      view,
      console,
    },
    show,
    outputs: () => outputs,
  };
}

const warning = (text: string): Output => ({ kind: "log", level: "warn", text });

/**
 * A drawing as the page wants it. Plot counts its ids from 1 in every worker, and the page holds
 * drawings of several; what its style elements say, the style sheet of the cells says once for all.
 */
function forPage(source: string, cell: string): string {
  return source
    .replaceAll(/<style>[^<]*<\/style>/g, "")
    .replaceAll(/\bplot-(clip|marker)-(?=\d)/g, `plot-$1-${cell}-`);
}
