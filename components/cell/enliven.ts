import type { Output } from "#src/notebook/output.ts";
import { offerFiles } from "./file-offer.ts";
import { playFrames } from "./frames-player.ts";
import { unfoldNumbers } from "./numbers-fold.ts";
import { playTraces } from "./trace-player.ts";

/**
 * What a cell shows can be played and saved.
 * @param shown where the outputs stand in the page.
 * @param outputs those of a run; none when the build made them.
 */
export function enliven(shown: HTMLElement, outputs: readonly Output[]): void {
  playTraces(shown);
  playFrames(shown, outputs);
  offerFiles(shown, outputs);
  unfoldNumbers(shown, outputs);
}
