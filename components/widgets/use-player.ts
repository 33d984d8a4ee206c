import { useEffect, useRef, useState } from "react";
import { calm } from "#components/reading/calm.ts";
import { playingSpeed, SLOWEST, startOfPlay, tick } from "./player-state.ts";

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
 * @param slowest steps per second that a short run is not slower than
 */
export function usePlayer(
  t: number,
  length: number,
  onStep: (t: number) => void,
  slowest = SLOWEST,
): PlayerControls {
  const [playing, setPlaying] = useState(false);
  const latest = useRef({ t, length, onStep, slowest });
  latest.current = { t: Math.min(t, length), length, onStep, slowest };

  useEffect(() => {
    if (!playing) return;
    const quiet = calm();
    let clock = startOfPlay(latest.current.t, latest.current.length);
    let before: number | undefined;
    let request = requestAnimationFrame(function frame(now: number) {
      const { length: last, onStep: show, t: shown } = latest.current;
      const speed = playingSpeed(last, quiet, latest.current.slowest);
      clock = tick(clock, last, before === undefined ? 0 : now - before, speed);
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
