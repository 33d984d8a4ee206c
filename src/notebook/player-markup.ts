import { say } from "#src/language/say.ts";
import { escaped } from "./escaped.ts";

/**
 * Controls that play something frame by frame; a live cell enables them. They stand at the last
 * frame, where the thing has come to.
 * @param name what one frame is called, such as "step".
 * @param valueText the last frame in words, for those who hear it.
 * @param readout the same for those who see it, as HTML.
 */
export function playerMarkup(
  last: number,
  { name, valueText, readout }: { name: string; valueText: string; readout: string },
): string {
  return `<div class="player" data-player><button type="button" data-play disabled>${escaped(say("Play"))}</button><button type="button" data-step disabled>${escaped(say("Step"))}</button><label>${escaped(name)} <input type="range" min="0" max="${last}" value="${last}" aria-valuetext="${escaped(valueText)}" disabled></label><span class="player-readout">${readout}</span></div>`;
}
