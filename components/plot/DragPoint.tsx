import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  useRef,
} from "react";
import { say } from "#src/language/say.ts";
import { fromPixels, type Point, toPixels } from "#src/plotting/scale.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { nudge, type PointStep } from "./nudge.ts";

export interface DragPointProps {
  /** Frames of the drawn versions, narrow first; one frame once the page is live. */
  readonly frames: readonly PlotFrame[];
  readonly value: Point;
  /** What the point is: "Start point". */
  readonly label: string;
  /** Its value in words, read aloud: "x −4.00, y 1.00". */
  readonly valueText: string;
  /** How far an arrow key moves it; Shift moves ten times as far. */
  readonly step: PointStep;
  /** Leaves the rest of the plot to another point: only the handle itself is pressed. */
  readonly handleOnly?: boolean;
  readonly onMove: (point: Point) => void;
}

/**
 * A point that the reader moves: drag it, click or tap anywhere in the plot, or use the arrow keys.
 * A finger drags the point itself, so that elsewhere it still scrolls the page.
 */
export function DragPoint(props: DragPointProps): ReactNode {
  const { frames, value, label, valueText, step, handleOnly = false, onMove } = props;
  const pad = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLDivElement>(null);
  const frame = frames[0] as PlotFrame;

  const moveTo = (event: { readonly clientX: number; readonly clientY: number }) => {
    const box = pad.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return;
    const scale = frame.width / box.width;
    onMove(
      fromPixels(frame, {
        x: (event.clientX - box.left) * scale,
        y: (event.clientY - box.top) * scale,
      }),
    );
  };
  const press = (event: PointerEvent<HTMLDivElement>) => {
    const onHandle = event.target === handle.current;
    if (!onHandle && event.pointerType !== "mouse") return;
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    event.preventDefault();
    handle.current?.focus({ preventScroll: true });
    if (!onHandle) moveTo(event);
  };
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) moveTo(event);
  };
  const tap = (event: MouseEvent<HTMLDivElement>) => {
    // A tap elsewhere in the plot; detail 0 is a click made by a key or by assistive technology.
    if (event.target !== handle.current && event.detail !== 0) moveTo(event);
  };
  const key = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = nudge(value, event.key, event.shiftKey, step, frame);
    if (next === undefined) return;
    event.preventDefault();
    onMove(next);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a larger target for the slider inside it
    <div
      className={handleOnly ? "plot-pad plot-pad-handle" : "plot-pad"}
      role="presentation"
      ref={pad}
      onPointerDown={press}
      onPointerMove={drag}
      onClick={tap}
    >
      <div
        className="plot-handle"
        role="slider"
        tabIndex={0}
        ref={handle}
        aria-label={label}
        aria-roledescription={say("movable point")}
        aria-valuemin={frame.x.domain[0]}
        aria-valuemax={frame.x.domain[1]}
        aria-valuenow={value.x}
        aria-valuetext={valueText}
        style={placed(frames, value)}
        onKeyDown={key}
      />
    </div>
  );
}

/** Positions for every drawn version as custom properties: the style sheet picks the visible one. */
function placed(frames: readonly PlotFrame[], value: Point): CSSProperties {
  const style: Record<string, string> = {};
  for (let i = 0; i < 3; i++) {
    const frame = frames[Math.min(i, frames.length - 1)] as PlotFrame;
    const at = toPixels(frame, value);
    style[`--x${i + 1}`] = `${((100 * at.x) / frame.width).toFixed(2)}%`;
    style[`--y${i + 1}`] = `${((100 * at.y) / frame.height).toFixed(2)}%`;
  }
  return style as CSSProperties;
}
