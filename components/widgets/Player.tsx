import { type ReactNode, useId } from "react";
import { say } from "#src/language/say.ts";
import type { PlayerControls } from "./use-player.ts";
import { usePrehydrated } from "./use-prehydrated.ts";

export interface PlayerProps {
  readonly player: PlayerControls;
  /** Brings the whole widget back to its first state. */
  readonly onReset: () => void;
  /** What is counted; default the steps t. */
  readonly noun?: "step" | "update" | "trial" | "round" | "look";
}

const NOUNS = {
  step: say("step"),
  update: say("update"),
  trial: say("trial"),
  round: say("round"),
  look: say("look"),
};

/** Play or pause, one step, reset, and a slider over time. */
export function Player({ player, onReset, noun = "step" }: PlayerProps): ReactNode {
  const { t, length, playing, toggle, seek } = player;
  const id = useId();
  const scrub = usePrehydrated(String(t), (text) => seek(Number(text)));
  return (
    <div className="widget-player">
      <div className="widget-buttons">
        <button type="button" className="widget-play" onClick={toggle}>
          {playing ? say("Pause") : say("Play")}
        </button>
        <button type="button" onClick={() => seek(t >= length ? 0 : t + 1)}>
          {say("Step")}
        </button>
        <button type="button" onClick={onReset}>
          {say("Reset")}
        </button>
      </div>
      <label htmlFor={id} className="widget-scrub">
        <span>
          {NOUNS[noun]} {noun === "step" && <i>t</i>}
        </span>
        <input
          id={id}
          type="range"
          min={0}
          max={length}
          step={1}
          value={t}
          ref={scrub}
          aria-valuetext={say("{noun} {t} of {length}", { noun: NOUNS[noun], t, length })}
          onChange={(event) => seek(Number(event.target.value))}
        />
        {/* Not an output element: that is a live region, and would be read at every step of a run. */}
        <span className="widget-count">
          {t} <span className="widget-soft">{say("of {length}", { length })}</span>
        </span>
      </label>
    </div>
  );
}
