import { type ControlValue, controlMakers, fits, isMadeControl } from "./control.ts";
import { inspect } from "./inspect.ts";
import type { Output } from "./output.ts";
import { cut, print } from "./print.ts";
import { type Progress, progressOver } from "./progress.ts";

/** Outputs kept of one run of a cell; a loop that prints for ever must not fill the page. */
const outputCap = 200;

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

  function add(output: Output) {
    if (outputs.length > outputCap) return;
    const one: Output =
      outputs.length < outputCap
        ? output
        : { kind: "log", level: "warn", text: `Only the first ${outputCap} outputs are shown.` };
    outputs.push(one);
    audience.showed(one);
  }

  const log =
    (level: Level) =>
    (...values: readonly unknown[]) =>
      add({ kind: "log", level, text: cut(values.map((value) => print(value)).join(" ")) });

  const show = (value: unknown) => {
    const output = inspect(value);
    add(output.kind === "svg" ? { ...output, source: ownIds(output.source, id) } : output);
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

/** Plot counts its ids from 1 in every worker; the page holds drawings of several. */
function ownIds(source: string, cell: string): string {
  return source.replaceAll(/\bplot-(clip|marker)-(?=\d)/g, `plot-$1-${cell}-`);
}
