import { digits } from "#src/notebook/digits.ts";
import { pointsOf, type TracePlaces } from "#src/notebook/trace-markup.ts";

/** How long a whole run plays, in milliseconds, however many frames it has. */
const DURATION = 6000;

/** Brings to life every trace in a container that is not live yet: play, pause, step, scrub. */
export function playTraces(container: HTMLElement): void {
  for (const figure of container.querySelectorAll<HTMLElement>("[data-trace]:not([data-live])")) {
    figure.dataset.live = "";
    play(figure);
  }
}

function play(figure: HTMLElement): void {
  const {
    steps,
    losses,
    path,
    curve,
  }: TracePlaces & {
    readonly steps: readonly number[];
    readonly losses: readonly (number | null)[];
  } = JSON.parse(figure.dataset.trace ?? "");
  const scrub = part<HTMLInputElement>(figure, "input");
  const playing = part<HTMLButtonElement>(figure, "[data-trace-play]");
  const stepping = part<HTMLButtonElement>(figure, "[data-trace-step]");
  const readout = part(figure, ".trace-readout");
  const last = steps.length - 1;
  let at = last;
  let timer: number | undefined;

  const seek = (frame: number) => {
    at = Math.max(0, Math.min(last, frame));
    for (const [name, places] of [
      ["map", path],
      ["curve", curve],
    ] as const) {
      const svg = figure.querySelector(`.trace-${name}`);
      const [x, y] = places[at] ?? [0, 0];
      svg?.querySelector(".trace-path")?.setAttribute("points", pointsOf(places.slice(0, at + 1)));
      svg?.querySelector("circle")?.setAttribute("cx", String(x));
      svg?.querySelector("circle")?.setAttribute("cy", String(y));
    }
    scrub.value = String(at);
    scrub.setAttribute("aria-valuetext", `step ${steps[at]}`);
    readout.textContent = `${steps[at]}: f = ${digits(losses[at] ?? Number.NaN)}`;
  };
  const pause = () => {
    cancelAnimationFrame(timer ?? 0);
    timer = undefined;
    playing.textContent = "Play";
  };
  const start = () => {
    const from = at >= last ? 0 : at;
    const began = performance.now();
    playing.textContent = "Pause";
    const tick = (now: number) => {
      // A new run has taken its place.
      if (!figure.isConnected) return;
      const frame = from + Math.floor((Math.max(0, now - began) / DURATION) * Math.max(last, 30));
      seek(frame);
      if (at >= last) pause();
      else timer = requestAnimationFrame(tick);
    };
    timer = requestAnimationFrame(tick);
  };

  playing.addEventListener("click", () => (timer === undefined ? start() : pause()));
  stepping.addEventListener("click", () => {
    pause();
    seek(at >= last ? 0 : at + 1);
  });
  scrub.addEventListener("input", () => {
    pause();
    seek(Number(scrub.value));
  });
  for (const control of [playing, stepping, scrub]) control.disabled = false;
}

function part<T extends Element = HTMLElement>(figure: HTMLElement, selector: string): T {
  const found = figure.querySelector<T>(selector);
  if (!found) throw new Error(`downhill-cell: the trace has no ${selector}`);
  return found;
}
