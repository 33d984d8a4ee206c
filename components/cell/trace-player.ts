import { say } from "#src/language/say.ts";
import { digits } from "#src/notebook/digits.ts";
import { placesFrom, pointsOf, type TracePlaces } from "#src/notebook/trace-markup.ts";
import { livePlayer } from "./player.ts";

/** Brings to life every trace in a container that is not live yet. */
export function playTraces(container: HTMLElement): void {
  for (const figure of container.querySelectorAll<HTMLElement>("[data-trace]:not([data-live])")) {
    figure.dataset.live = "";
    play(figure);
  }
}

/** What the markup does not say elsewhere. */
interface Played extends Partial<TracePlaces> {
  /** Default: all, from 0 on. */
  readonly steps?: readonly number[];
  readonly losses: readonly (number | null)[];
}

function play(figure: HTMLElement): void {
  const played: Played = JSON.parse(figure.dataset.trace ?? "");
  const { losses } = played;
  const steps = played.steps ?? losses.map((_, step) => step);
  const drawn = (name: string) =>
    placesFrom(figure.querySelector(`.trace-${name} .trace-rest`)?.getAttribute("points") ?? "");
  const { path = drawn("map"), curve = drawn("curve") } = played;

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
