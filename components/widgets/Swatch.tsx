import type { ReactNode } from "react";
import type { Look } from "#src/plotting/method-looks.ts";

/** A piece of the line that a method is drawn with. */
export function Swatch({ stroke, strokeDasharray }: Look): ReactNode {
  return (
    <svg width="26" height="8" viewBox="0 0 26 8" aria-hidden="true">
      <path d="M0 4H26" style={{ stroke, strokeDasharray, strokeWidth: 2.5 }} />
    </svg>
  );
}
