import { say } from "#src/language/say.ts";
import { digits } from "#src/notebook/digits.ts";
import { pointsOf, type TracePlaces } from "#src/notebook/trace-markup.ts";
import { livePlayer } from "./player.ts";

/** Brings to life every trace in a container that is not live yet. */
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

  livePlayer(figure, {
    last: steps.length - 1,
    show(at) {
      for (const [name, places] of [
        ["map", path],
        ["curve", curve],
      ] as const) {
        const svg = figure.querySelector(`.trace-${name}`);
        const [x, y] = places[at] ?? [0, 0];
        svg
          ?.querySelector(".trace-path")
          ?.setAttribute("points", pointsOf(places.slice(0, at + 1)));
        svg?.querySelector("circle")?.setAttribute("cx", String(x));
        svg?.querySelector("circle")?.setAttribute("cy", String(y));
      }
    },
    words: (at) => ({
      readout: `${steps[at]}: f = ${digits(losses[at] ?? Number.NaN)}`,
      spoken: say("step {step}", { step: steps[at] }),
    }),
  });
}
