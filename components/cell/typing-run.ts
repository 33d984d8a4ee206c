import { runsAsTyped } from "./live-setting.ts";
import { session } from "./session.ts";

/** Pause after the last key before a cell runs that takes longer than a key; others run at once. */
const PAUSE = 250;
/** A run that is over before the next key, in milliseconds. */
const QUICK = 30;

/** Runs a cell again as its text changes, once it has run to its end and if that took no long time. */
export function typingRun(cellId: string): {
  readonly typed: () => void;
  readonly cancel: () => void;
} {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => clearTimeout(timer);
  return {
    cancel,
    typed() {
      cancel();
      const took = runsAsTyped() ? session.took(cellId) : undefined;
      if (took === undefined) return;
      timer = setTimeout(() => session.typed(cellId), took < QUICK ? 0 : PAUSE);
    },
  };
}
