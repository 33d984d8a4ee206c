import { say } from "#src/language/say.ts";

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
  return `<div class="player" data-player><button type="button" data-play disabled>${say("Play")}</button><button type="button" data-step disabled>${say("Step")}</button><label>${name} <input type="range" min="0" max="${last}" value="${last}" aria-valuetext="${valueText}" disabled></label><span class="player-readout">${readout}</span></div>`;
}
