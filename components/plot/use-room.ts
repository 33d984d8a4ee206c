import { type RefObject, useLayoutEffect, useState } from "react";
import { drawnWidth } from "./drawn-width.ts";

/** The place a figure has in the page. */
export interface Room {
  /** The width to draw for, in CSS pixels at the usual size of text. */
  readonly width: number;
  /** Which of the pre-rendered versions the style sheet shows here, from 1. */
  readonly version: number;
}

/** The room of an element, followed as it changes; undefined until it is in the page and has some. */
export function useRoom(element: RefObject<HTMLElement | null>): Room | undefined {
  const [room, setRoom] = useState<Room>();
  useLayoutEffect(() => {
    const node = element.current;
    if (node === null) return;
    const root = document.documentElement;
    const measure = () => {
      const pixels = node.getBoundingClientRect().width;
      const width = drawnWidth(pixels, Number.parseFloat(getComputedStyle(root).fontSize));
      const version = Number(getComputedStyle(node).getPropertyValue("--plot-version"));
      setRoom((before) =>
        width === 0 || (before?.width === width && before.version === version)
          ? before
          : { width, version },
      );
    };
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(node);
    // Other text sizes may leave the width as it is.
    const chosen = new MutationObserver(measure);
    chosen.observe(root, { attributeFilter: ["data-size"] });
    return () => {
      resized.disconnect();
      chosen.disconnect();
    };
  }, [element]);
  return room;
}
