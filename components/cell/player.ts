import { calm } from "#components/reading/calm.ts";
import { say } from "#src/language/say.ts";

/** How long the whole plays, in milliseconds, however many frames it has. */
const DURATION = 6000;
/** Frames below which each stays as long as if there were so many. */
const FEWEST = 30;
/** How long a frame stays for readers who want no motion: a picture to look at, in milliseconds. */
const CALM_FRAME = 500;

export interface Playing {
  /** The number of the last frame; the first is 0. */
  readonly last: number;
  /** Shows a frame. */
  readonly show: (frame: number) => void;
  /** A frame in words: for the eye and, where they differ, for the ear. */
  readonly words: (frame: number) => { readonly readout: string; readonly spoken: string };
}

/** Brings the controls of `playerMarkup` in a figure to life: play, pause, step, scrub. */
export function livePlayer(figure: HTMLElement, { last, show, words }: Playing): void {
  const scrub = part<HTMLInputElement>(figure, "[data-player] input");
  const playing = part<HTMLButtonElement>(figure, "[data-play]");
  const stepping = part<HTMLButtonElement>(figure, "[data-step]");
  const readout = part(figure, ".player-readout");
  let at = last;
  let timer: number | undefined;

  const seek = (frame: number) => {
    at = Math.max(0, Math.min(last, frame));
    show(at);
    const said = words(at);
    scrub.value = String(at);
    scrub.setAttribute("aria-valuetext", said.spoken);
    readout.textContent = said.readout;
  };
  const pause = () => {
    cancelAnimationFrame(timer ?? 0);
    timer = undefined;
    playing.textContent = say("Play");
  };
  const start = () => {
    const from = at >= last ? 0 : at;
    const began = performance.now();
    playing.textContent = say("Pause");
    const each = calm() ? CALM_FRAME : DURATION / Math.max(last, FEWEST);
    const tick = (now: number) => {
      // A new run has taken its place.
      if (!figure.isConnected) return;
      const frame = from + Math.floor(Math.max(0, now - began) / each);
      if (frame !== at) seek(frame);
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
  if (!found) throw new Error(`downhill-cell: the figure has no ${selector}`);
  return found;
}
