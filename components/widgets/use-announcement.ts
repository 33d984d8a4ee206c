import { useEffect, useRef, useState } from "react";

/** A screen reader hears a new summary once the reader has paused for this long. */
const AFTER_MS = 700;

/**
 * The text for a polite live region: empty at first, then the summary once it has been still for a
 * moment; silent while a run is playing.
 */
export function useAnnouncement(summary: string, playing: boolean): string {
  const [said, setSaid] = useState("");
  const first = useRef(summary);
  useEffect(() => {
    if (playing || summary === first.current) return;
    first.current = "";
    const timer = setTimeout(() => setSaid(summary), AFTER_MS);
    return () => clearTimeout(timer);
  }, [summary, playing]);
  return said;
}
