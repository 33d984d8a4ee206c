import { type RefObject, useLayoutEffect, useState } from "react";

/** The place a figure has in the page. */
export interface Room {
  /** Width in CSS pixels. */
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
    const measure = () => {
      const width = Math.floor(node.getBoundingClientRect().width);
      const version = Number(getComputedStyle(node).getPropertyValue("--plot-version"));
      setRoom((before) =>
        width === 0 || (before?.width === width && before.version === version)
          ? before
          : { width, version },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => observer.disconnect();
  }, [element]);
  return room;
}
