import { say } from "#src/language/say.ts";
import type { Frames, Output } from "#src/notebook/output.ts";
import { livePlayer } from "./player.ts";
import { render } from "./render.ts";

/**
 * Brings to life the frames in a container that the build stored, each as a template beside the
 * stage, and those of a run, of which `outputs` are what was painted.
 */
export function playFrames(container: HTMLElement, outputs: readonly Output[]): void {
  const ofRun = outputs.filter((output) => output.kind === "frames");
  for (const [i, figure] of [
    ...container.querySelectorAll<HTMLElement>("[data-frames]"),
  ].entries()) {
    if (figure.dataset.live !== undefined) continue;
    figure.dataset.live = "";
    play(figure, ofRun[i]);
  }
}

function play(figure: HTMLElement, output: Frames | undefined): void {
  const stored = [...figure.querySelectorAll("template")].map(({ innerHTML }) => innerHTML);
  const stage = figure.querySelector<HTMLElement>(".frames-stage");
  if (!stage) throw new Error("downhill-cell: the frames have no .frames-stage");
  const count = output?.frames.length ?? stored.length;
  let wanted = count - 1;
  livePlayer(figure, {
    last: count - 1,
    async show(at) {
      wanted = at;
      const frame = output?.frames[at];
      const html = frame ? await render([frame]) : (stored[at] ?? "");
      if (wanted !== at) return;
      // Smaller frames leave the controls where they are, under the reader's finger.
      stage.style.minHeight = `${stage.offsetHeight}px`;
      stage.innerHTML = html;
    },
    words: (at) => ({
      readout: say("{frame} of {frames}", { frame: at + 1, frames: count }),
      spoken: say("frame {frame} of {frames}", { frame: at + 1, frames: count }),
    }),
  });
}
