import { useEffect, useRef, useState } from "react";
import { playingSpeed, startOfPlay, tick } from "./player-state.ts";

export interface PlayerControls {
  readonly t: number;
  readonly length: number;
  readonly playing: boolean;
  readonly toggle: () => void;
  readonly seek: (t: number) => void;
}

/**
 * Plays a run step by step on the reader's request and never by itself.
 *
 * @param t the step shown, owned by the caller
 * @param length last step of the run; t above it is shown as the last
 */
export function usePlayer(t: number, length: number, onStep: (t: number) => void): PlayerControls {
  const [playing, setPlaying] = useState(false);
  const latest = useRef({ t, length, onStep });
  latest.current = { t: Math.min(t, length), length, onStep };

  useEffect(() => {
    if (!playing) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    let clock = startOfPlay(latest.current.t, latest.current.length);
    let before: number | undefined;
    let request = requestAnimationFrame(function frame(now: number) {
      const { length: last, onStep: show, t: shown } = latest.current;
      clock = tick(clock, last, before === undefined ? 0 : now - before, playingSpeed(last, calm));
      before = now;
      if (Math.floor(clock) !== shown) show(Math.floor(clock));
      if (clock >= last) setPlaying(false);
      else request = requestAnimationFrame(frame);
    });
    return () => cancelAnimationFrame(request);
  }, [playing]);

  return {
    t: latest.current.t,
    length,
    playing,
    toggle: () => setPlaying((was) => !was),
    seek: (next) => {
      setPlaying(false);
      onStep(Math.min(length, Math.max(0, next)));
    },
  };
}
