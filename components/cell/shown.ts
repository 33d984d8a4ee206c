import type { ControlValue } from "#src/notebook/control.ts";
import type { Output } from "#src/notebook/output.ts";
import type { LiveControls } from "./controls.ts";
import { enliven } from "./enliven.ts";
import { render } from "./render.ts";

/** A run that is over sooner is painted once, at its end, in milliseconds. */
const PAINT_DELAY = 120;

export interface ShownOptions {
  /** Where outputs and controls stand in the page. */
  readonly output: HTMLElement;
  readonly controls: HTMLElement;
  readonly live: LiveControls;
  /** The state of the cell; but when it is idle more may come, and what stands below does not jump. */
  readonly state: () => string | undefined;
  /** Other controls of a whole run stand there now, set to these values. */
  readonly onControls: (values: readonly ControlValue[]) => void;
}

/** What a cell shows of its runs: outputs, and the controls above them. */
export interface Shown {
  /** The outputs of the latest run so far; none when there was no run in this page. */
  outputs(): readonly Output[];
  /** A run begins: what comes now is new. What stands in the page stays until something is painted. */
  begin(): void;
  /** One more output, painted soon. */
  add(output: Output): void;
  /**
   * Paints these outputs now; default: those that have come so far.
   * @param whole whether the run came to its end, and made all its controls. One that did not takes
   *   no control away, nor what the reader has set.
   */
  paint(outputs?: readonly Output[], whole?: boolean): Promise<void>;
  /** Notes what stands in the page; gives how to put it there again. */
  remember(): () => void;
}

export function shownOutputs(options: ShownOptions): Shown {
  const { output, controls, live, state, onControls } = options;
  let shown: Output[] = [];
  let painting: ReturnType<typeof setTimeout> | undefined;
  let paints = 0;
  let wiring = [...controls.querySelectorAll<HTMLElement>("[data-control]")]
    .map(({ dataset }) => dataset["control"])
    .join();
  live.enable();
  enliven(output, []);

  async function paint(whole: boolean) {
    clearTimeout(painting);
    painting = undefined;
    const mine = ++paints;
    const made = shown.filter((one) => one.kind === "control");
    const results = shown.filter(({ kind }) => kind !== "control");
    const html = await render(results);
    // A later paint knows more, even when the sanitiser delayed this one.
    if (mine !== paints) return;
    // More is to come: what stands below does not jump up meanwhile.
    if (state() !== "idle") output.style.minHeight ||= `${output.offsetHeight}px`;
    output.innerHTML = html;
    enliven(output, results);
    // The same controls stay: one of them may be under the reader's finger.
    const wanted = made.map(({ control }) => JSON.stringify(control)).join();
    if (wanted === wiring || state() === "running") return;
    if (!whole && made.length < live.controls().length) return;
    const markup = await render(made);
    if (mine !== paints) return;
    wiring = wanted;
    controls.innerHTML = markup;
    live.enable();
    if (whole) onControls(made.map(({ value }) => value));
  }

  return {
    outputs: () => shown,
    begin() {
      shown = [];
    },
    add(one) {
      shown.push(one);
      painting ??= setTimeout(() => paint(false), PAINT_DELAY);
    },
    paint(outputs = shown, whole = false) {
      shown = [...outputs];
      return paint(whole);
    },
    remember() {
      const before = { shown, wiring };
      const [outputs, made] = [[...output.childNodes], [...controls.childNodes]];
      return () => {
        clearTimeout(painting);
        painting = undefined;
        // What is being painted comes too late.
        paints++;
        ({ shown, wiring } = before);
        output.replaceChildren(...outputs);
        controls.replaceChildren(...made);
      };
    },
  };
}
