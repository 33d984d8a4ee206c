import { say } from "#src/language/say.ts";
import { sentences } from "#src/language/sentences.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import type { Measured } from "./measure.ts";
import type { Ending } from "./simulate.ts";
import { EPOCHS, MODES, type Mode, modeWords, type WorkersState } from "./state.ts";
import { imagesPerSecond, meanOfDelays, median, speedUp } from "./summaries.ts";
import type { Results } from "./use-experiment.ts";

/** From this loss on, a training has gone astray: of ten digits chance alone gives ln 10. */
const ASTRAY = Math.LN10;

/** A loss in words. */
export const lossText = (loss: number) =>
  loss < ASTRAY
    ? significant(loss, 3)
    : say("went astray ({loss})", { loss: significant(loss, 3) });

const ratesText = ({ eta, b, scaled }: WorkersState) =>
  say("η = {eta}, {size} images a gradient, {rule}", {
    eta,
    size: b,
    rule: scaled
      ? say("the synchronous rate η times the number of workers")
      : say("the same rate for all"),
  });

/** The state of the figure in words. */
export function workersSummary(state: WorkersState, { measured, simulated }: Results): string {
  const setting = say("Six passes over 1500 digits, {rates}.", { rates: ratesText(state) });
  const ends = MODES.map((mode) => {
    const list = simulated.filter((ending) => ending.mode === mode);
    return `${modeWords[mode]} ${list.map(({ workers, loss }) => `${workers}: ${lossText(loss)}`).join(", ")}`;
  });
  const known =
    simulated.length === 0
      ? say("Not simulated yet: that is done after measuring.")
      : say("Simulated loss by number of workers: {losses}.", { losses: ends.join("; ") });
  return sentences(setting, known, measuredText(measured));
}

/** What the reader's machine did, in words. */
function measuredText(measured: readonly Measured[]): string {
  if (measured.length === 0) return say("Nothing has been measured on this machine yet.");
  const most = Math.max(...measured.map(({ workers }) => workers));
  const speeds = MODES.map((mode) => {
    const times = speedUp(measured, mode, most);
    return times === undefined
      ? ""
      : say("{mode} {times} times", { mode: modeWords[mode], times: fixed(times, 2) });
  }).filter((text) => text !== "");
  const late = measured
    .filter(({ mode, workers }) => mode === "asynchronous" && workers === most)
    .map(({ delays }) => meanOfDelays(delays).mean);
  const mean = median(late);
  const staleness =
    mean === undefined
      ? ""
      : say(", gradients {updates} updates late on average", { updates: fixed(mean, 2) });
  return say(
    "Measured on this machine, {workers} workers against one: {speeds} as many images a second{delay}.",
    { workers: most, speeds: speeds.join(", "), delay: staleness },
  );
}

/** Simulated and measured, side by side. */
export function workersTable({ measured, simulated }: Results): TableData {
  const counts = [...new Set([...simulated, ...measured].map(({ workers }) => workers))].toSorted(
    (a, b) => a - b,
  );
  return {
    caption: say(
      "Trainings of {passes} passes; what is measured is the median of the repetitions on this machine",
      { passes: EPOCHS },
    ),
    columns: [
      say("workers, mode"),
      say("loss, simulated"),
      say("right of those held out, simulated"),
      say("loss, measured"),
      say("images a second"),
      say("late by, mean"),
      say("late by, most"),
    ],
    rows: counts.flatMap((workers) => MODES.map((mode) => rowOf(workers, mode))),
  };

  function rowOf(workers: number, mode: Mode): readonly string[] {
    const here = (one: Ending) => one.workers === workers && one.mode === mode;
    const ending = simulated.find(here);
    const runs = measured.filter(here);
    const losses = runs.map(({ loss }) => loss);
    const delays = runs.flatMap((run) => run.delays);
    const speed = imagesPerSecond(measured, mode, workers);
    const late = delays.length === 0 ? undefined : meanOfDelays(delays);
    return [
      `${workers}, ${modeWords[mode]}`,
      ending === undefined ? "–" : lossText(ending.loss),
      ending === undefined ? "–" : `${fixed(100 * ending.right, 1)} %`,
      losses.length === 0
        ? "–"
        : [...new Set(losses.map((loss) => significant(loss, 4)))].join(", "),
      speed === undefined ? "–" : String(Math.round(speed)),
      late === undefined ? "–" : fixed(late.mean, 2),
      late === undefined ? "–" : String(late.most),
    ];
  }
}
